import { parseMoney } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { Condition } from './conditions.ts';
import { foldWords, nearest } from './foldWords.ts';
import { readBounds } from './ruleRange.ts';
import type { RuleProblem } from './ruleProblem.ts';
import type { RuleHead, RuleWords } from './ruleWords.ts';

/** A condition as read, before it gets its id. */
export type Unnamed = Omit<Condition, 'id'>;
/** `at`: how many characters into the line the trouble begins. */
type LineProblem = { readonly code: RuleProblem['code']; readonly at: number; readonly found: string; readonly hint: string | null };
type Read = Result<readonly Unnamed[], LineProblem>;

const BARE: ReadonlySet<RuleHead> = new Set(['residesInArea', 'livesAlone']);

/** Reads one line that is no group, also as people say it without a colon. A range of ages or persons is two conditions. */
export function readLine(text: string, words: RuleWords): Read {
  const { head, at, rest } = headOf(text, words);
  if (head === undefined) return readUnheaded(text, words);
  if (BARE.has(head)) {
    if (rest !== '') return refuse({ code: 'value-not-expected', at, found: rest, hint: words.heads[head] });
    return ok([{ kind: head } as Unnamed]);
  }
  if (rest === '') return refuse({ code: 'value-missing', at, found: '', hint: words.examples[head] });
  return readValue(head, rest, at, words);
}

const heads = (words: RuleWords) => Object.keys(words.heads) as RuleHead[];
const wholeLine = (head: RuleHead, words: RuleWords, rest: string) => `${words.heads[head]}: ${rest}`;

/** What a line is about, and where what it says of it begins. */
function headOf(text: string, words: RuleWords): { readonly head?: RuleHead; readonly at: number; readonly rest: string } {
  const colon = text.indexOf(':');
  const said = foldWords(colon < 0 ? text : text.slice(0, colon));
  const strict = heads(words).find((head) =>
    [words.heads[head], ...(words.headsAlso[head] ?? [])].some((name) => foldWords(name) === said),
  );
  if (strict) {
    const at = colon < 0 ? text.length : text.length - text.slice(colon + 1).trimStart().length;
    return { head: strict, at, rest: text.slice(at).trim() };
  }
  // Without a colon only what has a number can be told from other words.
  const spoken = heads(words).filter((head) => head === 'age' || head === 'household' || head === 'income');
  const names = spoken.flatMap((head) => [words.heads[head], ...(words.headsAlso[head] ?? [])].map((name) => ({ head, name })));
  for (const { head, name } of names.toSorted((one, other) => other.name.length - one.name.length)) {
    // Folding keeps the number of letters of these words, so the place is the same in the text as it was typed.
    if (!foldWords(text).startsWith(`${foldWords(name)} `) || foldWords(text.slice(0, name.length)) !== foldWords(name)) continue;
    const at = text.length - text.slice(name.length).trimStart().length;
    const isSaid = words.heads[head] === name || canRead(head, text.slice(at), words);
    if (isSaid) return { head, at, rest: text.slice(at) };
  }
  return { at: 0, rest: text };
}

/** "od 60 lat", "ukończone 60 lat": years say what they are of. A number of zloty does not, so it is only asked about. */
function readUnheaded(text: string, words: RuleWords): Read {
  if (readBounds(text, words, words.years, true)?.hasUnit) return readValue('age', text, 0, words);
  const numbers = foldWords(text).match(/\d+/g) ?? [];
  const isOf = (units: readonly string[]) => units.some((unit) => foldWords(text).endsWith(` ${foldWords(unit)}`));
  const hint = (head: RuleHead): Read => refuse({ code: 'unknown-condition', at: 0, found: text, hint: hintOf(head, text, words) });
  if (numbers.length > 0 && isOf([...words.years, ...words.yearsOfLife])) return hint('age');
  if (numbers.length > 0 && isOf(words.persons)) return hint('household');
  if (numbers.length > 0 && (isOf(words.zloty) || isOf(words.criterion))) return hint('income');
  return refuse({ code: 'unknown-condition', at: 0, found: text, hint: null });
}

function canRead(head: RuleHead, rest: string, words: RuleWords): boolean {
  const read = readValue(head, rest, 0, words);
  return read.ok && (head === 'age' ? readBounds(rest, words, words.years, true)?.hasUnit === true : true);
}

/** The whole line that was probably meant: with the number that was typed where it may stand there, else an example. */
function hintOf(head: RuleHead, text: string, words: RuleWords): string {
  const folded = foldWords(text);
  if (head === 'income') {
    const percent = /(\d{1,4}) ?%/.exec(folded)?.[1];
    if (percent !== undefined && Number(percent) > 0) return wholeLine(head, words, `${words.to} ${percent}% ${words.criterion[0] ?? ''}`);
    const amount = /\d[\d ]*(?:[.,]\d{1,2})?/.exec(folded)?.[0].trim();
    const isLarge = amount !== undefined && amount.length <= 9 && Number(amount.replaceAll(' ', '').replace(',', '.')) > 0;
    return isLarge ? wholeLine(head, words, `${words.to} ${amount} ${words.zloty[0] ?? ''}`) : words.examples[head];
  }
  const [most, unit] = head === 'age' ? [130, words.years[0]] : [100, words.persons[0]];
  const typed = (folded.match(/\d+(?:[.,]\d+)?/g) ?? []).map((each) => Number(each.replace(',', '.')));
  const fits = typed.every((each) => each <= most && (head === 'age' || (Number.isInteger(each) && each >= 1)));
  const [one, other] = typed;
  if (!fits || one === undefined || typed.length > 2) return words.examples[head];
  const written = (value: number) => String(value).replace('.', ',');
  if (other !== undefined) {
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    return wholeLine(head, words, `${words.from} ${written(low)} ${words.to} ${written(high)} ${unit ?? ''}`);
  }
  const isUpper = [words.to, ...words.toAlso, ...words.below].some((each) => folded.includes(`${foldWords(each)} `));
  // "Up to the 18th year of life" ends with the 18th birthday.
  const isYearOfLife = isUpper && words.yearsOfLife.some((each) => folded.endsWith(foldWords(each)));
  return wholeLine(head, words, `${isUpper ? words.to : words.from} ${written(isYearOfLife ? one - 1 : one)} ${unit ?? ''}`);
}

function readValue(head: RuleHead, rest: string, at: number, words: RuleWords): Read {
  switch (head) {
    case 'age':
      return readRange(rest, at, words, words.years, { low: 'ageAtLeast', high: 'ageAtMost', key: 'years', max: 130, whole: false });
    case 'household':
      return readRange(rest, at, words, words.persons, {
        low: 'householdAtLeast',
        high: 'householdAtMost',
        key: 'persons',
        max: 100,
        whole: true,
      });
    case 'disability':
      return readNames(head, rest, at, words, words.degrees, (degrees) => ({ kind: 'disability', degrees }) as unknown as Unnamed);
    case 'circumstance':
      return readNames(head, rest, at, words, words.circumstances, (of) => ({ kind: 'circumstance', of }) as unknown as Unnamed);
    case 'targetGroup':
      return readNames(head, rest, at, words, words.targetGroups, (groups) => ({ kind: 'targetGroup', groups }) as Unnamed);
    case 'income':
      return readIncome(rest, at, words);
    case 'document':
      return ok([{ kind: 'document', name: rest } as Unnamed]);
    default:
      return ok([{ kind: 'inWords', text: rest } as Unnamed]);
  }
}

type Range = { readonly low: string; readonly high: string; readonly key: string; readonly max: number; readonly whole: boolean };

function readRange(rest: string, at: number, words: RuleWords, units: readonly string[], range: Range): Read {
  const head = range.whole ? 'household' : 'age';
  const hint = hintOf(head, rest, words);
  const bad = refuse({ code: 'bad-number', at, found: rest, hint } as const);
  const bounds = readBounds(rest, words, units, !range.whole);
  if (!bounds) return bad;
  const { low, high } = bounds;
  const isFitting = (value: number | null) =>
    value === null || (value <= range.max && (range.whole ? Number.isInteger(value) && value >= 1 : value >= 0));
  if (!isFitting(low) || !isFitting(high)) return bad;
  if (low !== null && high !== null && high < low) return refuse({ code: 'order', at, found: rest, hint });
  return ok([
    ...(low === null ? [] : [{ kind: range.low, [range.key]: low } as unknown as Unnamed]),
    ...(high === null ? [] : [{ kind: range.high, [range.key]: high } as unknown as Unnamed]),
  ]);
}

const shiftOf = (raw: string) => raw.length - raw.trimStart().length;

function readNames(
  head: RuleHead,
  rest: string,
  at: number,
  words: RuleWords,
  names: Readonly<Record<string, string>>,
  make: (codes: readonly string[]) => Unnamed,
): Read {
  const codes: string[] = [];
  const separator = new RegExp(`,|\\s+${words.or}\\s+`, 'giu');
  let from = 0;
  for (const cut of [...rest.matchAll(separator), null]) {
    const raw = rest.slice(from, cut?.index ?? rest.length);
    const name = raw.trim();
    const code = Object.keys(names).find((each) => foldWords(names[each] ?? '') === foldWords(name));
    if (code === undefined) {
      const like = nearest(name, Object.values(names));
      const before = rest.slice(0, from + shiftOf(raw));
      const hint = like === null ? null : `${before}${like}${rest.slice(from + shiftOf(raw) + name.length)}`;
      return refuse({ code: 'unknown-value', at: at + from + shiftOf(raw), found: name, hint: hint && wholeLine(head, words, hint) });
    }
    if (!codes.includes(code)) codes.push(code);
    from = cut ? cut.index + cut[0].length : from;
  }
  return ok([make(codes)]);
}

function readIncome(rest: string, at: number, words: RuleWords): Read {
  const bad = refuse({ code: 'bad-number', at, found: rest, hint: hintOf('income', rest, words) } as const);
  const folded = foldWords(rest);
  const starts = (names: readonly string[]) =>
    names
      .map((name) => `${foldWords(name)} `)
      .toSorted((one, other) => other.length - one.length)
      .find((name) => folded.startsWith(name));
  const to = starts([words.to, ...words.toAlso]);
  const below = starts(words.below);
  if (to === undefined && below === undefined) return bad;
  const amount = folded.slice((to ?? below ?? '').length);
  const percent = /^(\d{1,5}) ?% (.+)$/.exec(amount);
  if (percent && to !== undefined) {
    const [, number = '', unit = ''] = percent;
    if (!words.criterion.some((each) => foldWords(each) === unit) || Number(number) < 1 || Number(number) > 10_000) return bad;
    return ok([{ kind: 'incomeWithin', percent: Number(number) } as Unnamed]);
  }
  const money = parseMoney(amount);
  const least = to === undefined ? 1 : 0;
  if (!money.ok || money.value < least || !words.zloty.some((each) => amount.endsWith(foldWords(each)))) return bad;
  return ok([{ kind: 'incomeAtMost', grosze: money.value - least } as Unnamed]);
}
