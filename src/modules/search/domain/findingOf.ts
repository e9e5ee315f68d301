import { gainOfGrade, type Need } from './needs.ts';

/** Below this use a service is only loosely related to a need. */
const USEFUL_FROM = gainOfGrade(2) - 0.01;
/** From this use on it is what the person needs. */
const NEEDED_FROM = 0.7;

/** A need for which a service is found, and whether it is just what the person needs or a good alternative. */
export type FoundNeed = { readonly need: Need; readonly isJustThat: boolean };

/** The needs for which a service of these kinds is found, what helps most first. */
export function needsOfKinds(kinds: readonly { readonly id: string; readonly weight: number }[], needs: readonly Need[]): FoundNeed[] {
  return needs
    .map((need) => ({ need, use: Math.max(0, ...kinds.map(({ id, weight }) => weight * gainOfGrade(need.kinds[id] ?? 0))) }))
    .filter(({ use }) => use >= USEFUL_FROM)
    .toSorted((a, b) => b.use - a.use)
    .map(({ need, use }) => ({ need, isJustThat: use >= NEEDED_FROM }));
}

/** What an editor leaves of what a page offered: kinds and needs that stay, and one of each that was added. */
export type ChosenFinding = {
  readonly kinds: readonly string[];
  readonly needs: readonly string[];
  readonly addedKind: string | null;
  readonly addedNeed: string | null;
};

/**
 * What is stored for a choice. Kinds that are the ones told by the texts are not stored, so they go on following the texts.
 * @param told kinds that the texts tell
 * @param offered needs that the page offered because of the kinds
 * @param before what held when the page was read
 */
export function findingOf(
  chosen: ChosenFinding,
  told: readonly string[],
  offered: readonly string[],
  before: { readonly needs: readonly string[]; readonly denied: readonly string[] },
): { kinds: string[] | null; needs: string[]; denied: string[] } {
  const kinds = [...new Set([...chosen.kinds, ...(chosen.addedKind === null ? [] : [chosen.addedKind])])];
  const isAsTold = kinds.length === told.length && kinds.every((id) => told.includes(id));
  const kept = new Set([...chosen.needs, ...(chosen.addedNeed === null ? [] : [chosen.addedNeed])]);
  const ofKinds = new Set(offered);
  return {
    kinds: isAsTold ? null : kinds,
    needs: [...kept].filter((id) => !ofKinds.has(id)),
    denied: [...new Set([...before.denied, ...offered])].filter((id) => !kept.has(id)),
  };
}
