import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { getCase, openCase, type CaseRefusal, type reporterKinds } from '#modules/cases/index.ts';
import type { ToldNeed } from '../domain/toldPeople.ts';
import { insertRequest } from '../store/requestStore.ts';
import { requestTexts } from '../texts/index.ts';
import type { Channel } from './serviceRequest.ts';

export type ReporterKind = (typeof reporterKinds)[number];

/** Somebody tells the centre that a person needs help. Nothing about the person needs to be known. */
export interface NeedReport {
  readonly reporter: ReporterKind;
  readonly isAnonymous: boolean;
  readonly channel: Channel;
  readonly receivedOn: Temporal.PlainDate;
  /** What is happening and what help is needed, 1 to 5000 characters. */
  readonly description: string;
  readonly isUrgent: boolean;
  /** Where an anonymous report names a reporter all the same, it is left out. */
  readonly told: ToldNeed;
}
export interface ReportedNeed {
  readonly caseId: string;
  readonly number: string;
  /** The last day on which the centre gets in touch. */
  readonly contactDueOn: string | null;
}

const nobody = { name: null, phone: null, email: null };

/** Opens a case of a reported need, and thanks the reporter by e-mail when there is an address. */
export async function reportNeed(scope: CentreScope, report: NeedReport): Promise<Result<ReportedNeed, readonly CaseRefusal[]>> {
  const reporter = report.isAnonymous ? nobody : report.told.reporter;
  const opened = await openCase(
    scope,
    {
      type: 'reportNeed',
      data: {
        reporter: report.reporter,
        isAnonymous: report.isAnonymous,
        channel: report.channel,
        personId: null,
        description: report.description,
      },
    },
    { personName: report.told.person.name ?? '', serviceNames: [], isUrgent: report.isUrgent },
  );
  if (!opened.ok) return refuse(opened.refusal);
  const { caseId, number } = opened.value;
  await insertRequest(scope.tx, {
    id: newId(),
    caseId,
    kind: 'need',
    channel: report.channel,
    receivedOn: report.receivedOn,
    recordedAt: scope.now,
    recordedBy: scope.actor.kind === 'user' ? scope.actor.userId : null,
    applicantType: null,
    personId: null,
    applicantId: null,
    reporter: report.reporter,
    isAnonymous: report.isAnonymous,
    serviceIds: [],
    situation: report.description,
    isUrgent: report.isUrgent,
    told: { kind: 'need', person: report.told.person, reporter },
    otherPersonReason: null,
  });
  if (reporter.email) {
    const t = requestTexts.in(scope.lang);
    const text = [t('needLetter.text', { number }), t('letter.sign', { centre: scope.centre.displayName })].join('\n\n');
    await scope.mail({ to: reporter.email, caseId, subject: t('needLetter.subject'), text });
  }
  const { state } = await getCase(scope, caseId);
  return ok({ caseId, number, contactDueOn: state.need?.contactDueOn ?? null });
}
