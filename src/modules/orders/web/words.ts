import { formatDate, formatShortDate } from '#shared/polishDate.ts';
import type { TagTone } from '#ui/index.ts';
import type { Language } from '#platform/i18n/index.ts';
import { countInWords } from '#modules/catalogue/index.ts';
import type { DeliveryUnit, Month } from '../domain/deliveries.ts';
import type { Limit } from '../domain/limits.ts';
import type { OrderedAmount } from '../domain/orderAmount.ts';
import { agreedLimit } from '../domain/orderContent.ts';
import type { OrderStatus } from '../domain/orderStates.ts';
import type { OrderRow } from '../store/orderStore.ts';
import { staffTexts, texts } from '../texts/texts.ts';

const t = staffTexts.in('pl');
/** Amounts read the same for everybody, so they come from the texts that exist in every language. */
const amounts = (lang: Language) => texts.in(lang);

/** `90` → `1 godz. 30 min`. Negative amounts are those of counter-entries. */
export function timeInWords(minutes: number, lang: Language = 'pl'): string {
  const say = amounts(lang);
  const sign = minutes < 0 ? '−' : '';
  const whole = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  if (whole === 0 && rest > 0) return sign + say('amount.minutes', { minutes: rest });
  return sign + (rest === 0 ? say('amount.hours', { hours: whole }) : say('amount.hoursMinutes', { hours: whole, minutes: rest }));
}

/** What was delivered: hours as time, other units by number with the time beside it. */
export function amountInWords(
  { unit, quantity, minutes }: { readonly unit: DeliveryUnit; readonly quantity: number; readonly minutes: number | null },
  lang: Language = 'pl',
): string {
  if (unit === 'hour') return timeInWords(minutes ?? 0, lang);
  const amount = countInWords(quantity, unit, lang);
  return minutes ? amounts(lang)('amount.with', { amount, time: timeInWords(minutes, lang) }) : amount;
}

/** A figure of a limit: minutes as time, units and uses by number. */
export function measuredInWords(limit: Limit, unit: DeliveryUnit, figure: number, lang: Language = 'pl'): string {
  if (limit.measure === 'minutes') return timeInWords(figure, lang);
  const counted = limit.measure === 'uses' || unit === 'hour' ? 'use' : unit;
  return countInWords(figure, counted, lang);
}
export const limitInWords = (limit: Limit, unit: DeliveryUnit): string =>
  t('usage.atMost', { most: measuredInWords(limit, unit, limit.most), per: t(`per.${limit.per}`) });

/** For which days an order rests, from today on; undefined when it does not. */
export function pauseInWords(
  { isOpen, pausedFrom, pausedTo }: Pick<OrderRow, 'isOpen' | 'pausedFrom' | 'pausedTo'>,
  today: Temporal.PlainDate,
): { readonly tag: string; readonly text: string } | undefined {
  if (!isOpen || !pausedFrom || (pausedTo && Temporal.PlainDate.compare(pausedTo, today) < 0)) return undefined;
  const from = formatDate(pausedFrom);
  if (!pausedTo) return { tag: t('pause.open', { from: formatShortDate(pausedFrom) }), text: t('pause.textOpen', { from }) };
  return {
    tag: t('pause.until', { from: formatShortDate(pausedFrom), to: formatShortDate(pausedTo) }),
    text: t('pause.textUntil', { from, to: formatDate(pausedTo) }),
  };
}

/** `22 godz. w miesiącu`. */
export function orderedInWords({ amount, unit, per }: OrderedAmount): string {
  const limit = agreedLimit(unit, amount, per);
  return `${measuredInWords(limit, unit, limit.most)} ${t(`per.${per}`)}`;
}

/** Cancelled for want of an answer is called what it is. */
export function stateOf(order: {
  readonly status: OrderStatus;
  readonly needsProvider?: boolean;
  readonly reasonCode?: string | undefined;
}) {
  return order.status === 'cancelled' && order.reasonCode === 'expired' ? 'expired' : order.status;
}
export const statusInWords = (status: OrderStatus | 'expired'): string => t(`status.${status}`);

const tones: Readonly<Record<OrderStatus, TagTone>> = {
  requested: 'info',
  accepted: 'accent',
  'in-progress': 'success',
  'on-hold': 'warning',
  completed: 'neutral',
  rejected: 'danger',
  failed: 'danger',
  cancelled: 'neutral',
  'entered-in-error': 'neutral',
};
export const toneOf = (status: OrderStatus): TagTone => tones[status];

/** `2026-03` → `marzec 2026`. */
export function monthInWords(month: Month): string {
  const [year = 2000, number = 1] = month.split('-').map(Number);
  return new Intl.DateTimeFormat('pl', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(Date.UTC(year, number - 1, 1)));
}
const day = (date: string) => formatDate(Temporal.PlainDate.from(date));

type Coded = { readonly code: string };
const known = new Set(
  [
    'provider-inactive dates-reversed reason-missing reason-not-for-this-status own-words-missing own-words-too-long answer-too-late',
    'not-from-this-status wrong-party order-changed invalid-date invalid-quantity minutes-missing invalid-minutes note-too-long entry-repeated',
    'email-of-other-provider entry-unknown already-reversed counter-entry already-confirmed date-in-future outside-order wrong-order order-not-running suspended',
    'entry-alike longer-than-day-so-far hours-not-number minutes-not-number time-twice',
    'month-closed confirmed-before-delivery limit-passed invalid-month month-not-over month-already-closed month-not-closed month-changed',
    'closing-unconfirmed unconfirmed not-the-provider no-email order-over worker-missing provider-missing amount-not-number amount-too-small amount-whole',
    'provider-unreachable provider-not-of-plan order-above-plan order-above-card order-above-card-in-plan',
    'order-starts-outside-plan order-ends-outside-plan order-before-request per-missing contact-name notes-long',
  ].flatMap((line) => line.split(' ')),
);
type ErrorCode = 'unknown';
export const isOwnCode = (code: string): boolean => known.has(code);

/** Why something about an order was refused, with its figures. `undefined` for codes of other modules. */
export function refusalInWords(refusal: Coded, unit: DeliveryUnit = 'visit'): string | undefined {
  if (!known.has(refusal.code)) return undefined;
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(refusal)) {
    if (typeof value !== 'string') continue;
    values[name] = /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : /^\d{4}-\d{2}$/.test(value) ? monthInWords(value) : value;
    if (name === 'status') values[name] = statusInWords(value as OrderStatus);
  }
  if ('excess' in refusal) {
    const { limit, used, asked, left } = refusal.excess as { limit: Limit; used: number; asked: number; left: number };
    const say = (figure: number) => measuredInWords(limit, unit, figure);
    Object.assign(values, { limit: `${say(limit.most)} ${t(`per.${limit.per}`)}`, used: say(used), asked: say(asked), left: say(left) });
  }
  if ('minutesSoFar' in refusal) values['soFar'] = timeInWords(refusal.minutesSoFar as number);
  if ('allowed' in refusal && 'asked' in refusal) {
    const { allowed, asked } = refusal as { allowed: OrderedAmount; asked: OrderedAmount };
    Object.assign(values, { allowed: orderedInWords(allowed), asked: orderedInWords(asked) });
  }
  const code = refusal.code === 'outside-order' && !values['to'] ? 'outside-order-open' : refusal.code;
  // A figure may end with a shortened word ("23 godz."), and the sentence ends there too.
  return t(`error.${code as ErrorCode}`, values).replace(/\.\.$/, '.');
}
