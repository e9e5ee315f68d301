import { isIsoDate, type IsoDate } from '#shared/isoTime.ts';
import type { LawValues } from '#shared/lawValues.ts';
import { planSections, type PlanContent, type PlanGoal, type PlannedService } from './planContent.ts';
import { latestPlanEnd } from './planDuty.ts';

export const planIssueCodes = [
  'missing',
  'too-long',
  'too-many',
  'invalid-date',
  'dates-reversed',
  'before-first-start',
  'plan-too-long',
  'outside-plan',
  'needs-missing',
  'goals-missing',
  'services-missing',
  'responsibilities-missing',
  'monitoring-missing',
  'need-without-goal',
  'goal-without-need',
  'need-unknown',
  'goal-without-action',
  'quantity-invalid',
  'repeated-id',
  'service-not-qualified',
] as const;
export type PlanIssueCode = (typeof planIssueCodes)[number];

/** One thing to mend. `path` leads to the field, with positions in lists: `goals.0.actions.1.who`. */
export type PlanIssue = { readonly code: PlanIssueCode; readonly path: string; readonly limit?: string | number };

export type PlanFacts = {
  readonly law: Pick<LawValues, 'planMaxMonths'>;
  /** First day of the first version, when this is a change of an approved plan. */
  readonly firstStartsOn: IsoDate | null;
  /** Services the person is qualified for: only these may be planned. */
  readonly qualifiedServiceIds: readonly string[];
};

/** Longest text of one field and longest list. */
export const planLimits = { text: 5000, items: 100 } as const;

/** Fields that may stay blank in a finished plan. */
const optionalFields = new Set(['measure', 'when']);

/** Everything that keeps a plan from being agreed, all at once, in the order of reading; empty when it is ready. */
export function validatePlan(content: PlanContent, facts: PlanFacts): readonly PlanIssue[] {
  return [
    ...checkDates(content, facts),
    ...checkPresence(content),
    ...checkTexts(content),
    ...checkNeeds(content),
    ...checkServices(content, facts),
    ...checkIds(content),
  ];
}

/** Services the person is qualified for that the plan does not mention: worth a word, though no fault. */
export function unplannedServices(content: PlanContent, qualifiedServiceIds: readonly string[]): readonly string[] {
  return qualifiedServiceIds.filter((serviceId) => !content.services.some((service) => service.serviceId === serviceId));
}

function checkDates({ startsOn, endsOn }: PlanContent, { law, firstStartsOn }: PlanFacts): readonly PlanIssue[] {
  const issues = [...checkDay(startsOn, 'startsOn'), ...checkDay(endsOn, 'endsOn')];
  if (issues.length > 0) return issues;
  if (endsOn < startsOn) return [{ code: 'dates-reversed', path: 'endsOn' }];
  if (firstStartsOn !== null && startsOn < firstStartsOn) return [{ code: 'before-first-start', path: 'startsOn', limit: firstStartsOn }];
  const limit = latestPlanEnd(firstStartsOn ?? startsOn, law);
  return endsOn > limit ? [{ code: 'plan-too-long', path: 'endsOn', limit }] : [];
}

function checkDay(date: string, path: string): readonly PlanIssue[] {
  if (date.trim() === '') return [{ code: 'missing', path }];
  return isIsoDate(date) ? [] : [{ code: 'invalid-date', path }];
}

function checkPresence(content: PlanContent): readonly PlanIssue[] {
  const needed = ['needs', 'goals', 'services', 'responsibilities', 'monitoring'] as const;
  return [
    ...needed.filter((path) => content[path].length === 0).map((path): PlanIssue => ({ code: `${path}-missing`, path })),
    ...planSections
      .filter((path) => content[path].length > planLimits.items)
      .map((path): PlanIssue => ({ code: 'too-many', path, limit: planLimits.items })),
  ];
}

function checkTexts(content: PlanContent): readonly PlanIssue[] {
  return planSections.flatMap((section) => content[section].flatMap((item, index) => checkFields(item, `${section}.${index}`)));
}

function checkFields(item: object, path: string): readonly PlanIssue[] {
  return Object.entries(item).flatMap(([field, value]: [string, unknown]): readonly PlanIssue[] => {
    const at = `${path}.${field}`;
    if (field === 'actions' && Array.isArray(value)) return value.flatMap((action: object, index) => checkFields(action, `${at}.${index}`));
    // Days of services are checked as days.
    if (typeof value !== 'string' || field === 'from' || field === 'to') return [];
    if (value.trim() === '') return optionalFields.has(field) ? [] : [{ code: 'missing', path: at }];
    return value.length > planLimits.text ? [{ code: 'too-long', path: at, limit: planLimits.text }] : [];
  });
}

function checkNeeds({ needs, goals }: PlanContent): readonly PlanIssue[] {
  const known = new Set(needs.map((need) => need.id));
  const served = new Set(goals.flatMap((goal) => goal.needIds));
  const ofGoal = (goal: PlanGoal, index: number): readonly PlanIssue[] => [
    ...(goal.needIds.length === 0 ? [{ code: 'goal-without-need', path: `goals.${index}.needIds` } as const] : []),
    ...(goal.needIds.some((needId) => !known.has(needId)) ? [{ code: 'need-unknown', path: `goals.${index}.needIds` } as const] : []),
    ...(goal.actions.length === 0 ? [{ code: 'goal-without-action', path: `goals.${index}.actions` } as const] : []),
  ];
  return [
    ...needs.flatMap((need, index): readonly PlanIssue[] =>
      served.has(need.id) ? [] : [{ code: 'need-without-goal', path: `needs.${index}` }],
    ),
    ...goals.flatMap(ofGoal),
  ];
}

function checkServices(content: PlanContent, facts: PlanFacts): readonly PlanIssue[] {
  return content.services.flatMap((service, index) => checkService(service, `services.${index}`, content, facts));
}

function checkService(
  service: PlannedService,
  path: string,
  content: PlanContent,
  { qualifiedServiceIds }: PlanFacts,
): readonly PlanIssue[] {
  const { serviceId, from, to, quantity } = service;
  const issues: PlanIssue[] = [...checkDay(from, `${path}.from`), ...checkDay(to, `${path}.to`)];
  if (issues.length === 0) {
    if (to < from) issues.push({ code: 'dates-reversed', path: `${path}.to` });
    if (isIsoDate(content.startsOn) && from < content.startsOn)
      issues.push({ code: 'outside-plan', path: `${path}.from`, limit: content.startsOn });
    if (isIsoDate(content.endsOn) && to > content.endsOn) issues.push({ code: 'outside-plan', path: `${path}.to`, limit: content.endsOn });
  }
  if (serviceId === null) issues.push({ code: 'missing', path: `${path}.serviceId` });
  else if (!qualifiedServiceIds.includes(serviceId)) issues.push({ code: 'service-not-qualified', path: `${path}.serviceId` });
  if (quantity === null) issues.push({ code: 'missing', path: `${path}.quantity` });
  else if (!Number.isFinite(quantity) || quantity <= 0 || quantity > 10_000)
    issues.push({ code: 'quantity-invalid', path: `${path}.quantity` });
  return issues;
}

function checkIds(content: PlanContent): readonly PlanIssue[] {
  const repeated = (items: readonly { readonly id: string }[], path: string): readonly PlanIssue[] =>
    items.flatMap((item, index): readonly PlanIssue[] =>
      items.findIndex((other) => other.id === item.id) < index ? [{ code: 'repeated-id', path: `${path}.${index}` }] : [],
    );
  return [
    ...planSections.flatMap((section) => repeated(content[section], section)),
    ...content.goals.flatMap((goal, index) => repeated(goal.actions, `goals.${index}.actions`)),
  ];
}
