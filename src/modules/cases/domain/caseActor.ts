import type { Actor } from '#shared/actor.ts';
import type { CaseCommandType } from './caseCommands.ts';
import type { CaseActor, CaseRole } from './caseEvents.ts';
import type { CaseState } from './caseState.ts';
import { transitions } from './transitions.ts';

/** The roles in which somebody can act on a case: a holder of the case code is a resident, an order link a provider's worker. */
export function caseRolesOf(actor: Actor): readonly CaseRole[] {
  switch (actor.kind) {
    case 'user':
      return actor.roles;
    case 'caseHolder':
    case 'anonymous':
      return ['resident'];
    case 'orderLink':
      return ['providerWorker'];
    case 'system':
      return ['system'];
  }
}

/**
 * As whom somebody carries out a command: the first of their roles that may do it at this stage.
 * When none may, their first role is returned, and `decide` refuses it with `wrong-actor`.
 */
export function actingOn(state: CaseState, command: CaseCommandType, actor: Actor): CaseActor {
  const own = caseRolesOf(actor);
  const allowed = transitions.filter((row) => row.command === command && row.from.includes(state.status)).flatMap((row) => row.actors);
  const role = own.find((each) => allowed.includes(each)) ?? own[0] ?? 'resident';
  return { role, id: actor.kind === 'user' ? actor.userId : null };
}
