import { cleanLine } from '#shared/plainText.ts';
import { foldName } from '#shared/personName.ts';
import type { ProviderRecord } from '../provider.ts';
import { readRegisterNumber, REGISTERS, type Register } from '../registerNumbers.ts';
import type { TableField } from './fields.ts';

type Known = Pick<ProviderRecord, 'id' | 'name' | Register>;
/** Providers of the centre by their folded names; those that earlier rows of the file added come to it. */
export type KnownProviders = Map<string, ProviderRecord>;

/**
 * Who delivers the service by its row. A provider that the centre has is only named; numbers that it lacks are added to it,
 * and other numbers than it has are a problem of the row.
 */
export function readProviderCells(
  cells: ReadonlyMap<TableField, string>,
  was: ProviderRecord | null,
  providers: KnownProviders,
  clearsEmpty: boolean,
  tell: (field: TableField, code: string, value: string) => void,
): ProviderRecord | null {
  const named = cells.get('provider');
  const name = cleanLine(named ?? '');
  const provider = name !== '' ? name : named === undefined || !clearsEmpty ? was?.name : undefined;
  if (provider === undefined) return null;
  const folded = foldName(provider);
  const known = providers.get(folded);
  const numbers: Partial<Record<Register, string>> = {};
  for (const register of REGISTERS) {
    const value = cells.get(register) ?? '';
    if (value === '') continue;
    const read = readRegisterNumber(register, value);
    if ('code' in read) tell(register, `number-${read.code}`, value);
    else if (known?.[register] !== undefined && known[register] !== read.number) tell(register, 'provider-other-number', value);
    else if (known?.[register] === undefined) numbers[register] = read.number;
  }
  if (Object.keys(numbers).length === 0) {
    if (was !== null && foldName(was.name) === folded) return was;
    if (known) return onlyNamed(known);
  }
  const full: ProviderRecord = known ? { ...known, ...numbers } : { name: provider, kind: null, ...numbers };
  providers.set(folded, full);
  return full;
}

/** A row that only names its provider changes nothing of it. */
const onlyNamed = ({ name }: Known): ProviderRecord => ({ name, kind: null });
