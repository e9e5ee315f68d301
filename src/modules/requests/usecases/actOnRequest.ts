import { formatDate } from '#shared/polishDate.ts';
import type { Result } from '#shared/result.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { actOnCase, getCase, type CaseConflict, type CaseRefusal, type CaseState } from '#modules/cases/index.ts';
import { getPerson } from '#modules/people/index.ts';
import { requestTexts } from '../texts/index.ts';

type Acted = Promise<Result<CaseState, readonly (CaseRefusal | CaseConflict)[]>>;

/** Ends a reported need: information was enough. `note` says what was told and to whom. */
export const informAboutNeed = (scope: CentreScope, caseId: string, version: number, note: string): Acted =>
  actOnCase(scope, caseId, version, { type: 'inform', data: { note, serviceIds: [] } });

/**
 * Asks for what is missing, one thing a line, and tells the applicant by e-mail where there is an address. The letter
 * does not say what is missing: that may be delicate, and stands on the page of the case.
 */
export async function askToComplete(scope: CentreScope, caseId: string, version: number, lines: string): Acted {
  const missing = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const done = await actOnCase(scope, caseId, version, { type: 'markIncomplete', data: { missing } });
  if (!done.ok || !done.value.application || !done.value.supplement) return done;
  const applicant = await getPerson(scope, done.value.application.applicantId);
  if (!applicant.email) return done;
  const t = requestTexts.in(applicant.language);
  const { number } = await numberOf(scope, caseId);
  const date = formatDate(Temporal.PlainDate.from(done.value.supplement.dueOn), applicant.language);
  const address = `${scope.world.publicUrl}/${scope.centre.slug}/moja-sprawa`;
  await scope.mail({
    to: applicant.email,
    caseId,
    subject: t('summonsLetter.subject', { number }),
    text: [t('summonsLetter.text', { number, address, date }), t('letter.sign', { centre: scope.centre.displayName })].join('\n\n'),
  });
  return done;
}

/** Nothing is missing any more. */
export const completeRequest = (scope: CentreScope, caseId: string, version: number | null, note: string): Acted =>
  actOnCase(scope, caseId, version, { type: 'complete', data: { note } });

async function numberOf(scope: CentreScope, caseId: string): Promise<{ number: string }> {
  return (await getCase(scope, caseId)).record;
}
