/**
 * Where a case stands. The codes are stored and shown through texts; they are never renamed.
 * `NEW` is the state of a history without events: it is never stored.
 */
export const caseStatuses = [
  'NEED_REPORTED',
  'INFORMED',
  'APPLIED',
  'INCOMPLETE',
  'FORWARDED',
  'ASSESSING',
  'QUALIFIED',
  'WAITLISTED',
  'REFUSED',
  'PLAN_DRAFT',
  'PLAN_AGREED',
  'PLAN_APPROVED',
  'REFERRED',
  'ACTIVE',
  'SUSPENDED',
  'SUMMARY',
  'CLOSED_DONE',
  'CLOSED_WITHDRAWN',
  'CLOSED_MOVED',
  'CLOSED_DEATH',
  'CLOSED_LIMIT',
  'CLOSED_UNCOMPLETED',
] as const;

export type CaseStatus = (typeof caseStatuses)[number];
export type CaseStatusOrNew = CaseStatus | 'NEW';

/** How a case ends early or late; each ending has its status. */
export const endings = ['done', 'withdrawn', 'moved', 'died', 'limit', 'uncompleted'] as const;
export type Ending = (typeof endings)[number];

export const statusOfEnding = {
  done: 'CLOSED_DONE',
  withdrawn: 'CLOSED_WITHDRAWN',
  moved: 'CLOSED_MOVED',
  died: 'CLOSED_DEATH',
  limit: 'CLOSED_LIMIT',
  uncompleted: 'CLOSED_UNCOMPLETED',
} as const satisfies Record<Ending, CaseStatus>;

/** Nothing may follow these. A refused case stays outside: an appeal may still come. */
export const finalStatuses = [
  'INFORMED',
  'FORWARDED',
  'CLOSED_DONE',
  'CLOSED_WITHDRAWN',
  'CLOSED_MOVED',
  'CLOSED_DEATH',
  'CLOSED_LIMIT',
  'CLOSED_UNCOMPLETED',
] as const satisfies readonly CaseStatus[];

export function isFinal(status: CaseStatusOrNew): boolean {
  return (finalStatuses as readonly CaseStatusOrNew[]).includes(status);
}

/** Cases the centre still works on: neither final nor waiting only for a possible appeal. */
export function isOpen(status: CaseStatusOrNew): boolean {
  return status !== 'NEW' && status !== 'REFUSED' && !isFinal(status);
}

/** While services are being decided the status follows them; later stages have a progress of their own. */
export const decidingStatuses = ['ASSESSING', 'QUALIFIED', 'WAITLISTED', 'REFUSED'] as const satisfies readonly CaseStatus[];

/** One requested service inside a case. `pending` covers a refusal that is proposed but not yet signed. */
export const serviceStatuses = ['pending', 'qualified', 'waitlisted', 'refused', 'forwarded', 'withdrawn'] as const;
export type ServiceStatus = (typeof serviceStatuses)[number];

/**
 * The status of a case while its services are being decided: any pending → ASSESSING, else any
 * qualified → QUALIFIED, else any on the reserve list → WAITLISTED, else any refused → REFUSED,
 * else (everything passed on) FORWARDED. Undefined when every service was withdrawn.
 */
export function statusByServices(statuses: readonly ServiceStatus[]): CaseStatus | undefined {
  if (statuses.includes('pending')) return 'ASSESSING';
  if (statuses.includes('qualified')) return 'QUALIFIED';
  if (statuses.includes('waitlisted')) return 'WAITLISTED';
  if (statuses.includes('refused')) return 'REFUSED';
  if (statuses.includes('forwarded')) return 'FORWARDED';
  return undefined;
}
