import { formatMoney, grosze } from '#shared/money.ts';
import type { Language } from '#platform/i18n/index.ts';
import { amountsIn, type Fee } from '../domain/fee.ts';
import { catalogueTexts } from '../texts/index.ts';

/** What the figures of a fee say to a resident, without its words: `12,50 zł za godzinę`; null where they say nothing. */
export function feeInWords({ kind, price, per }: Pick<Fee, 'kind' | 'price' | 'per'>, lang: Language): string | null {
  const t = catalogueTexts.in(lang);
  if (kind === 'free') return t('card.free');
  if (price !== null) {
    const amount = formatMoney(grosze(price));
    return per === null ? amount : t('card.price', { price: amount, unit: t(`priceFor.${per}`) });
  }
  return kind === 'by-income' ? t('card.byIncome') : null;
}

/** Everything that a card says of what the service costs, in one line; its own words are in Polish. Null where it says nothing. */
export function toldFee(fee: Fee, lang: Language): string | null {
  if (fee.text === null) return feeInWords(fee, lang);
  const price = priceBesideWords(fee, lang);
  return price === null ? fee.text : `${price} – ${fee.text}`;
}

/** The price where the words of the card name no amount at all; words that name one say more of it themselves. */
export const priceBesideWords = (fee: Fee, lang: Language): string | null =>
  fee.price === null || fee.kind === 'free' || amountsIn(fee.text ?? '').length > 0 ? null : feeInWords(fee, lang);
