import { formatDate } from '#shared/polishDate.ts';
import { ok, type Result } from '#shared/result.ts';
import { keepDocument } from '#platform/documents/archive.ts';
import { letterheadOf, renderPdf } from '#platform/documents/index.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { actOnCase, getCase, type CaseConflict, type CaseRefusal, type CaseState } from '#modules/cases/index.ts';
import { lawOn } from '#modules/law/index.ts';
import { fullName, getPerson, type Person } from '#modules/people/index.ts';
import { summons } from '../documents/summons.ts';
import { requestTexts } from '../texts/index.ts';

type Acted = Promise<Result<CaseState, readonly (CaseRefusal | CaseConflict)[]>>;

/** Ends a reported need: information was enough. `note` says what was told and to whom. */
export const informAboutNeed = (scope: CentreScope, caseId: string, version: number, note: string): Acted =>
  actOnCase(scope, caseId, version, { type: 'inform', data: { note, serviceIds: [] } });

/**
 * Asks for what is missing, one thing a line: prints a letter into the case, and tells the applicant by e-mail where there is an
 * address. The e-mail does not say what is missing: that may be delicate, and stands in the letter and on the page of the case.
 * `isMailed` is false when nobody has been told yet and the staff must call or post the letter.
 */
export async function askToComplete(
  scope: CentreScope,
  caseId: string,
  version: number,
  lines: string,
): Promise<Result<CaseState & { readonly isMailed: boolean }, readonly (CaseRefusal | CaseConflict)[]>> {
  const missing = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const done = await actOnCase(scope, caseId, version, { type: 'markIncomplete', data: { missing } });
  if (!done.ok) return done;
  const { application, supplement } = done.value;
  if (!application || !supplement) return ok({ ...done.value, isMailed: false });
  const applicant = await getPerson(scope, application.applicantId);
  const { record } = await getCase(scope, caseId);
  await printSummons(scope, { caseId, number: record.number, applicant, filedOn: application.filedOn, missing });
  if (applicant.email) await mailSummons(scope, { caseId, number: record.number, to: applicant.email, applicant, dueOn: supplement.dueOn });
  return ok({ ...done.value, isMailed: applicant.email !== null });
}

interface Summoned {
  readonly caseId: string;
  readonly number: string;
  readonly applicant: Person;
}
async function printSummons(
  scope: CentreScope,
  { caseId, number, applicant, filedOn, missing }: Summoned & { readonly filedOn: string; readonly missing: readonly string[] },
): Promise<void> {
  const law = await lawOn(scope, scope.today);
  const parameter = law.find('supplementDays');
  const { addressLine, postcode, town } = applicant;
  const address = [addressLine, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const pdf = await renderPdf(summons, {
    letterhead: letterheadOf(scope, number),
    addressee: { name: fullName(applicant), ...(address && { address }) },
    filedOn,
    missing: [...missing],
    deadlineDays: {
      value: law.values.supplementDays,
      reference: parameter?.article ?? parameter?.title_pl ?? '',
      verified: parameter?.verified ?? false,
    },
  });
  const title = requestTexts.in('pl')('summonsLetter.document');
  await keepDocument(scope, { caseId, kind: 'summons', number, title, forResident: true, providerId: null }, pdf);
}

async function mailSummons(
  scope: CentreScope,
  { caseId, number, to, applicant, dueOn }: Summoned & { readonly to: string; readonly dueOn: string },
): Promise<void> {
  const t = requestTexts.in(applicant.language);
  const date = formatDate(Temporal.PlainDate.from(dueOn), applicant.language);
  const address = `${scope.world.publicUrl}/${scope.centre.slug}/moja-sprawa`;
  await scope.mail({
    to,
    caseId,
    subject: t('summonsLetter.subject', { number }),
    text: [t('summonsLetter.text', { number, address, date }), t('letter.sign', { centre: scope.centre.displayName })].join('\n\n'),
  });
}

/** Nothing is missing any more. */
export const completeRequest = (scope: CentreScope, caseId: string, version: number | null, note: string): Acted =>
  actOnCase(scope, caseId, version, { type: 'complete', data: { note } });
