import { fold, listWords } from './tokens.ts';
import type { LikelyNeed, UnderstoodText } from './understanding.ts';

/**
 * What cannot wait. `life`: somebody may be dying or lies without answering; `lost`: somebody who cannot find the way back is out;
 * `violence`: somebody at home hurts or frightens; `despair`: somebody thinks of ending their life; `other`: an urgent need.
 */
export const DANGERS = ['life', 'lost', 'violence', 'despair', 'other'] as const;
export type DangerKind = (typeof DANGERS)[number];
export type Danger = { readonly kind: DangerKind; readonly kinds: Readonly<Record<string, number>> };

/** Words that tell of a danger, as data/search/danger.json ships them: one expression of each group of `said`, none of `unless`. */
export type DangerSign = {
  readonly danger: Exclude<DangerKind, 'other'>;
  readonly said: readonly (readonly string[])[];
  readonly unless?: readonly (readonly string[])[];
};

/** From this likelihood on a need that is urgent is answered with numbers that help at once. */
const URGENT_FROM = 0.3;
/** Several urgent needs together say that there is danger, though not which. */
const MOST_BETWEEN = 1;
/** Likelihood times evidence: words that say hardly anything, as "pizza", are no reason to be alarmed. */
const SURE_FROM = 0.15;
/** Kinds of services for which somebody in this danger would call. */
const KINDS: Readonly<Record<Exclude<DangerKind, 'other'>, Readonly<Record<string, number>>>> = {
  life: {},
  lost: {},
  violence: { 'przemoc-pomoc': 3, 'interwencja-kryzysowa': 3, 'psycholog-dorosli': 2 },
  despair: { 'interwencja-kryzysowa': 3, 'centrum-zdrowia-psychicznego': 3, 'psycholog-dorosli': 2, 'psycholog-dzieci': 2 },
};
/** Needs in which only the emergency number helps at once. */
const OF_NEED: Readonly<Record<string, DangerKind>> = {
  'nie-otwiera-nie-odbiera': 'life',
  'nagle-zagrozenie-zycia': 'life',
  'upadek-nikt-nie-slyszal': 'life',
  'gaz-czad-ogien': 'life',
  'wychodzi-i-bladzi': 'lost',
};

type Part = { readonly text: string; readonly isBeginning: boolean };
type Expression = readonly Part[];
type Read = {
  readonly danger: DangerSign['danger'];
  readonly said: readonly (readonly Expression[])[];
  readonly unless: readonly Expression[];
};

/** Hears in plain words that somebody is in danger. What is said of danger is worth a needless number: rules stand beside what was learned. */
export class DangerSigns {
  readonly #signs: readonly Read[];

  constructor(signs: readonly DangerSign[]) {
    this.#signs = signs.map(({ danger, said, unless = [] }) => ({
      danger,
      said: said.map((group) => group.map(readExpression)),
      unless: unless.flat().map(readExpression),
    }));
  }

  /** The gravest danger that words tell of by themselves. */
  heardIn(words: string): DangerSign['danger'] | undefined {
    const said = listWords(words).map(fold);
    const isSaid = (expression: Expression) => said.some((_, at) => isHeard(expression, said, at));
    const heard = new Set(
      this.#signs
        .filter(({ said: groups, unless }) => groups.every((group) => group.some(isSaid)) && !unless.some(isSaid))
        .map(({ danger }) => danger),
    );
    return DANGERS.find((kind): kind is DangerSign['danger'] => kind !== 'other' && heard.has(kind));
  }

  /** The danger that words tell of, by themselves or by the need in them; undefined when nothing is urgent. */
  dangerIn(words: string, read: UnderstoodText): Danger | undefined {
    const heard = this.heardIn(words);
    const urgent = read.needs.find((each) => isUrgent(each) && each.p * read.evidence >= SURE_FROM);
    if (heard === 'despair' || heard === undefined) {
      const kind = heard ?? (urgent && kindOf(urgent));
      if (kind === undefined) return undefined;
      return { kind, kinds: kind === 'other' || kind === 'violence' ? (urgent?.need.kinds ?? {}) : KINDS[kind] };
    }
    return { kind: heard, kinds: KINDS[heard] };
  }
}

const isUrgent = ({ need, p }: LikelyNeed): boolean => need.urgent === true && p >= URGENT_FROM;

const kindOf = ({ need }: LikelyNeed): DangerKind => OF_NEED[need.id] ?? (need.kinds['przemoc-pomoc'] === 3 ? 'violence' : 'other');

const readExpression = (text: string): Expression =>
  text.split(' ').map((word) => ({ text: fold(word.replace(/[*'’ʼ]/gu, '')), isBeginning: word.endsWith('*') }));

/** Whether an expression begins at a word, its words in order with at most one other between two. */
function isHeard(expression: Expression, said: readonly string[], start: number): boolean {
  let at = start;
  for (const [number, { text, isBeginning }] of expression.entries()) {
    const last = number === 0 ? at : at + MOST_BETWEEN;
    while (at <= last && !(isBeginning ? said[at]?.startsWith(text) : said[at] === text)) at++;
    if (at > last) return false;
    at++;
  }
  return true;
}
