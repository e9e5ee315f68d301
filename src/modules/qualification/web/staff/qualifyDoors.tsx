import {
  audits,
  centreDoor,
  draftDoor,
  page,
  readForm,
  redirect,
  versionSeen,
  type CentreContext,
  type CentreDoor,
  type FieldError,
  type Reply,
} from '#platform/http/index.ts';
import { findAssessment } from '#modules/assessment/index.ts';
import { getCase, readWritten } from '#modules/cases/index.ts';
import { fullName, getPerson } from '#modules/people/index.ts';
import { mayDecide, mayPropose, mayReadQualification } from '../../policy.ts';
import { qualificationTexts } from '../../texts/words.ts';
import {
  currentConsent,
  forwardServices,
  offerPlace,
  qualifyService,
  settleConditions,
  waitlistService,
  withdrawService,
  type AboutService,
  type Decided,
} from '../../usecases/decideService.ts';
import type { SettlementRow } from '../../store/ruleStore.ts';
import { getOffer } from '../../usecases/offers.ts';
import { proposeRefusal } from '../../usecases/refuseService.ts';
import { forwardSchema, readReasons, readSeen, readSettlements, withdrawSchema } from './qualifyForms.ts';
import { QualifyPage } from './qualifyPage.tsx';
import { isConflict, otherReasonsInWords } from './refusals.ts';

type Context = CentreContext<{ readonly caseId: string; readonly serviceId: string }>;
const t = qualificationTexts.in('pl');
const path = '/praca/sprawy/:caseId/kwalifikacja/:serviceId';

interface Shown {
  readonly errors?: readonly FieldError[];
  readonly refusals?: readonly string[];
  readonly settledMeanwhile?: readonly SettlementRow[];
}
/** The page as it is now, with what was typed and why it could not be done. */
async function show(
  c: Context,
  status: 200 | 409 | 422,
  { errors = [], refusals = [], settledMeanwhile = [] }: Shown = {},
): Promise<Reply> {
  const { caseId, serviceId } = c.params;
  const view = await getCase(c.scope, caseId);
  const offer = await getOffer(c.scope, view, serviceId);
  const person = await getPerson(c.scope, offer.applicant.personId);
  c.concerns({ caseId, personId: person.id });
  const own = c.at(`/praca/sprawy/${caseId}/kwalifikacja/${serviceId}`);
  const forms = writtenForms.map((form) => `${own}/${form}`);
  const written = await readWritten(c, view, forms, status === 409);
  const assessment = await findAssessment(c.scope, caseId);
  return page(
    <QualifyPage
      c={c}
      view={view}
      personName={fullName(person)}
      offer={offer}
      assessment={assessment}
      {...written}
      changes={settledMeanwhile.length > 0 ? null : written.changes}
      errors={errors}
      refusals={refusals}
      settledMeanwhile={settledMeanwhile}
    />,
    status,
  );
}
/** Forms of the page in which somebody writes. */
const writtenForms = ['ustalenia', 'odmowa', 'przekaz', 'rezygnacja'] as const;
const aboutOf = (c: Context): AboutService => ({ ...c.params, version: versionSeen(c.fields) });

/** Back to the page with good news, or the page again with the reasons. */
async function answer(c: Context, decided: Decided, notice: string): Promise<Reply> {
  if (!decided.ok)
    return show(c, isConflict(decided.refusal) ? 409 : 422, {
      refusals: otherReasonsInWords(decided.refusal),
    });
  const { caseId, serviceId } = c.params;
  c.concerns({ caseId, ...(decided.value.personId && { personId: decided.value.personId }) });
  return redirect(c.at(`/praca/sprawy/${caseId}/kwalifikacja/${serviceId}`), notice);
}

export const qualifyPageDoor = centreDoor({
  method: 'GET',
  path,
  may: mayReadQualification,
  audit: audits('qualification.service.read'),
  handle: (c) => show(c, 200),
});

export const settleDoor = centreDoor({
  method: 'POST',
  path: `${path}/ustalenia`,
  may: mayDecide,
  audit: audits('qualification.condition.settled'),
  keepsDraft: true,
  async handle(c) {
    const view = await getCase(c.scope, c.params.caseId);
    const { rule, applicant } = await getOffer(c.scope, view, c.params.serviceId);
    const form = readSettlements(
      c.fields,
      rule.conditions.map((condition) => condition.id),
    );
    if (!form.ok) return show(c, 422, { errors: form.errors });
    const done = await settleConditions(c.scope, c.params, form.value, readSeen(c.fields));
    if (!done.ok) return show(c, 409, { settledMeanwhile: done.refusal });
    c.concerns({ caseId: c.params.caseId, personId: applicant.personId });
    return redirect(c.at(`/praca/sprawy/${c.params.caseId}/kwalifikacja/${c.params.serviceId}`), t('page.settled'));
  },
});

export const qualifyDoor = centreDoor({
  method: 'POST',
  path: `${path}/zakwalifikuj`,
  may: mayDecide,
  audit: audits('qualification.service.qualified'),
  handle: async (c) => answer(c, await qualifyService(c.scope, aboutOf(c)), t('page.qualifyDone')),
});

export const waitlistDoor = centreDoor({
  method: 'POST',
  path: `${path}/lista`,
  may: mayDecide,
  audit: audits('qualification.service.waitlisted'),
  handle: async (c) => answer(c, await waitlistService(c.scope, aboutOf(c)), t('page.waitlistDone')),
});

export const offerPlaceDoor = centreDoor({
  method: 'POST',
  path: `${path}/miejsce`,
  may: mayDecide,
  audit: audits('qualification.place.offered'),
  handle: async (c) => answer(c, await offerPlace(c.scope, aboutOf(c)), t('page.offerDone')),
});

export const proposeRefusalDoor = centreDoor({
  method: 'POST',
  path: `${path}/odmowa`,
  may: mayPropose,
  audit: audits('qualification.refusal.proposed'),
  keepsDraft: true,
  async handle(c) {
    const form = readReasons(c.fields);
    if (!form.ok) return show(c, 422, { errors: form.errors });
    return answer(c, await proposeRefusal(c.scope, { ...aboutOf(c), reasons: form.value }), t('page.proposeDone'));
  },
});

export const forwardDoor = centreDoor({
  method: 'POST',
  path: `${path}/przekaz`,
  may: mayPropose,
  audit: audits('qualification.service.forwarded'),
  keepsDraft: true,
  async handle(c) {
    const form = readForm(forwardSchema, c.fields);
    const hasConsent = currentConsent(await getCase(c.scope, c.params.caseId)) !== undefined;
    const errors: FieldError[] = form.ok ? [] : [...form.errors];
    if (!hasConsent && c.fields.get('consentOn').trim() === '') errors.push({ field: 'consentOn', code: 'required' });
    if (!form.ok || errors.length > 0) return show(c, 422, { errors });
    const { recipient, recipientName, forwardNote, consentOn } = form.value;
    const { caseId, serviceId, version } = aboutOf(c);
    const input = { caseId, version, serviceIds: [serviceId], recipient, recipientName, note: forwardNote, consentGivenOn: consentOn };
    return answer(c, await forwardServices(c.scope, input), t('page.forwardDone'));
  },
});

export const withdrawDoor = centreDoor({
  method: 'POST',
  path: `${path}/rezygnacja`,
  may: mayPropose,
  audit: audits('qualification.service.withdrawn'),
  keepsDraft: true,
  async handle(c) {
    const form = readForm(withdrawSchema, c.fields);
    if (!form.ok) return show(c, 422, { errors: form.errors });
    const done = await withdrawService(c.scope, { ...aboutOf(c), note: form.value.withdrawNote });
    return answer(c, done, t('page.withdrawDone'));
  },
});

/** Unsent findings, reasons and notes about a service. */
export const keepQualifyDrafts: readonly CentreDoor[] = [settleDoor, proposeRefusalDoor, forwardDoor, withdrawDoor].map((door) =>
  draftDoor<Context['params']>(door, {
    check: async (c) => getOffer(c.scope, await getCase(c.scope, c.params.caseId), c.params.serviceId),
    page: (c) => `/praca/sprawy/${c.params.caseId}/kwalifikacja/${c.params.serviceId}`,
  }),
);
