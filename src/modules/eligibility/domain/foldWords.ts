/** Lower case, without accents, single spaces: how words of rules are compared. */
export function foldWords(text: string): string {
  return text.toLowerCase().replaceAll('ł', 'l').normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim();
}

/** The known expression most like the one found, or null when none is like it (pairs of letters in common, after Dice). */
export function nearest(found: string, known: readonly string[], least = 0.35): string | null {
  const pairs = pairsOf(found);
  let best: { readonly name: string; readonly likeness: number } | null = null;
  for (const name of known) {
    const own = pairsOf(name);
    const common = [...own].filter((pair) => pairs.has(pair)).length;
    const likeness = (2 * common) / (own.size + pairs.size || 1);
    if (likeness > (best?.likeness ?? least)) best = { name, likeness };
  }
  return best?.name ?? null;
}

function pairsOf(text: string): Set<string> {
  const folded = ` ${foldWords(text)} `;
  return new Set(Array.from({ length: folded.length - 1 }, (_, at) => folded.slice(at, at + 2)));
}
