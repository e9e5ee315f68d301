import { parseKrs } from '#shared/krs.ts';
import { parseNip } from '#shared/nip.ts';
import { parseRegon } from '#shared/regon.ts';
import type { ProviderRecord } from './provider.ts';

const readers = { nip: parseNip, regon: parseRegon, krs: parseKrs } as const;
export type Register = keyof typeof readers;
export const REGISTERS = Object.keys(readers) as readonly Register[];

/** A number of a register that its own rule refuses, such as a NIP with a wrong check digit. */
export interface WrongNumber {
  readonly register: Register;
  readonly value: string;
  /** The refusal of the register's rule: `wrong-checksum`, `wrong-length` … */
  readonly code: string;
}

/** The number without its separators, or why it is none. */
export function readRegisterNumber(register: Register, text: string): { readonly number: string } | WrongNumber {
  const read = readers[register](text);
  return read.ok ? { number: read.value } : { register, value: text, code: read.refusal };
}

/** Numbers of a provider that are none. */
export function findWrongNumbers(provider: Pick<ProviderRecord, Register> | null): readonly WrongNumber[] {
  return REGISTERS.flatMap((register) => {
    const value = provider?.[register];
    if (value === undefined) return [];
    const read = readRegisterNumber(register, value);
    return 'code' in read ? [read] : [];
  });
}
