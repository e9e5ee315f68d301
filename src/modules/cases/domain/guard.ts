import type { CaseCommand } from './caseCommands.ts';
import type { CaseFacts } from './caseFacts.ts';
import type { CaseRefusal } from './caseRefusal.ts';
import type { CaseState } from './caseState.ts';

export type GuardContext = { readonly state: CaseState; readonly command: CaseCommand; readonly facts: CaseFacts };
/** One condition on a command: the reasons against it, or none. */
export type Guard = (context: GuardContext) => readonly CaseRefusal[];
