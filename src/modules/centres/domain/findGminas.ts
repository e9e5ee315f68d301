import { foldName, similarity } from '#shared/personName.ts';

/** What a name is looked for in: a gmina with the centres that serve it. */
export interface NamedGmina {
  readonly foldedName: string;
  /** Folded names by which its centre is known beside the gmina's own. */
  readonly otherNames: readonly string[];
}
export interface GminaSearch<T> {
  readonly found: readonly T[];
  /** Nothing has the name; these only resemble it. */
  readonly isGuess: boolean;
}

const mostGuesses = 6;
const closeEnough = 0.72;
const mostFound = 40;

/**
 * Gminas whose name holds the typed words, whatever the accents, the case and the order; whole names first. "gmina",
 * "miasto" and the like are left out of the question. When none does, those that resemble it.
 */
export function findGminas<T extends NamedGmina>(gminas: readonly T[], typed: string): GminaSearch<T> {
  const words = foldName(typed.slice(0, 100))
    .split(' ')
    .filter((word) => word !== '' && !silent.has(word));
  if (words.length === 0) return { found: [], isGuess: false };
  const question = words.join(' ');
  const holds = (name: string) => {
    const own = name.split(' ');
    return words.every((word) => own.some((each) => each.startsWith(word)));
  };
  const found = gminas.filter((gmina) => holds(gmina.foldedName) || gmina.otherNames.some(holds));
  if (found.length > 0) return { found: sorted(found, (gmina) => closeness(gmina, question)).slice(0, mostFound), isGuess: false };
  const near = gminas.filter((gmina) => similarity(question, gmina.foldedName) >= closeEnough);
  return { found: sorted(near, (gmina) => similarity(question, gmina.foldedName)).slice(0, mostGuesses), isGuess: near.length > 0 };
}

const silent = new Set(['gmina', 'gminie', 'miasto', 'miejska', 'wiejska', 'cus', 'centrum', 'uslug', 'spolecznych', 'w', 'm', 'powiat']);

/** 2 for the very name, 1 for a name that begins so, 0 for one that holds it. */
function closeness({ foldedName }: NamedGmina, question: string): number {
  if (foldedName === question) return 2;
  return foldedName.startsWith(question) ? 1 : 0;
}

function sorted<T extends NamedGmina>(list: readonly T[], rank: (each: T) => number): T[] {
  return list
    .map((each) => ({ each, rank: rank(each) }))
    .toSorted((a, b) => b.rank - a.rank || (a.each.foldedName < b.each.foldedName ? -1 : 1))
    .map(({ each }) => each);
}
