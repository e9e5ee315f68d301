import { LIMIT_PERIODS, LIMIT_UNITS } from '../../../domain/codes.ts';
import type { Attribute } from '../../../domain/parts.ts';
import type { ServiceRecord } from '../../../domain/service.ts';
import { cardPartTexts } from '../../../texts/cardParts.ts';
import { catalogueTexts } from '../../../texts/index.ts';
import { capacities } from './capacities.ts';
import type { CardPage, PartGroup, PartList } from './cardPage.ts';
import { present } from './placed.ts';

const t = cardPartTexts.in('pl');
const card = catalogueTexts.in('pl');
const LIMIT_OF = ['person', 'household', 'service'] as const;

const limits: PartList = {
  kind: 'list',
  name: 'limits',
  title: t('more.limits'),
  hint: t('more.limitsHint'),
  fields: [
    { name: 'amount', kind: 'amount', label: t('more.limitAmount'), required: true, width: 'short' },
    {
      name: 'unit',
      kind: 'one',
      label: t('more.unit'),
      options: LIMIT_UNITS.map((value) => ({ value, label: t(`more.unitOf.${value}`) })),
      beside: true,
    },
    {
      name: 'per',
      kind: 'one',
      label: t('more.per'),
      options: LIMIT_PERIODS.map((value) => ({ value, label: card(`per.${value}`) })),
      beside: true,
    },
    { name: 'of', kind: 'one', label: t('more.limitOf'), options: LIMIT_OF.map((value) => ({ value, label: card(`of.${value}`) })) },
    { name: 'note', kind: 'line', label: t('more.limitNote'), max: 300, width: 'full' },
  ],
  item: (number) => t('more.limitItem', { number }),
  add: t('more.addLimit'),
  most: 20,
  check: ({ amount, unit, per }) => [
    ...(Number(amount) > 0 && Number(amount) <= 1_000_000 ? [] : [{ field: 'amount', code: 'positive' }]),
    ...(unit === undefined ? [{ field: 'unit', code: 'choose-one' }] : []),
    ...(per === undefined ? [{ field: 'per', code: 'choose-one' }] : []),
  ],
  rows: (service) => service.limits.map((values, was) => ({ values, was })),
  put: (rows) => ({
    limits: rows.map(({ values: { amount, unit, per, of = 'person', note = null } }) => ({ amount, unit, per, of, note })),
  }),
};

const areaList: PartList = {
  kind: 'list',
  name: 'serviceAreas',
  title: t('more.serviceAreas'),
  hint: t('more.serviceAreasHint'),
  fields: [
    { name: 'name', kind: 'line', label: t('more.areaName'), max: 1000, width: 'full' },
    { name: 'description', kind: 'text', label: t('more.areaDescription'), max: 4000, rows: 2 },
    { name: 'uri', kind: 'address', label: t('more.areaUri'), width: 'full', rare: true },
    { name: 'extentType', kind: 'line', label: t('more.extentType'), max: 50, width: 'medium', rare: true },
    { name: 'extent', kind: 'text', label: t('more.extent'), max: 200_000, rows: 3, rare: true },
  ],
  item: (number) => t('more.areaItem', { number }),
  add: t('more.addArea'),
  most: 100,
  check: ({ name, description, extent }) =>
    name === undefined && description === undefined && extent === undefined ? [{ field: 'name', code: 'area' }] : [],
  rows: (service) => service.serviceAreas.map((values, was) => ({ values, was })),
  put: (rows, known) => ({
    serviceAreas: rows.map(({ values, was }) => present({ id: was === undefined ? undefined : known.serviceAreas[was]?.id, ...values })),
  }),
};

const languages: PartList = {
  kind: 'list',
  name: 'languages',
  title: t('more.languages'),
  hint: t('more.languagesHint'),
  fields: [
    { name: 'code', kind: 'line', label: t('more.code'), hint: t('more.codeHint'), max: 20, width: 'short' },
    { name: 'name', kind: 'line', label: t('more.languageName'), max: 200 },
    { name: 'note', kind: 'line', label: t('more.languageNote'), width: 'full' },
  ],
  item: (number) => t('more.languageItem', { number }),
  add: t('more.addLanguage'),
  most: 100,
  check: ({ code, name }) => {
    if (code === undefined && name === undefined) return [{ field: 'code', code: 'language' }];
    return code === undefined || /^[a-z]{2,3}(-[A-Za-z\d]+)*$/.test(String(code)) ? [] : [{ field: 'code', code: 'code' }];
  },
  rows: (service) => service.languages.map((values, was) => ({ values, was })),
  put: (rows, known) => ({
    languages: rows.map(({ values: { code, name, note }, was }) =>
      present({ id: was === undefined ? undefined : known.languages[was]?.id, code, name, note }),
    ),
  }),
};

const formal: PartGroup = {
  kind: 'group',
  name: 'formal',
  title: t('more.formal'),
  fields: [
    { name: 'accreditations', kind: 'text', label: t('more.accreditations'), max: 4000, rows: 3 },
    { name: 'licenses', kind: 'text', label: t('more.licenses'), max: 4000, rows: 3 },
    { name: 'assurerEmail', kind: 'email', label: t('more.assurerEmail') },
  ],
  values: ({ accreditations, licenses, assurerEmail }) => ({ accreditations, licenses, assurerEmail }),
  put: ({ accreditations = null, licenses = null, assurerEmail = null }) => ({ accreditations, licenses, assurerEmail }),
};

const attributeValues = ({ label, value, taxonomyTerm }: Attribute) => ({
  termName: taxonomyTerm?.name,
  termCode: taxonomyTerm?.code,
  taxonomy: taxonomyTerm?.taxonomyDetail?.name ?? taxonomyTerm?.taxonomy,
  label,
  value,
});
const attributes: PartList = {
  kind: 'list',
  name: 'attributes',
  title: t('more.attributes'),
  hint: t('more.attributesHint'),
  fields: [
    { name: 'termName', kind: 'line', label: t('more.termName'), max: 500 },
    { name: 'termCode', kind: 'line', label: t('more.termCode'), max: 200, width: 'medium', beside: true },
    { name: 'taxonomy', kind: 'line', label: t('more.taxonomy'), max: 300 },
    { name: 'label', kind: 'line', label: t('more.attributeLabel'), max: 500, rare: true },
    { name: 'value', kind: 'line', label: t('more.attributeValue'), rare: true },
  ],
  item: (number) => t('more.attributeItem', { number }),
  add: t('more.addAttribute'),
  most: 200,
  check: ({ termName, label, value }) =>
    termName === undefined && label === undefined && value === undefined ? [{ field: 'termName', code: 'required' }] : [],
  rows: (service) => service.attributes.map((attribute, was) => ({ values: attributeValues(attribute), was })),
  put: (rows, known) => ({
    attributes: rows.map(({ values, was }) => attributeOf(values, was === undefined ? undefined : known.attributes[was])),
  }),
};

function attributeOf(values: Readonly<Record<string, unknown>>, known: Attribute | undefined): object {
  const { termName: name, termCode: code, taxonomy, label, value } = values;
  const before = known?.taxonomyTerm;
  const isSameTaxonomy = taxonomy !== undefined && taxonomy === (before?.taxonomyDetail?.name ?? before?.taxonomy);
  const { taxonomy: _, taxonomyDetail: __, ...term } = before ?? {};
  const of = isSameTaxonomy ? { taxonomy: before?.taxonomy, taxonomyDetail: before?.taxonomyDetail } : { taxonomy };
  const hasTerm = name !== undefined || code !== undefined || taxonomy !== undefined;
  // A term that says something else than before is another term.
  const { id, termUri, ...rest } = term;
  const isSameTerm = before?.name === name && before?.code === code;
  const changed = present({ ...rest, ...(isSameTerm && { id, termUri }), name, code, ...of });
  const { taxonomyTerm: ___, ...kept } = known ?? { linkType: undefined, linkEntity: 'service' };
  return present({ ...kept, label, value, taxonomyTerm: hasTerm ? changed : undefined });
}

export const morePage: CardPage = {
  key: 'more',
  path: '/inne',
  title: t('more.title'),
  lead: t('more.lead'),
  touched: [
    'limits',
    'capacities',
    'serviceAreas',
    'languages',
    'accreditations',
    'licenses',
    'assurerEmail',
    'attributes',
  ] satisfies readonly (keyof ServiceRecord)[],
  sections: () => [limits, capacities, areaList, languages, formal, attributes],
};
