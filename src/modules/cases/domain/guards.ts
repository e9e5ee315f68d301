/** The guards named in the transition table. Each returns the reasons against, or nothing. */
import type { CaseRefusal } from './caseRefusal.ts';
import type { GuardContext } from './guard.ts';
import { generalGuards } from './guardsOfCase.ts';
import { planGuards } from './guardsOfPlan.ts';
import { serviceGuards } from './guardsOfServices.ts';

export const guards = { ...generalGuards, ...serviceGuards, ...planGuards };
export type GuardName = keyof typeof guards;

/** All reasons of the named guards against the command, in the order of the table. */
export function checkGuards(names: readonly GuardName[], context: GuardContext): readonly CaseRefusal[] {
  return names.flatMap((name) => guards[name](context));
}
