import { formatInstant } from '#shared/polishDate.ts';
import type { FormFields } from '#platform/http/index.ts';
import { ConflictNotice } from '#ui/index.ts';
import { reasonsFor, type OrderStatus, type StatusReason } from '../domain/orderStates.ts';
import { staffTexts } from '../texts/texts.ts';
import { statusInWords } from './words.ts';

const t = staffTexts.in('pl');

export interface OrderConflictProps {
  /** The status somebody wanted to set, what they typed, and the names of the fields of the reason. */
  readonly wanted: OrderStatus;
  readonly mine: FormFields;
  readonly names: { readonly code: string; readonly words: string };
  /** How the order stands. The reason stays out of it when the order is out of the reader's sight. */
  readonly status: OrderStatus;
  readonly reason: StatusReason | null;
  readonly changedAt: Temporal.Instant;
}

/** Somebody was faster with the state of an order: both states, reasons and words. */
export function OrderConflict({ wanted, mine, names, status, reason, changedAt }: OrderConflictProps) {
  const code = reasonsFor(wanted).find((each) => each === mine.get(names.code));
  return (
    <ConflictNotice
      lead={t('order.conflictLead', { date: formatInstant(changedAt) })}
      fields={[
        { label: t('answer.conflict'), mine: statusInWords(wanted), theirs: statusInWords(status) },
        { label: t('order.reasonLabel'), mine: code ? t(`reason.${code}`) : '', theirs: reason ? t(`reason.${reason.code}`) : '' },
        { label: t('order.wordsLabel'), mine: mine.get(names.words).trim(), theirs: reason?.inOwnWords ?? '' },
      ]}
    />
  );
}

/** How an order stands that the reader may see. */
export const standing = (order: {
  readonly status: OrderStatus;
  readonly statusReason: StatusReason | null;
  readonly changedAt: string;
}) => ({
  status: order.status,
  reason: order.statusReason,
  changedAt: Temporal.Instant.from(order.changedAt),
});
