import { print, withCapability } from './run.ts';
import { table } from './table.ts';

export async function search(words: string, options: { centre: string; limit: number; json?: true }): Promise<void> {
  const { centre, limit, json } = options;
  const found = await withCapability('searchServices', (find, opened) => find(opened, { words, centreSlug: centre, limit }));
  print(
    json,
    found,
    table(
      ['score', 'name', 'id'],
      found.map((each) => [each.score.toFixed(3), each.name, each.id]),
    ),
  );
}
