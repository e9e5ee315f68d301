import { formatPhone, parsePhone } from '#shared/phone.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { keepDocument } from '#platform/documents/archive.ts';
import { letterheadOf, renderPdf } from '#platform/documents/index.ts';
import { findUserNames } from '#modules/accounts/index.ts';
import { fullName, getPerson, type Person } from '#modules/people/index.ts';
import { closingSummary } from '../documents/closingSummary.ts';
import { individualPlan, type IndividualPlanData } from '../documents/individualPlan.ts';
import { diffPlans } from '../domain/diffPlans.ts';
import type { PlanVersion } from '../domain/planVersions.ts';
import { amountInWords, changeInWords } from '../texts/inWords.ts';
import { planDocumentTexts, planTexts } from '../texts/index.ts';
import { listAgreements } from '../store/planStore.ts';
import { findSummary } from '../store/summaryStore.ts';
import { getPlanFile, type PlanFile } from './planFile.ts';

const or = (text: string, instead: string) => (text.trim() === '' ? instead : text);
const given = (text: string | null | undefined): string | undefined => (text && text.trim() !== '' ? text : undefined);

/** Prints the approved plan and keeps it for the resident. */
export async function issuePlan(scope: CentreScope, caseId: string): Promise<string> {
  const file = await getPlanFile(scope, caseId);
  const t = planDocumentTexts.in('pl');
  const data = await describePlan(scope, file, file.latest);
  const title = t('planTitle', { version: file.latest.version });
  const number = `${file.view.record.number}/IPUS/${file.latest.version}`;
  return keepDocument(
    scope,
    { caseId, kind: 'plan', number, title, forResident: true, providerId: null },
    await renderPdf(individualPlan, data),
  );
}

/** The latest version printed as it stands, kept nowhere. */
export const printPlan = async (scope: CentreScope, file: PlanFile): Promise<Uint8Array> =>
  renderPdf(individualPlan, await describePlan(scope, file, file.latest));

/** A version of the plan as the printed document shows it; of a draft, what it says so far. */
async function describePlan(scope: CentreScope, file: PlanFile, version: PlanVersion): Promise<IndividualPlanData> {
  const t = planDocumentTexts.in('pl');
  const { record, state } = file.view;
  const person = record.personId ? await getPerson(scope, record.personId) : null;
  const coordinatorId = record.coordinatorId;
  const ids = [coordinatorId, version.approval?.approvedById].filter((id): id is string => typeof id === 'string');
  const names = await findUserNames(scope, ids);
  const agreement = (await listAgreements(scope.tx, file.plan.planId)).findLast(
    (each) => each.isAgreed && each.version === version.version,
  );
  const representative =
    agreement && agreement.saidBy !== 'self'
      ? { name: agreement.saidByName ?? t('unnamed'), capacity: t(`capacity.${agreement.saidBy}`) }
      : undefined;
  const { content } = version;
  const none = t('notGiven');
  return {
    letterhead: letterheadOf(scope, record.number),
    version: version.version,
    status: version.status === 'dropped' ? 'draft' : version.status,
    from: content.startsOn,
    to: content.endsOn,
    requestedOn: state.application?.filedOn ?? content.startsOn,
    person: personOf(person, none),
    ...(representative && { representative }),
    coordinator: { name: (coordinatorId && names.get(coordinatorId)) || t('coordinator') },
    strengths: content.strengths.map((each) => or(each.text, none)),
    needs: content.needs.map((each) => ({ area: or(each.area, none), description: or(each.description, none) })),
    goals: content.goals.map((goal) => ({
      goal: or(goal.text, none),
      ...(given(goal.measure) && { measure: goal.measure }),
      actions: goal.actions.map(activityOf(none)),
    })),
    services: content.services.map((service) => ({
      name: or(service.name, none),
      scope: [service.scope.trim(), amountInWords(service, 'pl')].filter((each) => each !== '').join('; ') || none,
      from: service.from,
      to: service.to,
      ...(given(service.place) && { place: service.place }),
      ...(given(service.provider) && { provider: service.provider }),
      fee: { kind: 'described', text: or(service.fee, none) },
    })),
    supportingActions: content.supportingActions.map(activityOf(none)),
    responsibilities: content.responsibilities.map((each) => ({ who: or(each.who, none), what: or(each.what, none) })),
    monitoring: content.monitoring.map((each) => ({ how: or(each.how, none), when: or(each.when, none), who: or(each.who, none) })),
    consents: [t('consent.together'), t('consent.change')],
    changes: changesOf(file, version),
    agreement: {
      name: representative?.name ?? (person ? fullName(person) : none),
      ...(version.agreement && { on: version.agreement.agreedOn }),
    },
    approval: {
      name: (version.approval && names.get(version.approval.approvedById)) || t('blankLine'),
      function: t(version.approval?.role === 'serviceOrganiser' ? 'function.serviceOrganiser' : 'function.director'),
      ...(version.approval && { signedOn: version.approval.approvedOn }),
    },
  };
}

function activityOf(none: string) {
  return ({ what, who, when }: { what: string; who: string; when: string }) => ({
    what: or(what, none),
    who: or(who, none),
    ...(given(when) && { when }),
  });
}

function personOf(person: Person | null, none: string) {
  const phone = person?.phone ? parsePhone(person.phone) : null;
  const address = person && [person.addressLine, person.postcode, person.town].filter(Boolean).join(', ');
  return {
    name: person ? fullName(person) : none,
    ...(person?.birthDate && { birthDate: person.birthDate.toString() }),
    ...(address && { address }),
    ...(phone?.ok && { phone: formatPhone(phone.value) }),
  };
}

/** What a new version changes, the reason first. */
function changesOf({ plan }: PlanFile, version: PlanVersion): string[] {
  const before = plan.versions.findLast((each) => each.version < version.version && each.status === 'approved');
  if (!before) return [];
  const changes = diffPlans(before.content, version.content).map((difference) => changeInWords(difference, 'pl'));
  return [...(version.reason ? [version.reason] : []), ...new Set(changes)];
}

/** Prints the description of course and results after the summary talk and keeps it for the resident. */
export async function issueSummary(scope: CentreScope, caseId: string): Promise<string | undefined> {
  const file = await getPlanFile(scope, caseId);
  const { record, state } = file.view;
  const version = file.approved ?? file.latest;
  const summary = await findSummary(scope.tx, file.plan.planId);
  const held = state.summary;
  if (!held || !summary) return undefined;
  const t = planDocumentTexts.in('pl');
  const words = planTexts.in('pl');
  const person = record.personId ? await getPerson(scope, record.personId) : null;
  const coordinator = record.coordinatorId ? (await findUserNames(scope, [record.coordinatorId])).get(record.coordinatorId) : undefined;
  const { content } = version;
  const goals = new Map(content.goals.map((goal) => [goal.id, goal]));
  const delivered = new Map(summary.delivered.map((each) => [each.itemId, each.text]));
  const bytes = await renderPdf(closingSummary, {
    letterhead: letterheadOf(scope, record.number),
    person: { name: person ? fullName(person) : t('notGiven'), ...(person?.birthDate && { birthDate: person.birthDate.toString() }) },
    planVersion: version.version,
    from: content.startsOn,
    to: content.endsOn,
    talk: { on: held.heldOn, place: or(summary.place ?? '', t('notGiven')), present: summary.present },
    reason: held.course,
    goals: held.results.map((result) => {
      const goal = goals.get(result.goalId);
      return {
        goal: or(goal?.text ?? '', t('notGiven')),
        result: result.result,
        course: or(result.description, t('notGiven')),
      };
    }),
    services: content.services.map((service) => ({
      name: or(service.name, t('notGiven')),
      ...(given(service.provider) && { provider: service.provider }),
      delivered: given(delivered.get(service.id)) ?? words('planned', { amount: amountInWords(service, 'pl') }),
    })),
    supportingActions: content.supportingActions.map((each) => `${each.what} – ${each.who}`),
    ...(given(summary.personsView) && { personsView: summary.personsView ?? '' }),
    furtherSteps: summary.furtherSteps,
    coordinator: { name: coordinator ?? t('coordinator') },
  });
  const document = {
    caseId,
    kind: 'summary',
    number: `${record.number}/OPIS`,
    title: t('summaryTitle'),
    forResident: true,
    providerId: null,
  };
  return keepDocument(scope, document, bytes);
}
