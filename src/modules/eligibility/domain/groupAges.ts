import { targetGroups, type TargetGroupWords } from '#shared/targetGroups.ts';
import type { Condition } from './conditions.ts';
import { foldWords } from './foldWords.ts';

const agesOf = new Map<string, NonNullable<TargetGroupWords['ages']>>(
  targetGroups.flatMap(({ code, ages }) => (ages ? [[code, ages] as const] : [])),
);
const codeOf = new Map(targetGroups.map(({ code, name }) => [foldWords(name.pl), code]));

/** Whether age alone tells who belongs to the group. */
export const hasAges = (group: string): boolean => agesOf.has(group);
/** Whether somebody of this age belongs to it by age. */
export function fitsAges(group: string, age: number): boolean {
  const ages = agesOf.get(group);
  return ages !== undefined && (ages.from === null || age >= ages.from) && (ages.to === null || Math.floor(age) <= ages.to);
}
/** The ages at which people come to belong to a group, or no longer do. */
export function turnsOf(group: string): readonly number[] {
  const ages = agesOf.get(group);
  return [ages?.from, ages?.to].flatMap((age) => age ?? []);
}
/** The group that a text names and nothing else. */
export const groupNamed = (text: string): string | undefined => codeOf.get(foldWords(text.replace(/[.;,\s]+$/u, '')));

/** Bounds of age and a group, joined by "and", that speak of different people; both bounds included, null for none. */
export interface AgeDoubt {
  readonly group: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly groupFrom: number | null;
  readonly groupTo: number | null;
}
/** Where a rule limits age otherwise than a group that it names beside: nobody refuses it, its author is asked. */
export function listAgeDoubts(conditions: readonly Condition[]): readonly AgeDoubt[] {
  const inside = conditions.flatMap((each) => {
    if (each.kind === 'allOf' || each.kind === 'anyOf' || each.kind === 'noneOf')
      return listAgeDoubts(each.kind === 'allOf' ? each.of : each.of.flatMap(onlyLists));
    return each.kind === 'exception' ? [...listAgeDoubts(each.of), ...listAgeDoubts(each.except)] : [];
  });
  const lows = conditions.flatMap((each) => (each.kind === 'ageAtLeast' ? [each.years] : []));
  const highs = conditions.flatMap((each) => (each.kind === 'ageAtMost' ? [each.years] : []));
  if (lows.length + highs.length === 0) return inside;
  const [from, to] = [lows.length > 0 ? Math.max(...lows) : null, highs.length > 0 ? Math.min(...highs) : null];
  const groups = conditions.flatMap((each) => (each.kind === 'targetGroup' && each.groups.length === 1 ? each.groups : []));
  const own = groups.flatMap((group): AgeDoubt[] => {
    const ages = agesOf.get(group);
    if (!ages) return [];
    const isOnlyNarrowed = (ages.from === null || from === null || from >= ages.from) && (ages.to === null || to === null || to <= ages.to);
    const meets = (ages.from === null || to === null || to >= ages.from) && (ages.to === null || from === null || from <= ages.to);
    return isOnlyNarrowed && meets ? [] : [{ group, from, to, groupFrom: ages.from, groupTo: ages.to }];
  });
  return [...own, ...inside];
}
/** Alternatives are not joined with one another; only groups inside them are lists of their own. */
const onlyLists = (condition: Condition): readonly Condition[] =>
  condition.kind === 'allOf' || condition.kind === 'exception' ? [condition] : [];
