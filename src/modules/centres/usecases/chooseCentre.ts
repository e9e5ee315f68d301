import { foldName } from '#shared/personName.ts';
import type { World } from '#platform/world.ts';
import { findGminas } from '../domain/findGminas.ts';
import { listCentreRows, listGminaRows, type GminaRow } from '../store/centreStore.ts';
import { readFacts } from './centreFacts.ts';

/** A centre as somebody who looks for theirs sees it. */
export interface ListedCentre {
  readonly slug: string;
  readonly name: string;
  /** Has its window on this installation. */
  readonly isOpen: boolean;
  readonly gminaName: string;
  readonly voivodeship: string;
  /** A public page about it. */
  readonly source: string | undefined;
}
export interface ListedGmina extends GminaRow {
  /** Centres that serve the gmina, or may: of some it is not settled which namesake they serve. */
  readonly centres: readonly ListedCentre[];
}
export interface CentreChoice {
  readonly found: readonly ListedGmina[];
  /** Nothing has the typed name; what was found only resembles it. */
  readonly isGuess: boolean;
  readonly open: readonly ListedCentre[];
  readonly elsewhere: readonly ListedCentre[];
}

/** What the first page offers: gminas that the typed name may mean, and all centres. */
export async function chooseCentre({ database }: World, typed: string): Promise<CentreChoice> {
  const rows = await listCentreRows(database);
  const centres = rows.map((row) => {
    const facts = readFacts(row.facts);
    const listed: ListedCentre = {
      slug: row.slug,
      name: row.displayName,
      isOpen: row.isOpen,
      gminaName: row.gminaName,
      voivodeship: row.voivodeship,
      source: facts.sources[0],
    };
    return { listed, tercs: new Set([row.teryt, ...facts.tercs]) };
  });
  const all = centres.map(({ listed }) => listed);
  const lists = { open: all.filter(({ isOpen }) => isOpen), elsewhere: all.filter(({ isOpen }) => !isOpen) };
  if (typed.trim() === '') return { found: [], isGuess: false, ...lists };
  const gminas = (await listGminaRows(database)).map((gmina) => {
    const serving = centres.filter(({ tercs }) => tercs.has(gmina.teryt)).map(({ listed }) => listed);
    return { ...gmina, centres: serving, otherNames: namesOf(serving) };
  });
  return { ...findGminas(gminas, typed), ...lists };
}

/** A centre's own name is inflected ("w Redzikowie"); its address has the town as people type it. */
const namesOf = (centres: readonly ListedCentre[]) => centres.flatMap(({ name, slug }) => [foldName(name), slug.replaceAll('-', ' ')]);
