import { foldName } from '#shared/personName.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { searchPeople as searchRows } from '../store/personStore.ts';
import { personOf, type Person } from './registerPerson.ts';

/** People whose names hold or resemble the typed words, best first, at most `limit`. */
export async function searchPeople(scope: CentreScope, words: string, limit = 20): Promise<Person[]> {
  const folded = foldName(words);
  if (folded.length < 2) return [];
  return (await searchRows(scope.tx, folded, limit)).map(personOf);
}
