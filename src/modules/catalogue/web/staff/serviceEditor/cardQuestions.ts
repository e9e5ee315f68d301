import { formatMoney, grosze } from '#shared/money.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { doubtsOfFee, type FeeDoubt } from '../../../domain/fee.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import type { CardChange } from '../../../usecases/editService.ts';
import { listSameNamed } from '../../../usecases/services.ts';
import type { Question } from '../questions.ts';

const t = catalogueStaffTexts.in('pl');

/** What the staff are told of a fee that contradicts itself. */
export const feeDoubtInWords = (doubt: FeeDoubt, price: number | null): string =>
  t(`editor.feeDoubt.${doubt}`, { price: price === null ? '' : formatMoney(grosze(price)) });

/**
 * What to ask before a card is saved: a name that another card has, a fee that contradicts itself.
 * @param known the card as it is; what it says already is not asked about
 */
export async function questionsOf(
  c: Pick<CentreContext, 'scope' | 'at'>,
  change: CardChange,
  known?: CatalogueService,
): Promise<readonly Question[]> {
  const { name, feeKind: kind, feeText: text, price } = change;
  const isSameFee = known !== undefined && known.fee.kind === kind && known.fee.text === text && known.fee.price === price;
  const others = known?.name === name ? [] : (await listSameNamed(c.scope, name)).filter(({ id }) => id !== known?.id);
  return [
    ...others.slice(0, 3).map((other) => ({
      key: `nazwa ${other.id} ${name}`,
      field: 'name',
      message: `${t('ask.sameName', { name: other.name, status: t(`status.${other.status}`) })} ${t('ask.again')}`,
      link: {
        href: c.at(`/praca/uslugi/${other.id}`),
        label: t('ask.seeOther', { name: other.name, status: t(`status.${other.status}`) }),
      },
    })),
    ...(isSameFee ? [] : doubtsOfFee({ kind, price, text })).map((doubt) => ({
      key: `${doubt} ${kind ?? ''} ${price ?? ''} ${(text ?? '').replace(/\s+/g, ' ').slice(0, 100)}`,
      field: doubt === 'another-amount' ? 'price' : 'feeKind',
      message: `${t('editor.feeKind')}: ${feeDoubtInWords(doubt, price)} ${t('ask.again')}`,
    })),
  ];
}
