import { foldName } from '#shared/personName.ts';
import { mapOk, ok, type Result } from '#shared/result.ts';
import { parseTercFile, type TercFileRefusal } from '#shared/terc.ts';
import type { World } from '#platform/world.ts';
import { saveGminas } from '../store/centreStore.ts';

/** How many gminas the file holds, and how many of them were new or changed. */
export interface TercReport {
  readonly gminas: number;
  readonly written: number;
}

/**
 * Brings the official file of the register TERC in, whole or not at all. Entries from a newer state are kept; gminas that
 * the file no longer has are kept too, because centres and cases refer to them.
 */
export async function importTerc({ database }: World, text: string): Promise<Result<TercReport, TercFileRefusal>> {
  const read = mapOk(parseTercFile(text), (gminas) =>
    gminas.map(({ terc, name, kind, powiat, voivodeship, stateOn }) => ({
      teryt: terc,
      name,
      kind,
      powiat,
      voivodeship,
      foldedName: foldName(name),
      stateOn: Temporal.PlainDate.from(stateOn),
    })),
  );
  if (!read.ok) return read;
  const written = await database.transaction().execute((tx) => saveGminas(tx, read.value));
  return ok({ gminas: read.value.length, written });
}
