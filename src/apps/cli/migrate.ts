import { parseConfig } from '../../config.ts';
import { note, print } from './run.ts';
import { migrateAddress, openAddress } from './world.ts';

export async function migrateVerb(options: { json?: true }): Promise<void> {
  const database = await openAddress(parseConfig(process.env), true, note);
  try {
    const applied: string[] = [];
    await migrateAddress(database.address, (migration, ms) => {
      applied.push(migration.name);
      note(`${migration.name} (${(ms / 1000).toFixed(2)} s)`);
    });
    print(options.json, { applied }, applied.length === 0 ? 'The schema is up to date.' : `Changes applied: ${applied.length}.`);
  } finally {
    await database.close();
  }
}
