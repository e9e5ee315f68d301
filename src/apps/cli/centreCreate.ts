import { print, withCapability } from './run.ts';

export async function centreCreate(options: { slug: string; name: string; teryt: string; regional?: true; json?: true }): Promise<void> {
  const { slug, name, teryt } = options;
  const centre = await withCapability('createCentre', (create, opened) =>
    create(opened, { slug, name, teryt, kind: options.regional ? 'regionalOffice' : 'centre' }),
  );
  print(options.json, centre, `The centre ${centre.slug} is there (${centre.id}).`);
}
