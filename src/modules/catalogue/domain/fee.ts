import type { FEE_KINDS } from './codes.ts';
import type { ServiceRecord } from './service.ts';

export type Fee = ServiceRecord['fee'];
/** In what a fee contradicts itself: its kind against its words, or its figure against its words. */
export type FeeDoubt = 'free-with-amount' | 'paid-with-free-words' | 'another-amount';

/** Amounts of złote that words name, in grosze: `150 zł za miesiąc` names 15000. */
export function amountsIn(words: string): readonly number[] {
  const found = words.matchAll(/(\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d+)(?:,(\d{1,2})|\.(\d{2}))?[ \u00a0\u202f]?(?:zł|złot|pln)/giu);
  return [...found].map(
    ([, whole = '', part, other]) => Number(whole.replace(/\D/g, '')) * 100 + Number((part ?? other ?? '0').padEnd(2, '0')),
  );
}

/** Whether words begin by saying that nothing is paid. */
export const areWordsOfFree = (words: string): boolean =>
  /^\s*(usługa (jest )?)?(bezpłatn|nieodpłatn|darmow|za darmo|brak opłat)/iu.test(words);

/** What of a fee can hardly be meant, as `kind`, `price` and `text` say different things. */
export function doubtsOfFee({ kind, price, text }: Pick<Fee, 'kind' | 'price' | 'text'>): readonly FeeDoubt[] {
  if (text === null) return [];
  const amounts = amountsIn(text);
  const isFreeInWords = areWordsOfFree(text);
  if (kind === 'free') return !isFreeInWords && amounts.some((amount) => amount > 0) ? ['free-with-amount'] : [];
  if (amounts.length > 0) return price !== null && !amounts.includes(price) ? ['another-amount'] : [];
  // "Bezpłatnie dla seniorów, dla innych według cennika" leaves something to pay.
  const isAllFree = isFreeInWords && !/[,;]/.test(text);
  return isAllFree && kind !== null && (price ?? 1) > 0 ? ['paid-with-free-words'] : [];
}

/** The kind of a fee that has a price and no kind of its own. */
export function kindOfPrice(per: Fee['per']): (typeof FEE_KINDS)[number] {
  if (per === null || per === 'programme' || per === 'once') return 'other';
  return per === 'day' || per === 'week' || per === 'month' || per === 'year' ? 'flat-per-period' : 'flat-per-unit';
}

/** What new words make of a fee, as far as they tell: to be looked at by whoever takes them over. */
export function feeOfWords(was: Fee, text: string | null): Fee {
  const amounts = amountsIn(text ?? '');
  const price = amounts.length === 1 ? (amounts[0] ?? null) : null;
  if (text === null || (areWordsOfFree(text) && amounts.length === 0)) {
    return text === null ? { ...was, text } : { kind: 'free', text, price: null, per: null };
  }
  const per = price === null ? null : (perInWords(text) ?? was.per);
  const kind = was.kind === null || was.kind === 'free' ? kindOfPrice(per) : was.kind;
  return { kind, text, price, per };
}

const pers: readonly (readonly [NonNullable<Fee['per']>, RegExp])[] = [
  ['hour', /godzin|\/\s?h\b/iu],
  ['visit', /wizyt/iu],
  ['ride', /przejazd|kurs/iu],
  ['session', /spotkani|zajęci/iu],
  ['day', /dzień|dzienn|dob[ęa]/iu],
  ['week', /tydzień|tygodni/iu],
  ['month', /miesiąc|miesięczn/iu],
  ['year', /\brok\b|roczn/iu],
  ['person', /osob[ęay]/iu],
];
const perInWords = (text: string): Fee['per'] => pers.find(([, word]) => word.test(text))?.[0] ?? null;
