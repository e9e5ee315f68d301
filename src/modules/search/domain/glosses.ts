import { isJoiningElsewhere } from './sayLittle.ts';
import { glosses } from './shippedGlosses.ts';
import { fold, listWords, shapeOf } from './tokens.ts';

const whole = new Map<string, string>();
const beginnings = new Map<string, string>();
for (const { words } of glosses)
  for (const [word, polish] of Object.entries(words))
    (word.endsWith('*') ? beginnings : whole).set(fold(word.toLowerCase().replace(/[*'’ʼ]/gu, '')), polish);
const SHORTEST_BEGINNING = 2;
/** By their first letters, the longest first. */
const beginningsBy = Map.groupBy(
  [...beginnings].filter(([{ length }]) => length >= SHORTEST_BEGINNING).toSorted(([a], [b]) => b.length - a.length),
  ([beginning]) => beginning.slice(0, SHORTEST_BEGINNING),
);

/** What a word of another language means in Polish. */
function glossOf(folded: string): string | undefined {
  return (
    whole.get(folded) ?? beginningsBy.get(folded.slice(0, SHORTEST_BEGINNING))?.find(([beginning]) => folded.startsWith(beginning))?.[1]
  );
}

const CYRILLIC = /\p{Script=Cyrillic}/u;
/** So many of a text's words must be of another language for it to be read in that. */
const MOSTLY = 0.6;

/** A text's words in Polish, one by one, and from which typed word each came; undefined when it is Polish already. */
export type Glossed = { readonly text: string; readonly typedFor: ReadonlyMap<string, string> };

/**
 * Reads a text of another language word by word, since the needs were written in Polish for the most part.
 * @param isPolish whether a word is known in Polish: such a word alone tells no other language
 */
export function inPolish(text: string, isPolish: (word: string) => boolean): Glossed | undefined {
  const read = listWords(text).map((word) => {
    const { folded, isStop } = shapeOf(word);
    return { word, folded, isStop, polish: glossOf(folded), isCyrillic: CYRILLIC.test(word) };
  });
  const telling = read.filter(({ folded, isStop, polish }) => polish !== undefined || !(isStop || isJoiningElsewhere(folded)));
  const foreign = telling.filter(({ polish, isCyrillic }) => isCyrillic || polish !== undefined);
  const isSure = foreign.some(({ word, polish, isCyrillic }) => polish !== undefined && (isCyrillic || !isPolish(word)));
  if (!isSure || foreign.length < telling.length * MOSTLY) return undefined;
  const typedFor = new Map<string, string>();
  const said: string[] = [];
  for (const { word, polish } of read) {
    if (polish === undefined) continue;
    said.push(polish);
    for (const each of listWords(polish)) if (!typedFor.has(each)) typedFor.set(each, word);
  }
  return { text: said.join(' '), typedFor };
}
