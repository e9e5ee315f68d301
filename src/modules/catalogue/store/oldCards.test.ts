import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { migrate } from '#platform/db/migrate.ts';
import { asOwner, testDatabase } from '#tests/support/database.ts';

const place = (name: string, street: string | null) => ({ name, street, postcode: null, town: 'Solec' });

test('cards written before places had rows keep their places, shared by those that name the same one', async () => {
  const name = `old_cards_${process.pid}`;
  const folder = await mkdtemp(join(tmpdir(), 'okienko-old-cards-'));
  await cp(new URL('../../../../db', import.meta.url), folder, { recursive: true });
  const migrations = join(folder, 'migrations');
  const later = (await readdir(migrations)).filter((file) => file >= '0020');
  for (const file of later) await rm(join(migrations, file));
  await asOwner((owner) => owner.query(`create database ${name}`));
  const connectionString = Object.assign(new URL((await testDatabase()).ownerUrl), { pathname: `/${name}` }).href;
  const client = new pg.Client(connectionString);
  try {
    await migrate({ connection: { connectionString }, dbDir: folder });
    await client.connect();
    const { rows: centres } = await client.query<{ id: string }>(
      `with gmina as (insert into centres.gmina (teryt, name, kind, powiat, voivodeship, folded_name) values ('0403074', 'Stare', 'wiejska', 'Stary', 'dawne', 'stare') returning teryt)
       insert into centres.centre (id, slug, official_name, display_name, teryt)
       select gen_random_uuid(), 'stare', 'Stare', 'Stare', teryt from gmina returning id`,
    );
    const centre = centres[0]?.id;
    await client.query(`select set_config('okienko.centre_id', $1, false)`, [centre]);
    for (const [slug, places] of [
      ['a', [place('Sala', 'ul. Wzorowa 1'), place('Dom', null)]],
      ['b', [place('Sala', 'ul. Wzorowa 1')]],
      ['c', []],
    ] as const) {
      await client.query(
        `insert into catalogue.service (centre_id, id, slug, name, status, areas, target_groups, card, created_at, updated_at)
         values ($1, gen_random_uuid(), $2, $2, 'active', '{4}', '{}', $3, now(), now())`,
        [centre, slug, JSON.stringify({ slug, name: slug, places, provider: { name: 'Fundacja', kind: 'ngo' } })],
      );
    }
    await migrate({ connection: { connectionString }, dbDir: new URL('../../../../db', import.meta.url).pathname });
    const { rows } = await client.query(
      `select s.slug, array_agg(l.name order by l.name) filter (where l.id is not null) as places, s.card ? 'provider' as has_provider
       from catalogue.service s
       left join jsonb_array_elements(s.card -> 'places') p on true
       left join catalogue.service_at_location link on link.id = (p -> 'site' ->> 'id')::uuid and link.service_id = s.id
       left join catalogue.location l on l.id = (p ->> 'id')::uuid and l.id = link.location_id
       group by s.slug, s.card order by s.slug`,
    );
    expect(rows).toEqual([
      { slug: 'a', places: ['Dom', 'Sala'], has_provider: false },
      { slug: 'b', places: ['Sala'], has_provider: false },
      { slug: 'c', places: null, has_provider: false },
    ]);
    expect((await client.query('select name from catalogue.location order by name')).rows).toEqual([{ name: 'Dom' }, { name: 'Sala' }]);
  } finally {
    await client.end();
    await asOwner((owner) => owner.query(`drop database ${name} with (force)`));
    await rm(folder, { recursive: true });
  }
});
