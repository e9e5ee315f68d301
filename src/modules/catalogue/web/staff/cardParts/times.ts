import type { Schedule } from '../../../domain/parts.ts';
import { listPlaced, putPlaced, type PlacedPart } from '../../../domain/placedParts.ts';
import { daysOf, frequencyOf, WEEKDAYS } from '../../../domain/schedule.ts';
import type { ServiceRecord } from '../../../domain/service.ts';
import { splitSchedules } from '../../../domain/weekOfSchedules.ts';
import { cardPartTexts } from '../../../texts/cardParts.ts';
import { scheduleTexts } from '../../../texts/schedule.ts';
import type { CardPage, PartList, RowFault } from './cardPage.ts';
import type { PartField, Values } from './fields.ts';
import { present, whereField } from './placed.ts';

const t = cardPartTexts.in('pl');
const days = scheduleTexts.in('pl');
export const REPEATS = ['week', 'weekday', 'monthDay', 'once', 'words'] as const;
const NTH = ['1', '2', '3', '4', '5', '-1', '-2'] as const;

const weekdayOptions = WEEKDAYS.map((value) => ({ value, label: days(`day.${value}`) }));

const fields: readonly PartField[] = [
  {
    name: 'repeats',
    kind: 'one',
    label: t('times.repeats'),
    required: true,
    options: REPEATS.map((value) => ({ value, label: t(`times.repeatsOf.${value}`) })),
    reveals: { week: ['days'], weekday: ['nth', 'weekdays'], monthDay: ['monthDays'] },
  },
  { name: 'days', kind: 'many', label: t('times.days'), options: weekdayOptions },
  { name: 'nth', kind: 'many', label: t('times.nth'), options: NTH.map((value) => ({ value, label: t(`times.nthOf.${value}`) })) },
  { name: 'weekdays', kind: 'many', label: t('times.weekdays'), options: weekdayOptions },
  { name: 'monthDays', kind: 'line', label: t('times.monthDays'), hint: t('times.monthDaysHint'), max: 200, width: 'medium' },
  { name: 'opensAt', kind: 'clock', label: t('times.opensAt'), width: 'short' },
  { name: 'closesAt', kind: 'clock', label: t('times.closesAt'), width: 'short', beside: true },
  { name: 'interval', kind: 'count', label: t('times.interval'), hint: t('times.intervalHint'), width: 'short' },
  { name: 'from', kind: 'day', label: t('times.from'), hint: t('times.fromHint') },
  { name: 'to', kind: 'day', label: t('times.to') },
  { name: 'description', kind: 'text', label: t('times.description'), rows: 2 },
  { name: 'link', kind: 'address', label: t('times.link'), width: 'full', rare: true },
  { name: 'attendingType', kind: 'line', label: t('times.attendingType'), max: 500, rare: true },
  { name: 'count', kind: 'count', label: t('times.count'), width: 'short', rare: true },
  { name: 'notes', kind: 'text', label: t('times.notes'), rows: 2, rare: true },
];

/** A schedule as rows: days of one rule that fall in different weeks of the month make several. */
function rowsOf({ where, part }: PlacedPart<Schedule>): Values[] {
  const frequency = frequencyOf(part);
  const rule = daysOf(part);
  const common = {
    where,
    opensAt: part.opensAt,
    closesAt: part.closesAt,
    interval: part.interval === 1 ? undefined : part.interval,
    from: part.dtstart ?? part.validFrom,
    to: part.until ?? part.validTo,
    description: part.description,
    link: part.scheduleLink,
    attendingType: part.attendingType,
    count: part.count,
    notes: part.notes,
  };
  if (frequency === 'WEEKLY') return [{ ...common, repeats: 'week', days: rule.map(({ day }) => day) }];
  if (frequency === undefined) return [{ ...common, repeats: part.dtstart === undefined ? 'words' : 'once' }];
  if (rule.length === 0 || part.bymonthday !== undefined) return [{ ...common, repeats: 'monthDay', monthDays: part.bymonthday }];
  const byDay = Map.groupBy(rule, ({ day }) => day);
  const byWeeks = Map.groupBy(byDay, ([, each]) => each.map(({ nth }) => nth ?? 0).join());
  return [...byWeeks].map(([weeks, group]) => ({
    ...common,
    repeats: 'weekday',
    weekdays: group.map(([day]) => day),
    nth: weeks === '0' ? [...NTH.slice(0, 5)] : weeks.split(','),
  }));
}

function scheduleOf(values: Values, known: Schedule | undefined): Schedule {
  const own = values as { readonly [name: string]: string & string[] & number };
  const { freq: _, byday: __, bymonthday: ___, interval: ____, dtstart, until, validFrom, validTo, ...kept } = known ?? {};
  // A season stays a season, the first day of a series stays that.
  const from = dtstart === undefined && validFrom !== undefined ? { validFrom: own['from'] } : { dtstart: own['from'], validFrom };
  const to = until === undefined && validTo !== undefined ? { validTo: own['to'] } : { until: own['to'], validTo };
  const [weekdays, inMonth, weeks] = ['days', 'weekdays', 'nth'].map((name) => (values[name] ?? []) as readonly string[]);
  const rule = {
    week: { freq: 'WEEKLY' as const, byday: weekdays?.join(',') || undefined },
    weekday: { freq: 'MONTHLY' as const, byday: weeks?.flatMap((nth) => (inMonth ?? []).map((day) => `${nth}${day}`)).join(',') },
    monthDay: { freq: 'MONTHLY' as const, bymonthday: (values['monthDays'] as string | undefined)?.replace(/\s/g, '') },
    once: {},
    words: {},
  }[values['repeats'] as 'week'];
  const isRepeated = values['repeats'] !== 'once' && values['repeats'] !== 'words';
  return present({
    ...kept,
    ...rule,
    ...from,
    ...to,
    interval: isRepeated && Number(own['interval'] ?? 1) > 1 ? own['interval'] : undefined,
    opensAt: clockOf(own['opensAt'], known?.opensAt),
    closesAt: clockOf(own['closesAt'], known?.closesAt),
    description: own['description'],
    scheduleLink: own['link'],
    attendingType: own['attendingType'],
    count: own['count'],
    notes: own['notes'],
  }) as Schedule;
}

/** A time that stays keeps how it was written, with seconds and offset. */
const clockOf = (typed: string | undefined, known: string | undefined) =>
  typed !== undefined && known !== undefined && known.padStart(5, '0').startsWith(typed) ? known : typed;

/** Whether rows say what a schedule says already. */
function isUnchanged(rows: readonly Values[], placed: PlacedPart<Schedule>): boolean {
  const told = (values: Values) =>
    JSON.stringify(
      Object.entries(values)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : name.endsWith('At') ? String(value).slice(0, 5) : value])
        .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
  const before = rowsOf(placed);
  return rows.length === before.length && rows.every((row, index) => told(row) === told(before[index] ?? {}));
}

function check(row: Values): RowFault[] {
  const has = (name: string) => row[name] !== undefined;
  const faults: RowFault[] = [];
  const need = (isNeeded: boolean, field: string, code: string) => {
    if (isNeeded && !has(field)) faults.push({ field, code });
  };
  const { repeats } = row;
  const interval = Number(row['interval'] ?? 1);
  need(repeats === 'week', 'days', 'days');
  need(repeats === 'weekday', 'weekdays', 'days');
  need(repeats === 'weekday', 'nth', 'nth');
  need(repeats === 'monthDay', 'monthDays', 'month-days');
  need(repeats === 'once' || has('count') || (interval > 1 && (repeats === 'week' || repeats === 'weekday')), 'from', 'first');
  need(repeats === 'words', 'description', 'words');
  if (has('opensAt') !== has('closesAt')) faults.push({ field: has('opensAt') ? 'closesAt' : 'opensAt', code: 'both' });
  if (has('opensAt') && row['opensAt'] === row['closesAt']) faults.push({ field: 'closesAt', code: 'same-time' });
  if (interval < 1 || interval > 1000) faults.push({ field: 'interval', code: 'interval' });
  if (row['count'] === 0) faults.push({ field: 'count', code: 'positive' });
  if (has('from') && has('to') && String(row['from']) > String(row['to'])) faults.push({ field: 'to', code: 'date-order' });
  const dates = String(row['monthDays'] ?? '1').split(',');
  const areDates = dates.every((each) => /^\s*-?\d{1,2}\s*$/.test(each) && Number(each) !== 0 && Math.abs(Number(each)) <= 31);
  if (repeats === 'monthDay' && !areDates) faults.push({ field: 'monthDays', code: 'month-days' });
  return faults;
}

/** Places of the whole service's schedules that its week shows; the page of the card keeps those. */
const inWeek = (card: ServiceRecord) => {
  const others = new Set(splitSchedules(card.schedules).others.map(([index]) => index));
  return (index: number) => index < card.schedules.length && !others.has(index);
};

/** Hours that a change brings into the week, which this page does not show. */
export function joinsWeek(before: ServiceRecord, after: ServiceRecord): boolean {
  const told = ({ schedules: all }: ServiceRecord) =>
    new Set([...splitSchedules(all).week].map(([day, { opensAt, closesAt }]) => `${day} ${opensAt} ${closesAt}`));
  return told(after).difference(told(before)).size > 0;
}

const schedules = (card: ServiceRecord): PartList => ({
  kind: 'list',
  name: 'schedules',
  title: t('times.list'),
  hint: t('times.week'),
  fields: [...fields.slice(0, 10), ...whereField(card, t('times.where')), ...fields.slice(10)],
  item: (number) => t('times.item', { number }),
  add: t('times.add'),
  most: 80,
  check,
  rows: (service) => {
    const isInWeek = inWeek(service);
    return listPlaced(service, 'schedules').flatMap((placed, was) =>
      isInWeek(was) ? [] : rowsOf(placed).map((values) => ({ values, was })),
    );
  },
  put(rows, known) {
    const isInWeek = inWeek(known);
    const all = listPlaced(known, 'schedules');
    const taken = new Set<number>();
    const byOrigin = Map.groupBy(rows, ({ was }) => was);
    const changed = rows.flatMap(({ values, was }) => {
      const origin = was === undefined ? undefined : all[was];
      const group = byOrigin.get(was) ?? [];
      if (
        origin &&
        isUnchanged(
          group.map((row) => row.values),
          origin,
        )
      ) {
        const isAgain = was !== undefined && taken.has(was);
        if (was !== undefined) taken.add(was);
        return isAgain ? [] : [origin];
      }
      // Rows that one schedule was divided into become schedules of their own: the first keeps its id.
      const isFirst = was !== undefined && !taken.has(was);
      if (was !== undefined) taken.add(was);
      const { id, ...before } = origin?.part ?? {};
      const part = scheduleOf(values, { ...before, ...(isFirst && id !== undefined && { id }) });
      return [{ where: values['where'] as string | undefined, part }];
    });
    return putPlaced(known, 'schedules', [...all.filter((_, index) => isInWeek(index)), ...changed]);
  },
});

const places = (): PartList => ({
  kind: 'list',
  name: 'places',
  title: t('times.places'),
  hint: t('times.placesHint'),
  isFixed: true,
  fields: [{ name: 'description', kind: 'text', label: t('times.placeText'), max: 4000, rows: 2 }],
  item: (number) => String(number),
  add: '',
  most: 50,
  rows: ({ places: all }) => all.map(({ site }, was) => ({ values: { description: site?.description }, was })),
  put: (rows, known) => ({
    places: known.places.map((place, index) => {
      const row = rows.find(({ was }) => was === index);
      if (!row || row.values['description'] === place.site?.description) return place;
      return { ...place, site: present({ ...place.site, description: row.values['description'] as string | undefined }) };
    }),
  }),
});

export const timesPage: CardPage = {
  key: 'times',
  path: '/terminy',
  title: t('times.title'),
  lead: t('times.lead'),
  touched: ['schedules', 'places'],
  sections: (service) => {
    const named: PartList = { ...places(), item: (number) => service.places[number - 1]?.name ?? String(number) };
    return [schedules(service), ...(service.places.length === 0 ? [] : [named])];
  },
};
