import { formatMoney, grosze } from '#shared/money.ts';
import { formatDate } from '#shared/polishDate.ts';
import type { Language } from '#platform/i18n/index.ts';
import { LIMIT_PERIODS, LIMIT_UNITS } from '../domain/codes.ts';
import type { ServiceRecord } from '../domain/service.ts';
import { catalogueTexts } from '../texts/index.ts';

type Cost = ServiceRecord['costOptions'][number];

/** The prices of a card that hold on a day or will, a line each: `Dochód od 100% do 200%: 8,00 zł za godzinę`. */
export const listPrices = (costs: readonly Cost[], today: Temporal.PlainDate, lang: Language): string[] =>
  costs.filter((cost) => isInForce(cost, today)).flatMap((cost) => priceInWords(cost, today, lang) ?? []);

/** A price that is over is no longer told; one to come is, with its day. */
const isInForce = ({ validTo }: Cost, today: Temporal.PlainDate) => validTo === undefined || validTo >= today.toString();

function priceInWords({ option, validFrom, validTo, ...cost }: Cost, today: Temporal.PlainDate, lang: Language): string | null {
  const parts = [option, amountInWords(cost, lang)].filter((part) => part !== undefined && part !== '').join(': ');
  // What holds already needs no first day.
  const from = validFrom !== undefined && validFrom > today.toString() ? validFrom : null;
  const days = validityInWords({ validFrom: from, validTo: validTo ?? null }, lang);
  return parts === '' ? null : days === null ? parts : `${parts} (${days})`;
}

type Amount = Pick<Cost, 'amount' | 'currency' | 'amountDescription'>;

function amountInWords({ amount, currency = 'PLN', amountDescription: words }: Amount, lang: Language): string {
  const t = catalogueTexts.in(lang);
  const unit = unitOf(words);
  // What is free is free for an hour and for a month alike.
  if (amount === 0) return [t('card.freeOfCharge'), unit === undefined ? words : undefined].filter(Boolean).join(' ');
  const isZloty = currency.toUpperCase() === 'PLN';
  const price = amount === undefined ? undefined : isZloty ? formatMoney(grosze(Math.round(amount * 100))) : `${amount} ${currency}`;
  if (price !== undefined && unit !== undefined) return t('card.price', { price, unit: t(`priceFor.${unit}`) });
  return [price, words].filter(Boolean).join(' ');
}

/** The unit that Polish words name and nothing else, such as `za godzinę`: it can be said in any language. */
function unitOf(words: string | undefined) {
  const t = catalogueTexts.in('pl');
  const said = words?.trim().toLocaleLowerCase('pl').replace(/\.$/, '');
  return [...LIMIT_UNITS, ...LIMIT_PERIODS].find((unit) => said === `za ${t(`priceFor.${unit}`)}`);
}

/** From when to when something holds; null without a bound. Days as `2026-01-31`. */
export function validityInWords(
  { validFrom, validTo }: { readonly validFrom: string | null; readonly validTo: string | null },
  lang: Language,
): string | null {
  const t = catalogueTexts.in(lang);
  const day = (date: string) => formatDate(Temporal.PlainDate.from(date), lang);
  if (validFrom !== null && validTo !== null) return t('card.validFromTo', { from: day(validFrom), to: day(validTo) });
  if (validFrom !== null) return t('card.validFrom', { from: day(validFrom) });
  return validTo === null ? null : t('card.validTo', { to: day(validTo) });
}
