import { todayInWarsaw } from '#shared/polishDate.ts';
import type { ServiceRecord } from './service.ts';

/** When a card is to be looked at again: so many months after it was checked, or added if nobody has checked it. */
export function reviewDueOn(
  { checkedOn, createdAt }: Pick<ServiceRecord, 'checkedOn'> & { readonly createdAt: Temporal.Instant },
  months: number,
): Temporal.PlainDate {
  return (checkedOn === null ? todayInWarsaw(createdAt) : Temporal.PlainDate.from(checkedOn)).add({ months });
}
