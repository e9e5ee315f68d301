import type pg from 'pg';
import type { Centre } from '#platform/http/index.ts';

const centre = (number: 1 | 2, slug: string, gmina: string, teryt: string): Centre => ({
  id: `0192f5a0-0000-7000-8000-00000000000${number}`,
  slug,
  officialName: `Centrum Usług Społecznych w gminie ${gmina}`,
  displayName: `CUS ${gmina}`,
  teryt,
  gminaName: gmina,
  address: 'ul. Przykładowa 1, 00-000 Przykładowo',
  phone: null,
  email: `cus@${slug}.example`,
  isDemo: true,
  kind: 'centre',
});

/** The centre of every test that does not say otherwise. Made up, as is its gmina. */
export const centreA = centre(1, 'jodlowo', 'Jodłowo', '9901011');
/** Another centre on the same installation: whatever belongs to it must stay unseen. */
export const centreB = centre(2, 'lipowo', 'Lipowo', '9902022');

/** Writes both centres, open, into the registers. */
export async function seedCentres(client: pg.Client): Promise<void> {
  for (const each of [centreA, centreB]) {
    await client.query(
      `insert into centres.gmina (teryt, name, kind, powiat, voivodeship, folded_name) values ($1, $2, 'wiejska', 'przykładowski', 'przykładowe', $3)`,
      [each.teryt, each.gminaName, each.slug],
    );
    await client.query(
      `insert into centres.centre (id, slug, official_name, display_name, teryt, address, phone, email, is_demo, is_open)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, true)`,
      [each.id, each.slug, each.officialName, each.displayName, each.teryt, each.address, each.phone, each.email, each.isDemo],
    );
  }
}
