import { foldName } from '#shared/personName.ts';
import type { CentreScope } from '#platform/http/index.ts';
import type { Candidate, ImportProblem } from '../domain/service.ts';
import type { KnownProviders } from '../domain/serviceTable/providerCells.ts';
import { idOfName, idOfRow, nameOfRow, readTableRow, tableRow, type TableRow } from '../domain/serviceTable/readRow.ts';
import type { ColumnMapping } from '../domain/serviceTable/fields.ts';
import { providerOf, recordOf } from '../store/assembleServices.ts';
import { listOtherIds } from '../store/identityStore.ts';
import { listProviderRows, listServiceNames, type NamedKeys } from '../store/catalogueStore.ts';

import { getServices } from './services.ts';

/** A row of a table: its number as a spreadsheet shows it, and its cells by column. */
export interface TableLine {
  readonly row: number;
  readonly values: readonly string[];
}
export interface TableReader {
  /** Reads some rows of the table, in their order. */
  read(lines: readonly TableLine[]): Promise<{ readonly candidates: readonly Candidate[]; readonly problems: readonly ImportProblem[] }>;
}

/**
 * Reads the rows of a table as services. A row means the service with its identifier; without one the service of that name,
 * and of that provider where the table or the centre has the name more than once. What the table has no column for stays.
 * @param table all rows that will be read
 */
export async function makeTableReader(
  scope: CentreScope,
  table: readonly TableLine[],
  { mapping, clearsEmpty }: { mapping: ColumnMapping; clearsEmpty: boolean },
): Promise<TableReader> {
  const providers: KnownProviders = new Map((await listProviderRows(scope.tx)).map((row) => [row.foldedName, providerOf(row)]));
  const find = finder(await listServiceNames(scope.tx), repeatedNames(table, mapping));
  const seen = new Map<string, number>();
  const isDemo = scope.world.isDemo;
  return {
    async read(lines) {
      const problems: ImportProblem[] = [];
      const named = lines.flatMap(({ row, values }) => {
        const read = tableRow(row, values, mapping);
        const meant = find(read);
        if ('problem' in meant) {
          problems.push(meant.problem);
          return [];
        }
        const earlier = seen.get(meant.id);
        seen.set(meant.id, earlier ?? row);
        if (earlier === undefined) return [{ read, meant }];
        const name = nameOfRow(read);
        const detail = String(earlier);
        problems.push({
          row,
          field: 'name',
          problem: `repeats row ${earlier}`,
          code: 'repeated',
          value: name,
          detail,
          serviceId: meant.id,
        });
        return [];
      });
      const others = await listOtherIds(
        scope.tx,
        'service',
        named.map(({ meant }) => meant.id),
      );
      const found = named.map(({ read, meant }) => {
        const id = others.get(meant.id);
        // An id that another centre has stays as the outer one; a name is no id.
        return { read, meant: id === undefined ? meant : { id, externalId: meant.externalId ?? (idOfRow(read) ? meant.id : null) } };
      });
      const known = await getServices(
        scope,
        found.map(({ meant }) => meant.id),
      );
      const candidates: Candidate[] = [];
      for (const { read, meant } of found) {
        const service = known.get(meant.id);
        const reading = readTableRow(read, {
          known: service && recordOf(service),
          identity: { id: meant.id, externalId: meant.externalId },
          providers,
          clearsEmpty,
          isDemo,
          today: scope.today,
        });
        problems.push(...reading.problems);
        if (reading.service) candidates.push({ row: read.row, service: reading.service });
      }
      return { candidates, problems };
    },
  };
}

type Meant = { readonly id: string; readonly externalId: string | null } | { readonly problem: ImportProblem };

/** Names, folded, that several rows without an identifier have. */
function repeatedNames(table: readonly TableLine[], mapping: ColumnMapping): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { row, values } of table) {
    const read = tableRow(row, values, mapping);
    if (idOfRow(read)) continue;
    const name = foldName(nameOfRow(read));
    if (seen.has(name)) repeated.add(name);
    seen.add(name);
  }
  return repeated;
}

/** Which service a row means, among those of the centre. */
function finder(services: readonly NamedKeys[], repeated: ReadonlySet<string>): (row: TableRow) => Meant {
  const byOuterId = new Map(services.flatMap(({ id, externalId }) => (externalId === null ? [] : [[externalId, id] as const])));
  const byName = new Map<string, NamedKeys[]>();
  for (const service of services) {
    const name = foldName(service.name);
    byName.set(name, [...(byName.get(name) ?? []), service]);
  }
  return (row) => {
    const given = idOfRow(row);
    if (given) {
      const outer = given.externalId === null ? undefined : byOuterId.get(given.externalId);
      return outer === undefined ? given : { id: outer, externalId: given.externalId };
    }
    const name = nameOfRow(row);
    // A row without a name has its problem told by whoever reads it.
    if (name === '') return { id: idOfName(`row ${row.row}`), externalId: null };
    const named = byName.get(foldName(name)) ?? [];
    const provider = foldName(row.cells.get('provider') ?? '');
    const isShared = named.length > 1 || repeated.has(foldName(name));
    const meant = isShared ? named.filter((each) => (each.providerName ?? '') === provider) : named;
    const [only, other] = meant;
    if (other || (isShared && !only && provider === '' && named.length > 0)) {
      const problem = `${named.length} services have this name; give their ids in a column`;
      return { problem: { row: row.row, field: 'name', problem, code: 'ambiguous', value: name } };
    }
    return { id: only?.id ?? idOfName(isShared && provider !== '' ? `${name} ${provider}` : name), externalId: only?.externalId ?? null };
  };
}
