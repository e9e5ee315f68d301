import { print, withCapability } from './run.ts';

export async function centreCreate(options: { slug: string; name: string; teryt: string; json?: true }): Promise<void> {
  const { slug, name, teryt } = options;
  const centre = await withCapability('createCentre', (create, opened) => create(opened, { slug, name, teryt }));
  print(options.json, centre, `The centre ${centre.slug} is there (${centre.id}).`);
}
