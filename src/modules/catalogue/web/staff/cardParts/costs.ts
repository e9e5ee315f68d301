import { cardPartTexts } from '../../../texts/cardParts.ts';
import type { CostOption } from '../../../domain/parts.ts';
import type { CardPage, PartGroup, PartList, RowFault } from './cardPage.ts';
import type { PartField, Values } from './fields.ts';
import { present } from './placed.ts';

const t = cardPartTexts.in('pl');
/** Currencies that a card of a Polish centre names; one that a file brought stays. */
const CURRENCIES = ['EUR', 'UAH', 'USD', 'GBP', 'CZK'] as const;

const costFields: readonly PartField[] = [
  { name: 'option', kind: 'line', label: t('costs.option'), hint: t('costs.optionHint'), max: 500, width: 'full' },
  { name: 'amount', kind: 'amount', label: t('costs.amount'), width: 'short' },
  {
    name: 'currency',
    kind: 'one',
    label: t('costs.currency'),
    empty: t('costs.currencyEmpty'),
    options: CURRENCIES.map((value) => ({ value, label: value })),
    beside: true,
  },
  { name: 'amountDescription', kind: 'line', label: t('costs.amountDescription'), hint: t('costs.amountDescriptionHint'), max: 500 },
  { name: 'validFrom', kind: 'day', label: t('costs.validFrom'), rare: true },
  { name: 'validTo', kind: 'day', label: t('costs.validTo'), rare: true },
];
const isZloty = (currency: string | undefined) => currency === undefined || currency.toUpperCase() === 'PLN';
const isOffered = (currency: string) => CURRENCIES.some((each) => each === currency.toUpperCase());

function checkCost(row: Values): RowFault[] {
  const { option, amount, amountDescription, validFrom, validTo } = row;
  if (option === undefined && amount === undefined && amountDescription === undefined) return [{ field: 'option', code: 'option' }];
  if (validFrom !== undefined && validTo !== undefined && String(validFrom) > String(validTo))
    return [{ field: 'validTo', code: 'date-order' }];
  return [];
}
/** The currency after a change: what the form does not offer stays while the list is left empty. */
function currencyOf(typed: string | undefined, amount: unknown, known: CostOption | undefined): string | undefined {
  const before = known?.currency;
  if (typed !== undefined) return before?.toUpperCase() === typed ? before : typed;
  if (before !== undefined && (isZloty(before) || !isOffered(before))) return before;
  return amount === undefined ? undefined : 'PLN';
}

const costOptions: PartList = {
  kind: 'list',
  name: 'costOptions',
  title: t('costs.costOptions'),
  hint: t('costs.costOptionsHint'),
  fields: costFields,
  item: (number) => t('costs.item', { number }),
  add: t('costs.add'),
  most: 100,
  check: checkCost,
  rows: (service) =>
    service.costOptions.map(({ currency, ...option }, was) => ({
      values: { ...option, currency: currency !== undefined && isOffered(currency) ? currency.toUpperCase() : undefined },
      was,
    })),
  put: (rows, known) => ({
    costOptions: rows.map(({ values, was }) => {
      const before = was === undefined ? undefined : known.costOptions[was];
      const { option, amount, amountDescription, validFrom, validTo } = values;
      const currency = currencyOf(values['currency'] as string | undefined, amount, before);
      return present({ id: before?.id, option, amount, currency, amountDescription, validFrom, validTo });
    }),
  }),
};

const requiredDocuments: PartList = {
  kind: 'list',
  name: 'requiredDocuments',
  title: t('costs.requiredDocuments'),
  hint: t('costs.requiredDocumentsHint'),
  fields: [
    { name: 'document', kind: 'line', label: t('costs.document'), required: true, width: 'full' },
    { name: 'uri', kind: 'address', label: t('costs.uri'), width: 'full' },
  ],
  item: (number) => t('costs.documentItem', { number }),
  add: t('costs.addDocument'),
  most: 100,
  rows: (service) => service.requiredDocuments.map((values, was) => ({ values, was })),
  put: (rows, known) => ({
    requiredDocuments: rows.map(({ values: { document, uri }, was }) =>
      present({ id: was === undefined ? undefined : known.requiredDocuments[was]?.id, document, uri }),
    ),
  }),
};

const program: PartGroup = {
  kind: 'group',
  name: 'program',
  title: t('costs.program'),
  fields: [
    { name: 'name', kind: 'line', label: t('costs.programName'), max: 300, width: 'full' },
    { name: 'alternateName', kind: 'line', label: t('costs.programAlternateName'), max: 300 },
    { name: 'description', kind: 'text', label: t('costs.programDescription'), max: 10_000, rows: 4 },
  ],
  values: (service) => service.program ?? {},
  check: ({ name, alternateName, description }) =>
    name === undefined && (alternateName !== undefined || description !== undefined) ? [{ field: 'name', code: 'required' }] : [],
  put: ({ name, alternateName, description }, known) => ({
    program: name === undefined ? null : present({ id: known.program?.id, name, alternateName, description }),
  }),
};

const funding: PartList = {
  kind: 'list',
  name: 'funding',
  title: t('costs.funding'),
  fields: [{ name: 'source', kind: 'line', label: t('costs.source'), required: true, width: 'full' }],
  item: (number) => t('costs.fundingItem', { number }),
  add: t('costs.addFunding'),
  most: 100,
  rows: (service) => service.funding.map((values, was) => ({ values, was })),
  put: (rows, known) => ({
    funding: rows.map(({ values: { source }, was }) => present({ id: was === undefined ? undefined : known.funding[was]?.id, source })),
  }),
};

export const costsPage: CardPage = {
  key: 'costs',
  path: '/oplaty',
  title: t('costs.title'),
  lead: t('costs.lead'),
  touched: ['costOptions', 'requiredDocuments', 'program', 'funding'],
  sections: () => [costOptions, requiredDocuments, program, funding],
};
