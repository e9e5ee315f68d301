import { print, withCapability } from './run.ts';

export async function exportServices(options: { centre: string }): Promise<void> {
  const services = await withCapability('exportServices', (takeOut, opened) => takeOut(opened, { centreSlug: options.centre }));
  print(true, services, '');
}
