import { foldWords } from './foldWords.ts';
import type { RuleWords } from './ruleWords.ts';

/** A range as people say it: bounds included, or null for none. */
export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the unit was said; a range with one can do without the beginning of its line. */
  readonly hasUnit: boolean;
}

const NUMBER = String.raw`(\d{1,3}(?:[.,]\d{1,2})?)\.?`;
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** Any of these words, the longest first. */
const anyOf = (words: readonly string[]) =>
  words
    .map(foldWords)
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');

/**
 * Reads "od 60 lat", "co najmniej 60", "powyżej 60 lat", "ukończone 60 lat", "60+", "13–18 lat", "od 13 do 18 lat". Undefined when it is
 * none of them. Above a number of years is from it on, as one is above sixty the day after; below it is up to the year before.
 */
export function readBounds(text: string, words: RuleWords, units: readonly string[], isAge: boolean): Bounds | undefined {
  const said = foldWords(text);
  const [from, to, above, below] = [
    anyOf([words.from, ...words.fromAlso]),
    anyOf([words.to, ...words.toAlso]),
    anyOf(words.above),
    anyOf(words.below),
  ];
  const years = isAge ? anyOf([...units, ...words.yearsOfLife]) : anyOf(units);
  const completed = isAge ? `|(?<done>${anyOf(words.completed)})` : '';
  const unit = String.raw`(?:\s*(?<unit>${years}))?`;
  const low = String.raw`(?:(?<from>${from})|(?<above>${above})${completed})\s+(?<low>${NUMBER})`;
  const high = String.raw`(?:(?<to>${to})|(?<below>${below}))\s+(?<high>${NUMBER})`;
  const inner = String.raw`(?:\s*(?:${years}))?`;
  const shapes = [
    `${low}${unit}`,
    `${high}${unit}`,
    String.raw`${low}${inner}(?:\s*,)?\s+(?:i |a |ale )?${high}${unit}`,
    String.raw`(?<low>${NUMBER})\s*[-–—]\s*(?<high>${NUMBER})${unit}`,
    String.raw`(?<low>${NUMBER})\s*\+${unit}`,
    String.raw`(?<low>${NUMBER})${unit}\s+(?:${anyOf(words.orMore)})`,
  ];
  for (const shape of shapes) {
    const groups = new RegExp(`^${shape}$`, 'u').exec(said)?.groups;
    if (groups) return boundsOf(groups, words, isAge);
  }
  return undefined;
}

function boundsOf(groups: Readonly<Record<string, string | undefined>>, words: RuleWords, isAge: boolean): Bounds | undefined {
  const number = (typed: string | undefined) => (typed === undefined ? null : Number(typed.replace(',', '.').replace(/\.$/, '')));
  const [low, high] = [number(groups.low), number(groups.high)];
  const isYearOfLife = words.yearsOfLife.some((each) => foldWords(each) === groups.unit);
  // The 60th year of life begins at 59: only a completed one is read, nobody guesses at the rest.
  if (isYearOfLife && groups.done === undefined) return undefined;
  return {
    low: low !== null && groups.above !== undefined && !isAge ? low + 1 : low,
    high: high !== null && groups.below !== undefined && Number.isInteger(high) ? high - 1 : high,
    hasUnit: groups.unit !== undefined || groups.done !== undefined,
  };
}
