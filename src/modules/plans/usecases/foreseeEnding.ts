import type { CentreScope } from '#platform/http/index.ts';
import { getServices } from '#modules/catalogue/index.ts';
import {
  closingConsequences,
  findTransition,
  gatherFacts,
  rolesOnCase,
  whyNotNow,
  type CaseRefusal,
  type CaseView,
  type ClosingConsequences,
} from '#modules/cases/index.ts';

export const endings = ['done', 'withdrawn', 'moved', 'died', 'limit', 'uncompleted'] as const;
export type Ending = (typeof endings)[number];

/** The ways in which the actor may end the case at its stage, before looking at what may stand against them. */
export function listEndings(scope: CentreScope, { state }: CaseView): readonly Ending[] {
  const roles = rolesOnCase(scope.actor);
  return endings.filter((ending) => findTransition('close', state.status, ending)?.actors.some((role) => roles.includes(role)));
}

/** What an ending would bring, with the names of services instead of their ids. */
export interface ForeseenEnding extends ClosingConsequences {
  readonly serviceNames: ReadonlyMap<string, string>;
  /** Addresses of the case's orders by their id: those that stand against the ending can be opened. */
  readonly addressOfOrder: (orderId: string) => string;
  /** What stands against it now; nothing is brought about until that is settled. */
  readonly against: readonly CaseRefusal[];
}

/** What closing the case on a day would bring now: the same that the closing will record, or what stands against it. */
export async function foreseeEnding(scope: CentreScope, view: CaseView): Promise<(ending: Ending, occurredOn: string) => ForeseenEnding> {
  const facts = await gatherFacts(scope, view);
  const services = await getServices(
    scope,
    view.state.services.map((service) => service.serviceId),
  );
  const serviceNames = new Map([...services].map(([id, service]) => [id, service.name]));
  return (ending, occurredOn) => ({
    ...closingConsequences(view.state, facts, occurredOn),
    serviceNames,
    addressOfOrder: (orderId) => `/${scope.centre.slug}/praca/zlecenia/${orderId}`,
    against: whyNotNow(scope, view, { type: 'close', data: { ending, occurredOn, note: null } }, facts),
  });
}
