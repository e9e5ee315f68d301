import type pg from 'pg';
import { getValue } from '#shared/result.ts';
import type { Centre, CentreScope } from '#platform/http/index.ts';
import { addTemplate, getTemplate, publishTemplate, saveTemplate, type TemplateText } from './usecases/writeTemplates.ts';

/** A template of the tenant with a common description, published. */
export async function aTemplate(scope: CentreScope, name: string, text: Partial<TemplateText> = {}): Promise<string> {
  const { id } = await addTemplate(scope, { name, governed: ['summary'], fields: { summary: `${name}: opis` }, ...text });
  getValue(await publishTemplate(scope, id, { seen: 1, note: null }));
  return id;
}

/** Publishes another text of a template. */
export async function nextEdition(
  scope: CentreScope,
  id: string,
  change: Partial<TemplateText>,
  note: string | null = null,
): Promise<number> {
  const { template } = await getTemplate(scope, id);
  getValue(await saveTemplate(scope, id, template.version, { ...template, ...change }));
  return getValue(await publishTemplate(scope, id, { seen: template.version + 1, note })).number;
}

/** A regional office of tests, in the voivodeship of a gmina. */
export const anOffice = (number: number, slug: string, teryt: string): Centre => ({
  id: `0192f5a0-0000-7000-8000-00000000000${number}`,
  slug,
  officialName: `Regionalny Ośrodek Polityki Społecznej ${slug}`,
  displayName: `ROPS ${slug}`,
  teryt,
  gminaName: 'Jodłowo',
  address: null,
  phone: null,
  email: `${slug}@example.org`,
  isDemo: true,
  kind: 'regionalOffice',
});

/** Writes tenants into the registers, with gminas that are missing. */
export async function seedOffices(client: pg.Client, tenants: readonly Centre[]): Promise<void> {
  for (const { id, slug, officialName, displayName, teryt, kind } of tenants) {
    await client.query(
      `insert into centres.gmina (teryt, name, kind, powiat, voivodeship, folded_name)
       values ($1, $2, 'wiejska', 'przykładowski', 'przykładowe', $2) on conflict do nothing`,
      [teryt, slug],
    );
    await client.query(
      `insert into centres.centre (id, slug, official_name, display_name, teryt, kind, is_demo, is_open)
       values ($1, $2, $3, $4, $5, $6, true, true)`,
      [id, slug, officialName, displayName, teryt, kind],
    );
  }
}
