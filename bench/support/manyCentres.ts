import type pg from 'pg';
import { inCentre } from '#platform/db/index.ts';
import { findCentre, makeScope, type Centre, type CentreScope } from '#platform/http/index.ts';
import type { World } from '#platform/world.ts';
import { listShippedServices, putServices, type ServiceRecord } from '#modules/catalogue/index.ts';
import { publishCatalogue } from '#modules/openData/index.ts';
import { derivedId } from '#shared/uuid.ts';
import { centreA } from '#tests/support/centres.ts';

/** Opens so many centres, `pomiar-0` and on. */
export async function openCentres(owner: pg.Client, world: World, count: number): Promise<readonly Centre[]> {
  const opened: Centre[] = [];
  for (let number = 0; number < count; number += 1) {
    await owner.query(
      `insert into centres.centre (id, slug, official_name, display_name, teryt, is_open) values ($1, $2, $3, $3, $4, true)`,
      [derivedId('bench centre', String(number)), `pomiar-${number}`, `Centrum pomiaru ${number}`, centreA.teryt],
    );
    const centre = await findCentre(world.database, `pomiar-${number}`);
    if (!centre) throw new Error('the centre is not open');
    opened.push(centre);
  }
  return opened;
}

export const idOfService = (index: number): string => derivedId('bench service', String(index));

/** Centres that are filled at the same time: the program and the database work side by side. */
const atOnce = 4;

/**
 * Services `from` to `to` like the shipped ones, dealt to the centres in turn, and published as open data.
 * @param places of the centres that get theirs now; all unless told
 */
export async function fillCentres(
  world: World,
  centres: readonly Centre[],
  { from, to, places = [...centres.keys()] }: { from: number; to: number; places?: readonly number[] },
): Promise<void> {
  const samples = ['solec-kujawski', 'zyrardow', 'koszalin'].flatMap((slug) => [...listShippedServices(slug)]);
  const waiting = places.values();
  const fillOne = async (place: number) => {
    const centre = centres[place];
    if (!centre) throw new Error(`there is no centre ${place}`);
    const records: ServiceRecord[] = [];
    for (let index = place; index < to; index += centres.length) {
      if (index < from) continue;
      const sample = samples[index % samples.length];
      if (sample) records.push({ ...sample, id: idOfService(index), slug: `usluga-${index}`, externalId: null });
    }
    await asSystem(world, centre, async (scope) => {
      await putServices(scope, records);
      await publishCatalogue(scope);
    });
  };
  const oneByOne = async () => {
    for (const place of waiting) await fillOne(place);
  };
  await Promise.all(Array.from({ length: atOnce }, oneByOne));
}

/** Work of the program itself in a centre, as one transaction. */
export const asSystem = <T>(world: World, centre: Centre, work: (scope: CentreScope) => Promise<T>): Promise<T> =>
  inCentre(world.database, centre.id, (tx) => {
    const actor = { kind: 'system', task: 'bench' } as const;
    return work(makeScope({ world, tx, centre, actor, now: world.clock(), lang: 'pl', door: 'bench', requestId: 'bench' }));
  });
