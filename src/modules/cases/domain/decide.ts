/**
 * The one door to a case: a command either becomes events or is refused with every reason.
 * Pure: the same history, command and facts give the same answer.
 */
import { addDays, dayOf } from '#shared/isoTime.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { CaseCommand, CaseCommandType } from './caseCommands.ts';
import { findInvalidPaths, type CaseEvent, type CaseEventData, type CaseEventOf, type CaseEventType, type CaseRole } from './caseEvents.ts';
import type { CaseFacts } from './caseFacts.ts';
import type { CaseRefusal } from './caseRefusal.ts';
import type { CaseState } from './caseState.ts';
import { closingConsequences } from './closing.ts';
import { checkGuards } from './guards.ts';
import { isPlanObligatory } from './guardsOfPlan.ts';
import { findTransition, transitions } from './transitions.ts';

/**
 * Decides a command. On success the events to append, in order; on refusal all reasons, never none.
 * A refused command changes nothing. A `closed` event carries the consequences the caller must carry
 * out in the same transaction (orders to cancel, places to free, queues to leave, fees to stop).
 */
export function decide(state: CaseState, command: CaseCommand, facts: CaseFacts): Result<readonly CaseEvent[], readonly CaseRefusal[]> {
  const row = findTransition(command.type, state.status, command.type === 'close' ? command.data.ending : undefined);
  if (!row) return refuse([{ code: 'not-from-this-state', from: state.status, event: command.type }]);
  if (!row.actors.includes(command.actor.role)) {
    return refuse([{ code: 'wrong-actor', role: command.actor.role, allowed: row.actors }]);
  }
  const guarded = checkGuards(row.guards, { state, command, facts });
  const paths = findInvalidPaths(row.event, command.data, namedByGuards);
  const reasons: readonly CaseRefusal[] = paths.length > 0 ? [...guarded, { code: 'invalid-data', paths }] : guarded;
  if (reasons.length > 0) return refuse(reasons);
  return ok(eventsOf(state, command, facts));
}

/** Why a command would be refused now, as a list that is empty when it is allowed: for buttons and their explanations. */
export function whyNot(state: CaseState, command: CaseCommand, facts: CaseFacts): readonly CaseRefusal[] {
  const decided = decide(state, command, facts);
  return decided.ok ? [] : decided.refusal;
}

/** Commands that stage and role allow, before guards look at the data: what a page may offer. */
export function availableCommands(state: CaseState, role: CaseRole): readonly CaseCommandType[] {
  const rows = transitions.filter((row) => row.from.includes(state.status) && row.actors.includes(role));
  return [...new Set(rows.map((row) => row.command))];
}

/** Fields whose absence has a code of its own. */
const namedByGuards = ['consentId', 'reasons', 'decisionNumber'];

function eventsOf(state: CaseState, command: CaseCommand, facts: CaseFacts): readonly CaseEvent[] {
  const { now, law } = facts;
  const today = dayOf(now);
  function event<T extends CaseEventType>(type: T, data: CaseEventData<T>): CaseEventOf<T> {
    return { type, at: now, actor: command.actor, data };
  }
  switch (command.type) {
    case 'reportNeed':
      return [event('needReported', { ...command.data, contactDueOn: addDays(today, law.needContactDays) })];
    case 'inform':
      return [event('informed', command.data)];
    case 'apply': {
      const { forwardingConsentId, ...data } = command.data;
      const applied = event('applied', { ...data, planDueOn: addDays(data.filedOn, law.planDueDays) });
      if (!forwardingConsentId) return [applied];
      return [applied, event('consentGiven', { consentId: forwardingConsentId, purpose: 'forwarding', givenOn: data.filedOn })];
    }
    case 'giveConsent':
      return [event('consentGiven', command.data)];
    case 'withdrawConsent':
      return [event('consentWithdrawn', command.data)];
    case 'assignCoordinator':
      return [event('coordinatorAssigned', command.data)];
    case 'markIncomplete':
      return [event('markedIncomplete', { ...command.data, dueOn: addDays(today, law.supplementDays) })];
    case 'complete':
      return [event('completed', command.data)];
    case 'forward':
      return [event('forwarded', { ...command.data, consentId: command.data.consentId ?? '' })];
    case 'startAssessment':
      return [event('assessmentStarted', command.data)];
    case 'recordAssessment':
      return [event('assessmentRecorded', command.data)];
    case 'qualifyService':
      return [event('serviceQualified', command.data)];
    case 'waitlistService':
      return [event('serviceWaitlisted', { ...command.data, position: facts.services[command.data.serviceId]?.queuePosition ?? 1 })];
    case 'proposeRefusal':
      return [event('refusalProposed', command.data)];
    case 'sendRefusalBack':
      return [event('refusalSentBack', command.data)];
    case 'refuseService':
      return [event('serviceRefused', { ...command.data, decisionNumber: command.data.decisionNumber?.trim() ?? '' })];
    case 'recordRefusalDelivery':
      return [event('refusalDelivered', { ...command.data, appealUntil: addDays(command.data.deliveredOn, law.appealDays) })];
    case 'offerPlace':
      return [event('placeOffered', command.data)];
    case 'withdrawService':
      return [event('serviceWithdrawn', command.data)];
    case 'decideCoordination':
      return [
        event('coordinationDecided', {
          ...command.data,
          isPlanObligatory: isPlanObligatory(command.data.from, command.data.to, law.coordinationMonths),
        }),
      ];
    case 'draftPlan':
      return [event('planDrafted', command.data)];
    case 'agreePlan':
      return [event('planAgreed', command.data)];
    case 'declinePlan':
      return [event('planNotAgreed', command.data)];
    case 'returnPlan':
      return [event('planReturned', command.data)];
    case 'approvePlan':
      return [event('planApproved', command.data)];
    case 'revisePlan':
      return [event('planRevised', command.data)];
    case 'dropRevision':
      return [event('revisionDropped', command.data)];
    case 'placeOrders':
      return [event('ordersPlaced', command.data)];
    case 'startService':
      return [event('serviceStarted', command.data)];
    case 'suspend':
      return [event('suspended', command.data)];
    case 'resume':
      return [event('resumed', command.data)];
    case 'recordMonitoring':
      return [event('monitored', command.data)];
    case 'holdSummary':
      return [event('summaryHeld', command.data)];
    case 'close':
      return [event('closed', { ...command.data, consequences: closingConsequences(state, facts, command.data.occurredOn) })];
  }
}
