import { formatDate } from '#shared/polishDate.ts';
import { isIsoDate } from '#shared/isoTime.ts';
import type { Language } from '#platform/i18n/index.ts';
import type { PlanDifference, PlanValue } from '../domain/diffPlans.ts';
import { planUnits, planPeriods, type PlanContent, type PlannedService } from '../domain/planContent.ts';
import { planTexts } from './index.ts';
import type { pl } from './pl.ts';

type Field = keyof typeof pl.field;
type Unit = (typeof planUnits)[number];
type Per = (typeof planPeriods)[number];

/** `20 godzin w miesiącu`; empty when no quantity was given. */
export function amountInWords({ quantity, unit, per }: Pick<PlannedService, 'quantity' | 'unit' | 'per'>, lang: Language): string {
  if (quantity === null) return '';
  const t = planTexts.in(lang);
  return t('amount', { count: t(`unit.${unit}`, { count: quantity }), per: t(`per.${per}`) });
}

/** A day as people read it; what is no day comes back as it was typed. */
export function dayInWords(day: string, lang: Language): string {
  return isIsoDate(day) ? formatDate(Temporal.PlainDate.from(day), lang) : day;
}

/** The last field of a path: `goals[g1].actions[a2].who` gives `who`. */
const fieldOf = (path: string) => path.split('.').at(-1)?.replace(/\[.*$/, '') ?? path;

export function fieldInWords(path: string, lang: Language): string {
  return planTexts.in(lang)(`field.${fieldOf(path) as Field}`);
}

/** One line about a difference, for lists: what was added, removed or changed, and where. */
export function changeInWords({ kind, section, about, path }: PlanDifference, lang: Language): string {
  const t = planTexts.in(lang);
  const field = fieldInWords(path, lang);
  if (section === 'dates') return t('change.changedDates', { field });
  const part = t(`part.${section}`);
  return t(`change.${kind}`, { part, about: about ?? t('notGiven'), field });
}

/** A value of a plan as a reader sees it; `content` knows the needs that goals refer to. */
export function valueInWords(path: string, value: PlanValue | undefined, content: PlanContent, lang: Language): string {
  const t = planTexts.in(lang);
  if (value === undefined || value === null || value === '') return '';
  if (Array.isArray(value))
    return value
      .map((id) => content.needs.find((need) => need.id === id)?.description ?? '')
      .filter(Boolean)
      .join('; ');
  if (typeof value === 'object') return itemInWords(value, content, lang);
  const field = fieldOf(path);
  if (field === 'unit' && isOneOf(planUnits, value)) return unitInWords(value, lang);
  if (field === 'per' && isOneOf(planPeriods, value)) return t(`per.${value}`);
  if (typeof value === 'string' && ['startsOn', 'endsOn', 'from', 'to'].includes(field)) return dayInWords(value, lang);
  return typeof value === 'number' ? value.toLocaleString(lang) : String(value);
}

/** The unit alone, without a number: `godzina`. */
export function unitInWords(unit: Unit, lang: Language): string {
  return planTexts.in(lang)(`unit.${unit}`, { count: 1 }).replace(/^1 /u, '');
}
export const periodInWords = (per: Per, lang: Language): string => planTexts.in(lang)(`per.${per}`);

function isOneOf<const T extends string>(all: readonly T[], value: unknown): value is T {
  return (all as readonly unknown[]).includes(value);
}

const unreadable = new Set(['id', 'serviceId', 'providerId', 'unit', 'per', 'quantity']);
/** A whole item on a few lines, field by field. */
function itemInWords(item: object, content: PlanContent, lang: Language): string {
  const lines = Object.entries(item).flatMap(([field, value]: [string, unknown]): string[] => {
    if (unreadable.has(field)) return [];
    if (field === 'actions' && Array.isArray(value))
      return value.map((action: object) => itemInWords(action, content, lang).replaceAll('\n', ', '));
    const words = valueInWords(field, value as PlanValue, content, lang);
    return words === '' ? [] : [`${fieldInWords(field, lang)}: ${words}`];
  });
  const amount = 'quantity' in item ? amountInWords(item as PlannedService, lang) : '';
  return [...lines, ...(amount ? [amount] : [])].join('\n');
}
