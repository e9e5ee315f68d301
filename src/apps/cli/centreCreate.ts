import { note, print, withCapability } from './run.ts';

export async function centreCreate(options: { slug: string; name: string; teryt: string; regional?: true; json?: true }): Promise<void> {
  const { slug, name, teryt } = options;
  const centre = await withCapability('createCentre', (create, opened) =>
    create(opened, { slug, name, teryt, kind: options.regional ? 'regionalOffice' : 'centre' }),
  );
  print(options.json, centre, `The centre ${centre.slug} is there (${centre.id}).`);
}

export interface DescribeOptions {
  slug: string;
  phone?: string;
  email?: string;
  address?: string;
  hours?: string;
  website?: string;
  localities?: string;
}
export async function centreDescribe({ slug, localities, ...told }: DescribeOptions): Promise<void> {
  const { changed, repeated } = await withCapability('describeCentre', (describe, opened) =>
    describe(opened, slug, { ...told, ...(localities !== undefined && { localities: localities.split(',') }) }),
  );
  if (repeated.length > 0) note(`told more than once, kept once: ${repeated.join(', ')}`);
  print(undefined, undefined, changed.length > 0 ? `Written down for the centre ${slug}.` : `All of it stood like that already.`);
}
