import { parseMoney } from '#shared/money.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { Condition } from './conditions.ts';
import { foldWords, nearest } from './foldWords.ts';
import type { RuleProblem } from './ruleText.ts';
import type { RuleHead, RuleWords } from './ruleWords.ts';

type Unnamed = Omit<Condition, 'id'>;
/** `at`: how many characters into the line the trouble begins. */
type LineProblem = { readonly code: RuleProblem['code']; readonly at: number; readonly found: string; readonly hint: string | null };
type Read = Result<readonly Unnamed[], LineProblem>;

const BARE: ReadonlySet<RuleHead> = new Set(['residesInArea', 'livesAlone']);

/** Reads one line that is no group. A range of ages or persons is two conditions. */
export function readLine(text: string, words: RuleWords): Read {
  const colon = text.indexOf(':');
  const said = colon < 0 ? text : text.slice(0, colon);
  const head = (Object.keys(words.heads) as RuleHead[]).find((each) => foldWords(words.heads[each]) === foldWords(said));
  if (head === undefined) return refuse({ code: 'unknown-condition', at: 0, found: said, hint: null });
  const rest = colon < 0 ? '' : text.slice(colon + 1).trim();
  const at = colon < 0 ? text.length : text.length - text.slice(colon + 1).trimStart().length;
  if (BARE.has(head)) {
    if (rest !== '') return refuse({ code: 'value-not-expected', at, found: rest, hint: words.heads[head] });
    return ok([{ kind: head } as Unnamed]);
  }
  if (rest === '') return refuse({ code: 'value-missing', at, found: '', hint: null });
  return readValue(head, rest, at, words);
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
      return readNames(rest, at, words, words.degrees, (degrees) => ({ kind: 'disability', degrees }) as unknown as Unnamed);
    case 'circumstance':
      return readNames(rest, at, words, words.circumstances, (of) => ({ kind: 'circumstance', of }) as unknown as Unnamed);
    case 'targetGroup':
      return readNames(rest, at, words, words.targetGroups, (groups) => ({ kind: 'targetGroup', groups }) as Unnamed);
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
  const bad = refuse({ code: 'bad-number', at, found: rest, hint: `${words.from} 13 ${words.to} 18 ${units[0] ?? ''}`.trim() } as const);
  const tokens = foldWords(rest).split(' ');
  if (units.some((unit) => foldWords(unit) === tokens.at(-1))) tokens.pop();
  const bounds: Unnamed[] = [];
  let from: number | null = null;
  while (tokens.length > 0) {
    const [side, typed = ''] = tokens.splice(0, 2);
    const number = /^\d{1,3}([.,]\d{1,2})?$/.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN;
    if (Number.isNaN(number) || number > range.max || (range.whole && (!Number.isInteger(number) || number < 1))) return bad;
    if (side === foldWords(words.from) && bounds.length === 0) {
      from = number;
      bounds.push({ kind: range.low, [range.key]: number } as unknown as Unnamed);
    } else if (side === foldWords(words.to) && bounds.length <= 1) {
      if (from !== null && number < from) return refuse({ code: 'order', at, found: rest, hint: null });
      bounds.push({ kind: range.high, [range.key]: number } as unknown as Unnamed);
      if (tokens.length > 0) return bad;
    } else return bad;
  }
  return ok(bounds);
}

function readNames(
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
      const shift = from + (raw.length - raw.trimStart().length);
      return refuse({ code: 'unknown-value', at: at + shift, found: name, hint: nearest(name, Object.values(names)) });
    }
    if (!codes.includes(code)) codes.push(code);
    from = cut ? cut.index + cut[0].length : from;
  }
  return ok([make(codes)]);
}

function readIncome(rest: string, at: number, words: RuleWords): Read {
  const bad = refuse({ code: 'bad-number', at, found: rest, hint: `${words.to} 150% ${words.criterion[0] ?? ''}` } as const);
  const folded = foldWords(rest);
  const to = `${foldWords(words.to)} `;
  if (!folded.startsWith(to)) return bad;
  const amount = folded.slice(to.length);
  const percent = /^(\d{1,5}) ?% (.+)$/.exec(amount);
  if (percent) {
    const [, number = '', unit = ''] = percent;
    if (!words.criterion.some((each) => foldWords(each) === unit) || Number(number) < 1 || Number(number) > 10_000) return bad;
    return ok([{ kind: 'incomeWithin', percent: Number(number) } as Unnamed]);
  }
  const money = parseMoney(amount);
  if (!money.ok || money.value < 0 || !words.zloty.some((each) => amount.endsWith(foldWords(each)))) return bad;
  return ok([{ kind: 'incomeAtMost', grosze: money.value } as Unnamed]);
}
