/** Sentences for tests of cases: `aCase().applied('s1').assessed().qualified('s1')`. */
import type { LawValues } from '#shared/lawValues.ts';
import type { CaseCommand, CaseCommandData, CaseCommandType } from './caseCommands.ts';
import type { CaseEvent, CaseRole } from './caseEvents.ts';
import { factsAt, type CaseFacts } from './caseFacts.ts';
import type { CaseState } from './caseState.ts';
import { decidingStatuses, type CaseStatusOrNew } from './caseStatus.ts';
import { evolve, newCase } from './foldCase.ts';
import { decide } from './decide.ts';
import { transitions, type Transition } from './transitions.ts';

export const testLaw: LawValues = {
  needContactDays: 7,
  supplementDays: 7,
  planDueDays: 30,
  planMaxMonths: 12,
  coordinationMonths: 3,
  appealDays: 14,
  referralLinkDays: 8,
};

export const testNow = '2025-03-03T09:00:00.000Z';

const open = { isProgrammeInForce: true, conditions: 'met', isPlaceFree: true, queuePosition: null } as const;

/** Facts under which nothing from outside stands in the way. */
export function kindFacts(now: string = testNow, serviceIds: readonly string[] = ['s1', 's2', 's3']): CaseFacts {
  return {
    ...factsAt(now, testLaw),
    services: Object.fromEntries(serviceIds.map((id) => [id, open])),
    acceptedOrderIds: ['o1', 'o2', 'o3'],
    plan: { issueCount: 0, goalIds: ['g1'] },
    mayActorApprovePlans: true,
  };
}

export function command<C extends CaseCommandType>(type: C, role: CaseRole, data: CaseCommandData[C]): CaseCommand {
  return { type, actor: { role, id: role === 'resident' ? null : `user-${role}` }, data } as CaseCommand;
}

export class CaseStory {
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];

  constructor(state: CaseState = newCase, events: readonly CaseEvent[] = []) {
    this.state = state;
    this.events = events;
  }

  /** Carries the command out; throws with the reasons when it is refused. */
  then<C extends CaseCommandType>(type: C, role: CaseRole, data: CaseCommandData[C], facts: CaseFacts = kindFacts()): CaseStory {
    const decided = decide(this.state, command(type, role, data), facts);
    if (!decided.ok) throw new Error(`${type} refused from ${this.state.status}: ${JSON.stringify(decided.refusal)}`);
    return new CaseStory(decided.value.reduce(evolve, this.state), [...this.events, ...decided.value]);
  }

  applied(...serviceIds: readonly string[]): CaseStory {
    return this.then('apply', 'resident', {
      personId: 'p1',
      applicantType: 'self',
      applicantId: 'p1',
      channel: 'online',
      filedOn: '2025-03-03',
      serviceIds: [...serviceIds],
      forwardingConsentId: 'c1',
    });
  }

  assessed(): CaseStory {
    return this.then('startAssessment', 'planCoordinator', { place: 'centre', plannedOn: '2025-03-10' }).then(
      'recordAssessment',
      'planCoordinator',
      { assessmentId: 'a1', version: 1, heldOn: '2025-03-03' },
    );
  }

  qualified(serviceId: string): CaseStory {
    return this.then('qualifyService', 'serviceOrganiser', { serviceId, cardNumber: `K/${serviceId}` });
  }

  waitlisted(serviceId: string): CaseStory {
    const facts = kindFacts();
    return this.then(
      'waitlistService',
      'serviceOrganiser',
      { serviceId },
      { ...facts, services: { ...facts.services, [serviceId]: { ...open, isPlaceFree: false, queuePosition: 3 } } },
    );
  }

  refused(serviceId: string): CaseStory {
    return this.then('refuseService', 'director', {
      serviceId,
      reasons: [{ code: 'conditionsNotMet', inOwnWords: 'Age below the limit' }],
      decisionNumber: 'D/1/2025',
    });
  }

  coordinated(withPlan: boolean): CaseStory {
    return this.then('decideCoordination', 'planCoordinator', {
      from: '2025-04-01',
      to: withPlan ? '2026-03-31' : '2025-05-31',
      withPlan,
      note: null,
    });
  }

  planApproved(): CaseStory {
    const plan = { planId: 'plan1', version: 1 };
    return this.coordinated(true)
      .then('draftPlan', 'planCoordinator', { ...plan, startsOn: '2025-04-01', endsOn: '2026-03-31' })
      .then('agreePlan', 'resident', { ...plan, agreedOn: '2025-03-03', agreedBy: 'self' })
      .then('approvePlan', 'director', { ...plan, approvedOn: '2025-03-03' });
  }

  ordered(orderId: string, serviceId: string): CaseStory {
    return this.then('placeOrders', 'serviceOrganiser', { orders: [{ orderId, serviceId, providerId: 'provider1' }] });
  }

  started(orderId: string): CaseStory {
    return this.then('startService', 'providerWorker', { orderId, startedOn: '2025-03-03' });
  }
}

export function aCase(): CaseStory {
  return new CaseStory();
}

/** All statuses a row may lead to from a given status. */
export function possibleTargets(row: Transition, from: CaseStatusOrNew): readonly CaseStatusOrNew[] {
  switch (row.to) {
    case 'stays':
      return [from];
    case 'byServices':
      if (from === 'APPLIED' || from === 'INCOMPLETE') return [from, 'FORWARDED'];
      return (decidingStatuses as readonly CaseStatusOrNew[]).includes(from) ? [...decidingStatuses, 'FORWARDED'] : [from];
    case 'byProgress':
      return ['PLAN_APPROVED', 'REFERRED', 'ACTIVE'];
    case 'asBefore':
      return transitions.find(({ command }) => command === 'suspend')?.from ?? [];
    default:
      return [row.to];
  }
}
