import { isValidElement, type Child } from 'hono/jsx';
import type { ConflictNoticeProps } from './ConflictNotice.tsx';

/** What was typed into a form, by names of fields. */
export interface TypedFields {
  has(name: string): boolean;
  all(name: string): readonly string[];
}
interface Described {
  readonly label: string;
  /** Words of the values that can be chosen; empty where anything may be typed. */
  readonly words: ReadonlyMap<string, string>;
}

/**
 * Two fillings of one form, field by field, named as the form names its fields and in the words of its choices.
 * `drawn` is the form as drawn by the page; fields of which `theirs` knows nothing are left out.
 */
export function comparedFields(drawn: Child, mine: TypedFields, theirs: TypedFields): ConflictNoticeProps['fields'] {
  const described = new Map<string, Described>();
  describe(drawn, described);
  return [...described]
    .filter(([name]) => theirs.has(name))
    .map(([name, { label, words }]) => {
      const said = (typed: TypedFields) =>
        typed
          .all(name)
          .map((value) => words.get(value) ?? value)
          .filter((value) => value !== '')
          .join(words.size > 0 ? ', ' : '\n');
      return { label, mine: said(mine), theirs: said(theirs) };
    });
}

function describe(node: unknown, into: Map<string, Described>): void {
  if (Array.isArray(node)) {
    for (const each of node) describe(each, into);
    return;
  }
  if (!isValidElement(node)) return;
  const props = node.props as Readonly<Record<string, unknown>>;
  const { name, label } = props;
  const choices = [props['choices'], props['options']].flatMap((each) => (Array.isArray(each) ? (each as unknown[]) : []));
  if (typeof name === 'string' && typeof label === 'string' && !into.has(name)) {
    const words = choices.flatMap((choice): [string, string][] => {
      const { value, label: word } = choice as { value?: unknown; label?: unknown };
      return typeof value === 'string' && typeof word === 'string' ? [[value, word]] : [];
    });
    into.set(name, { label, words: new Map(words) });
  }
  for (const choice of choices) describe((choice as { reveals?: unknown }).reveals, into);
  const inner = props['children'] ?? node.children;
  const isEmpty = inner === undefined || (Array.isArray(inner) && inner.length === 0);
  // Fields that stand together in a component of their own are found by drawing it.
  if (isEmpty && typeof node.tag === 'function' && typeof label !== 'string')
    describe((node.tag as (props: unknown) => unknown)(props), into);
  else describe(inner, into);
}
