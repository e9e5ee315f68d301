import { ok, refuse, type Result } from '#shared/result.ts';
import { isGmina, parseTerc } from '#shared/teryt.ts';
import { newId } from '#shared/uuid.ts';
import type { World } from '#platform/world.ts';
import { findCentreRow, findGminaRow, insertCentre, openCentres, renameCentre } from '../store/centreStore.ts';
import { loadRegisters } from './loadRegisters.ts';

export interface NewCentre {
  /** Its part of the address, as in `solec-kujawski`. */
  readonly slug: string;
  readonly name: string;
  /** TERC code of the gmina that runs it. */
  readonly teryt: string;
  /** A regional office sits in the gmina of its code and speaks for that voivodeship. */
  readonly kind?: 'centre' | 'regionalOffice';
}
export type CreateCentreRefusal = 'bad-slug' | 'reserved-slug' | 'no-name' | 'not-a-gmina' | 'unknown-gmina' | 'slug-taken';

/** First parts of addresses that belong to the platform itself. */
const reservedSlugs = new Set([
  'assets',
  'api',
  'health',
  'hsds',
  'ui',
  'ustawienia',
  'dostepnosc',
  'prywatnosc',
  'platforma',
  'konto',
  'zgodnosc',
]);

/**
 * Opens a centre on this installation. A centre that the shipped register knows under this address keeps its facts;
 * the same command again finds it done.
 */
export async function createCentre(world: World, input: NewCentre): Promise<Result<{ id: string; slug: string }, CreateCentreRefusal>> {
  const name = input.name.trim().normalize('NFC');
  const kind = input.kind ?? 'centre';
  if (!/^[a-z0-9][a-z0-9-]{1,60}$/.test(input.slug)) return refuse('bad-slug');
  if (reservedSlugs.has(input.slug)) return refuse('reserved-slug');
  if (name === '' || name.length > 200) return refuse('no-name');
  const terc = parseTerc(input.teryt);
  if (!terc.ok || !isGmina(terc.value)) return refuse('not-a-gmina');
  await loadRegisters(world);
  if (!(await findGminaRow(world.database, terc.value))) return refuse('unknown-gmina');
  const known = await findCentreRow(world.database, input.slug);
  if (known) {
    const isOther = known.teryt !== terc.value || known.kind !== kind;
    if (isOther || (known.isOpen && known.displayName !== name)) return refuse('slug-taken');
    if (!known.isOpen) {
      await renameCentre(world.database, input.slug, name);
      await openCentres(world.database, [input.slug], world.isDemo);
    }
    return ok({ id: known.id, slug: known.slug });
  }
  const id = newId();
  await insertCentre(world.database, {
    id,
    slug: input.slug,
    officialName: name,
    displayName: name,
    teryt: terc.value,
    legalMode: null,
    createdOn: null,
    address: null,
    phone: null,
    email: null,
    facts: {},
    isDemo: world.isDemo,
    isOpen: true,
    kind,
  });
  return ok({ id, slug: input.slug });
}
