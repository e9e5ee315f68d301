import type { DeliveredSum } from '#modules/cases/index.ts';
import { countInWords } from '#modules/catalogue/index.ts';
import { planStaffTexts } from '../../texts/index.ts';

const t = planStaffTexts.in('pl');

/** What providers recorded for a service: "21 godz. 30 min", "4 przejazdy"; empty when they recorded nothing. */
export function deliveredInWords(delivered: readonly DeliveredSum[], serviceId: string | null): string {
  const sums = delivered.filter((sum) => sum.serviceId === serviceId);
  return sums
    .map(({ unit, quantity, minutes }) => (unit === 'hour' ? timeInWords(minutes) : countInWords(quantity, unit, 'pl')))
    .join(', ');
}
function timeInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 || rest === 0 ? t('summary.hours', { hours }) : '', rest > 0 ? t('summary.minutes', { minutes: rest }) : '']
    .filter(Boolean)
    .join(' ');
}
