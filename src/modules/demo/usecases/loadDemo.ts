import { loadShippedServices } from '#modules/catalogue/index.ts';
import { openDemoCentres } from '#modules/centres/index.ts';
import { inCentre } from '#platform/db/index.ts';
import { findCentre, makeScope, type CentreScope } from '#platform/http/index.ts';
import type { World } from '#platform/world.ts';
import { demoCentres, demoPassword, type DemoCentre } from '../scenarios/people.ts';
import { scenariosOf } from '../scenarios/all.ts';
import { demoOffice } from '../scenarios/templates.ts';
import { loadRegion } from './loadRegion.ts';
import { makeAccounts } from './makeAccounts.ts';
import { tellStories, type InOneTransaction } from './tellStories.ts';

/** An account anybody may try; printed at every start. */
export interface DemoAccount {
  readonly role: string;
  readonly centre: string;
  readonly email: string;
  readonly password: string;
}

/** How many days ago the cards were written: before the first of them is changed in a story. */
const cardsAreOld = 100;

/**
 * Makes what is missing of the demonstration, piece by piece in transactions of their own: it may be interrupted at
 * any moment and goes on at the next start. `note` gets a line for each piece that was made; `storiesOf` chooses the
 * stories of a centre.
 */
export async function loadDemo(world: World, note: (line: string) => void, storiesOf = scenariosOf): Promise<readonly DemoAccount[]> {
  for (const slug of await openDemoCentres(world)) {
    const written = await inDemo(world, slug, (scope) => loadShippedServices(scope, scope.now.subtract({ hours: 24 * cardsAreOld })));
    if (written > 0) note(`${slug}: ${written} services`);
  }
  await Promise.all(
    demoCentres.map(async (centre) => {
      const inOne: InOneTransaction = (work) => inDemo(world, centre.slug, work);
      const cast = await inOne((scope) => makeAccounts(scope, centre));
      const told = await tellStories(inOne, centre, cast, storiesOf(centre), note);
      if (told > 0) note(`${centre.slug}: ${told} invented cases`);
    }),
  );
  const published = await loadRegion(world, (slug, work) => inDemo(world, slug, work));
  if (published > 0) note(`${demoOffice.slug}: ${published} texts of templates`);
  return [...demoCentres.flatMap(accountsOf), accountOfOffice];
}

function accountsOf(centre: DemoCentre): DemoAccount[] {
  return centre.staff.map(({ role, email }) => ({ role, centre: centre.slug, email, password: demoPassword }));
}

const accountOfOffice: DemoAccount = {
  role: demoOffice.staff.role,
  centre: demoOffice.slug,
  email: demoOffice.staff.email,
  password: demoPassword,
};

/** Runs `work` for a demonstration centre in one transaction, in the name of the program. */
async function inDemo<T>(world: World, slug: string, work: (scope: CentreScope) => Promise<T>): Promise<T> {
  const centre = await findCentre(world.database, slug);
  if (!centre) throw new Error(`the demonstration centre ${slug} is not open`);
  return inCentre(world.database, centre.id, (tx) =>
    work(
      makeScope({
        world,
        tx,
        centre,
        actor: { kind: 'system', task: 'demo' },
        now: world.clock(),
        lang: 'pl',
        door: 'okienko demo',
        requestId: 'demo',
      }),
    ),
  );
}
