import { foldName } from '#shared/personName.ts';
import { derivedId } from '#shared/uuid.ts';
import type { World } from '#platform/world.ts';
import { readShippedCentres, readShippedGminas, type ShippedCentre } from '../domain/shippedRegisters.ts';
import { openCentres, saveGminas, saveRegisteredCentres } from '../store/centreStore.ts';

/**
 * Brings the registers that ship with the product into the database: gminas, and centres that are known but not open.
 * Loading again changes nothing; a newer register that the operator has imported is kept.
 */
export async function loadRegisters({ database }: World): Promise<void> {
  await saveGminas(
    database,
    readShippedGminas().map(({ terc, stateOn, name, kind, powiat, voivodeship }) => ({
      teryt: terc,
      name,
      kind,
      powiat,
      voivodeship,
      foldedName: foldName(name),
      stateOn: Temporal.PlainDate.from(stateOn),
    })),
  );
  await saveRegisteredCentres(database, readShippedCentres().map(rowOf));
}

/** Opens the centres whose catalogue ships, as a demonstration. Returns their addresses. */
export async function openDemoCentres(world: World): Promise<readonly string[]> {
  await loadRegisters(world);
  const slugs = readShippedCentres()
    .filter((centre) => centre.hasCatalogue)
    .map((centre) => centre.slug);
  await openCentres(world.database, slugs, true);
  return slugs;
}

/** Telephone and address stay empty: nobody answers here in the name of a real centre until it opens its own Okienko. */
function rowOf(centre: ShippedCentre) {
  const { slug, displayName, officialName, legalMode, startedOn, tercs, ...facts } = centre;
  return {
    id: derivedId('centre', slug),
    slug,
    officialName: officialName ?? displayName,
    displayName,
    teryt: tercs[0],
    legalMode,
    createdOn: startedOn === null ? null : Temporal.PlainDate.from(startedOn),
    address: null,
    phone: null,
    email: null,
    facts: { ...facts, tercs },
    isDemo: false,
    isOpen: false,
    kind: 'centre' as const,
  };
}
