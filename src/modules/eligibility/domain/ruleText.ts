/**
 * A rule as people write it on paper: one condition a line, groups with a colon and their conditions indented below.
 * The words of the language are data (`RuleWords`), so the grammar knows no Polish.
 */
import type { Condition } from './conditions.ts';
import { findContradiction } from './contradiction.ts';
import { foldWords, nearest } from './foldWords.ts';
import { readLine, type Unnamed } from './ruleLine.ts';
import type { RuleProblem } from './ruleProblem.ts';
import type { RuleWords } from './ruleWords.ts';

export type ReadRule = { readonly conditions: readonly Condition[]; readonly problems: readonly RuleProblem[] };

const MOST_LINES = 200;
const DEEPEST = 5;
/** Whole lines are offered only when most of the words are the same. */
const alike = 0.6;
/** Groups begin with words that other lines have too. */
const alikeGroup = 0.7;
const GROUPS = ['allOf', 'anyOf', 'noneOf', 'exception'] as const;
type GroupKind = (typeof GROUPS)[number];

/** `shift`: how many characters a bullet before the text takes; it is no part of the indent. */
type Line = { readonly number: number; readonly indent: number; readonly shift: number; readonly text: string };
/** Reads a rule. All problems are told at once; the conditions are worth something only when there are none. */
export function readRule(text: string, words: RuleWords): ReadRule {
  const all = text.split(/\r?\n/).map((raw, index): Line => {
    const bare = raw.replaceAll('\t', '    ');
    const content = bare.trimStart();
    const text = content.replace(/^[-–•]\s+/, '').trimEnd();
    return { number: index + 1, indent: bare.length - content.length, shift: content.trimEnd().length - text.length, text };
  });
  const lines = all.filter((line) => line.text !== '');
  const problems: RuleProblem[] = [];
  const over = lines[MOST_LINES];
  if (over) return { conditions: [], problems: [problem(over, 'too-long')] };
  const reader = new Reader(lines, words, problems);
  const conditions = reader.readList(0, 1);
  const named = nameAll(conditions);
  const never = problems.length === 0 ? findContradiction(named) : undefined;
  const culprit = never === undefined ? undefined : reader.lineOf(conditions[never]);
  if (culprit) problems.push(problem(culprit, 'never'));
  return { conditions: named, problems: problems.toSorted((a, b) => a.line - b.line) };
}

function problem(line: Line, code: RuleProblem['code'], at = 0, found = line.text, hint: string | null = null): RuleProblem {
  return { line: line.number, column: line.indent + line.shift + at + 1, code, found, hint };
}

class Reader {
  readonly #lines: readonly Line[];
  readonly #words: RuleWords;
  readonly #problems: RuleProblem[];
  readonly #lineOf = new Map<Unnamed, Line>();
  #at = 0;

  constructor(lines: readonly Line[], words: RuleWords, problems: RuleProblem[]) {
    this.#lines = lines;
    this.#words = words;
    this.#problems = problems;
  }

  lineOf(condition: Unnamed | undefined): Line | undefined {
    return condition && this.#lineOf.get(condition);
  }

  /** The conditions of one list: lines of one indent, each group with its own list below. */
  readList(atLeast: number, depth: number): Unnamed[] {
    const list: Unnamed[] = [];
    const first = this.#lines[this.#at];
    if (!first || first.indent < atLeast) return list;
    for (let line = this.#lines[this.#at]; line && line.indent >= atLeast; line = this.#lines[this.#at]) {
      if (line.indent !== first.indent) this.#problems.push(problem(line, 'uneven-indent'));
      this.#at++;
      const group = this.#groupOf(line.text);
      if (group === null) list.push(...this.#readLeaf(line));
      else this.#readGroup(group, line, list, depth);
      for (const each of list) if (!this.#lineOf.has(each)) this.#lineOf.set(each, line);
    }
    return list;
  }

  #groupOf(text: string): GroupKind | null {
    const said = foldWords(text.replace(/:\s*$/, ''));
    return GROUPS.find((group) => this.#words.groups[group].some((name) => foldWords(name) === said)) ?? null;
  }

  #readGroup(kind: GroupKind, line: Line, list: Unnamed[], depth: number): void {
    const inside = this.readList(line.indent + 1, depth + 1);
    if (depth >= DEEPEST) return void this.#problems.push(problem(line, 'too-deep'));
    if (inside.length === 0) return void this.#problems.push(problem(line, 'empty-group'));
    if (kind !== 'exception') return void list.push({ kind, of: inside } as Unnamed);
    if (list.length === 0) return void this.#problems.push(problem(line, 'exception-needs-rule'));
    // An exception stands for everything said before it in its list.
    const before = list.splice(0, list.length);
    list.push({ kind: 'exception', of: before, except: inside } as unknown as Unnamed);
  }

  /** A whole line or beginning of a group that begins as the one found, or null when nothing is much like it. */
  #lineLike(found: string): string | null {
    const { heads, headsAlso, examples, groups } = this.#words;
    const lines = new Map<string, string>();
    for (const head of Object.keys(heads) as (keyof typeof heads)[]) {
      for (const name of [heads[head], ...(headsAlso[head] ?? [])]) lines.set(name, examples[head]);
    }
    const [said = ''] = found.split(':');
    const like = nearest(said, [...lines.keys()], alike);
    if (like !== null) return lines.get(like) ?? null;
    const group = nearest(said, Object.values(groups).flat(), alikeGroup);
    return group === null ? null : `${group}:`;
  }

  #readLeaf(line: Line): Unnamed[] {
    const read = readLine(line.text, this.#words);
    if (read.ok) return [...read.value];
    const { code, at, found, hint } = read.refusal;
    const suggestion = hint ?? (code === 'unknown-condition' ? this.#lineLike(found) : null);
    this.#problems.push(problem(line, code, at, found, suggestion));
    return [];
  }
}

/** Ids follow from what a condition says, so that moving lines about keeps what staff settled about them. */
function nameAll(conditions: readonly Unnamed[]): Condition[] {
  const used = new Map<string, number>();
  const name = (condition: Unnamed): Condition => {
    const inner = condition as Extract<Condition, { kind: 'exception' }>;
    const of = 'of' in condition && condition.kind !== 'circumstance' ? inner.of.map(name) : undefined;
    const except = 'except' in condition ? inner.except.map(name) : undefined;
    const stem = stemOf(condition);
    const count = (used.get(stem) ?? 0) + 1;
    used.set(stem, count);
    return { ...condition, id: count === 1 ? stem : `${stem}-${count}`, ...(of ? { of } : {}), ...(except ? { except } : {}) } as Condition;
  };
  return conditions.map(name);
}

function stemOf(condition: Unnamed): string {
  const { kind, ...rest } = condition as Record<string, unknown> & { kind: string };
  const said = Object.values(rest)
    .filter((value) => typeof value !== 'object' || (Array.isArray(value) && value.every((each) => typeof each === 'string')))
    .join('-');
  const slug = foldWords(said)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '');
  return slug === '' ? kind : `${kind}-${slug}`;
}
