import { sql } from 'kysely';
import { registersOf, type Database } from '#platform/db/index.ts';
import type { Centre } from './context.ts';

interface CentreTables {
  'centres.centre': {
    id: string;
    slug: string;
    officialName: string;
    displayName: string;
    teryt: string;
    address: string | null;
    phone: string | null;
    email: string | null;
    isDemo: boolean;
    kind: Centre['kind'];
    isOpen: boolean;
  };
  'centres.gmina': { teryt: string; name: string };
}

/** When somebody answers, as the centre told it; among its facts. */
const hoursOfCentre = sql<string | null>`c.facts -> 'own' ->> 'hours'`.as('hours');
const websiteOfCentre = sql<string | null>`c.facts -> 'own' ->> 'website'`.as('website');

const openCentres = (database: Database) =>
  registersOf<CentreTables>(database)
    .selectFrom('centres.centre as c')
    .innerJoin('centres.gmina as g', 'g.teryt', 'c.teryt')
    .select([
      'c.id',
      'c.slug',
      'c.officialName',
      'c.displayName',
      'c.teryt',
      'g.name as gminaName',
      'c.address',
      'c.phone',
      'c.email',
      'c.isDemo',
      'c.kind',
      hoursOfCentre,
      websiteOfCentre,
    ])
    .where('c.isOpen', '=', true);

/** The open centre with this address, or undefined. */
export async function findCentre(database: Database, slug: string): Promise<Centre | undefined> {
  return openCentres(database).where('c.slug', '=', slug).executeTakeFirst();
}
/** The open centre with this id, or undefined. */
export async function findCentreById(database: Database, id: string): Promise<Centre | undefined> {
  return openCentres(database).where('c.id', '=', id).executeTakeFirst();
}
/** All open centres, for jobs that run centre by centre. */
export async function listOpenCentres(database: Database): Promise<Centre[]> {
  return openCentres(database).orderBy('c.slug').execute();
}
