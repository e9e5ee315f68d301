import { z } from 'zod';
import {
  audits,
  centreDoor,
  draftDoor,
  file,
  FormFields,
  page,
  readForm,
  redirect,
  versionSeen,
  type FieldError,
  type Reply,
} from '#platform/http/index.ts';
import { text } from '#platform/http/fields.ts';
import { inWords, StaffPage } from '#platform/html/index.ts';
import { Heading, Link } from '#ui/index.ts';
import { CaseChanged, findService, getCase, listCaseChanges, readWritten } from '#modules/cases/index.ts';
import { getPerson } from '#modules/people/index.ts';
import { lawOn } from '#modules/law/index.ts';
import { maySignRefusals } from '../../policy.ts';
import { qualificationTexts } from '../../texts/words.ts';
import { findSignedText, getRefusalToSign, previewRefusal, sendRefusalBack, signRefusal } from '../../usecases/refuseService.ts';
import { isConflict, otherReasonsInWords } from './refusals.ts';
import { SignPage, type SignContext } from './signPage.tsx';
import { writtenMeanwhile } from './writtenMeanwhile.ts';

const t = qualificationTexts.in('pl');
const path = '/praca/decyzje/:caseId/:serviceId';
const decisionSchema = z.object({ number: text(64), factualReasons: text(10_000), legalReasons: text(10_000) });
const backSchema = z.object({ note: text(5000) });

async function show(
  c: SignContext,
  status: 200 | 409 | 422,
  wrong: readonly FieldError[] = [],
  refusals: readonly string[] = [],
): Promise<Reply> {
  const refusal = await getRefusalToSign(c.scope, c.params.caseId, c.params.serviceId);
  const person = await getPerson(c.scope, refusal.offer.applicant.personId);
  c.concerns({ caseId: c.params.caseId, personId: person.id });
  const law = await lawOn(c.scope, c.today);
  const errors = [
    ...inWords('pl', wrong, (_, code) => (code === 'number-taken' ? t('sign.numberTaken') : undefined)),
    ...refusals.map((message) => ({ field: 'number', message })),
  ];
  const own = c.at(`/praca/decyzje/${c.params.caseId}/${c.params.serviceId}`);
  const written = await readWritten(c, refusal.view, [own, `${own}/zwrot`], status === 409);
  return page(<SignPage c={c} refusal={refusal} person={person} law={law} written={written} errors={errors} />, status);
}

/** Somebody else signed this refusal or sent it back while it was written about: both texts, and nothing left to send. */
async function findTooLate(c: SignContext): Promise<Reply | undefined> {
  const { caseId, serviceId } = c.params;
  const view = await getCase(c.scope, caseId);
  const seen = versionSeen(c.fields);
  const service = findService(view.state, serviceId);
  if (!service || service.proposedRefusal || seen === 0 || seen >= view.state.version) return undefined;
  const changes = await listCaseChanges(c.scope, view, seen);
  const signed = service.refusal ? await findSignedText(c.scope, service.refusal.decisionNumber) : undefined;
  const written = writtenMeanwhile(c.fields, changes, serviceId);
  const inDecision = (label: string) =>
    label === t('sign.factual') ? signed?.factualReasons : label === t('sign.legal') ? signed?.legalReasons : undefined;
  const fields = written.map((field) => ({ ...field, theirs: inDecision(field.label) ?? field.theirs }));
  return page(
    <StaffPage
      c={c}
      title={t('sign.title')}
      crumbs={[{ label: t('decisions.title'), href: c.at('/praca/decyzje') }, { label: view.record.number }]}
    >
      <CaseChanged changes={changes} fields={fields} told="late" />
      <Heading level={1} caption={view.record.number}>
        {t('sign.title')}
      </Heading>
      <Link href={c.at(`/praca/sprawy/${caseId}`)}>{t('sign.file')}</Link>
    </StaffPage>,
    409,
  );
}

export const signPageDoor = centreDoor({
  method: 'GET',
  path,
  may: maySignRefusals,
  audit: audits('qualification.refusal.read'),
  handle: (c) => show(c, 200),
});

export const signDoor = centreDoor({
  method: 'POST',
  path,
  may: maySignRefusals,
  audit: audits('qualification.refusal.signed'),
  keepsDraft: true,
  async handle(c) {
    const late = await findTooLate(c);
    if (late) return late;
    const form = readForm(decisionSchema, c.fields);
    if (!form.ok) return show(c, 422, form.errors);
    const version = versionSeen(c.fields);
    const done = await signRefusal(c.scope, { ...c.params, version, ...form.value });
    if (done.ok) {
      c.concerns({ caseId: c.params.caseId, ...(done.value.personId && { personId: done.value.personId }) });
      return redirect(c.at('/praca/decyzje'), t('sign.done', { number: form.value.number }));
    }
    if (done.refusal.some((each) => each.code === 'number-taken')) return show(c, 422, [{ field: 'number', code: 'number-taken' }]);
    return show(c, isConflict(done.refusal) ? 409 : 422, [], otherReasonsInWords(done.refusal));
  },
});

const preview = async (c: SignContext, typed: FormFields): Promise<Reply> => {
  const refusal = await getRefusalToSign(c.scope, c.params.caseId, c.params.serviceId);
  c.concerns({ caseId: c.params.caseId, personId: refusal.offer.applicant.personId });
  const { suggested } = refusal;
  const said = (name: keyof typeof suggested) => typed.get(name).trim().slice(0, 10_000) || suggested[name];
  const bytes = await previewRefusal(c.scope, refusal, {
    number: said('number').slice(0, 64),
    factualReasons: said('factualReasons'),
    legalReasons: said('legalReasons'),
  });
  return file(bytes, 'application/pdf', 'projekt-decyzji.pdf', { inline: true });
};
export const previewDoor = centreDoor({
  method: 'GET',
  path: `${path}/podglad`,
  may: maySignRefusals,
  audit: audits('qualification.refusal.read'),
  handle: (c) => preview(c, FormFields.from({})),
});
export const previewTypedDoor = centreDoor({
  method: 'POST',
  path: `${path}/podglad`,
  may: maySignRefusals,
  audit: audits('qualification.refusal.read'),
  repeatable: 'shows what was typed and keeps nothing',
  handle: (c) => preview(c, c.fields),
});

export const sendBackDoor = centreDoor({
  method: 'POST',
  path: `${path}/zwrot`,
  may: maySignRefusals,
  audit: audits('qualification.refusal.returned'),
  keepsDraft: true,
  async handle(c) {
    const late = await findTooLate(c);
    if (late) return late;
    const form = readForm(backSchema, c.fields);
    if (!form.ok) return show(c, 422, form.errors);
    const done = await sendRefusalBack(c.scope, { ...c.params, version: versionSeen(c.fields), note: form.value.note });
    if (!done.ok) return show(c, isConflict(done.refusal) ? 409 : 422, [], otherReasonsInWords(done.refusal));
    c.concerns({ caseId: c.params.caseId, ...(done.value.personId && { personId: done.value.personId }) });
    return redirect(c.at('/praca/decyzje'), t('sign.backDone'));
  },
});

/** Unsent words of a decision, and of the note by which it goes back. */
export const keepDecisionDrafts = [signDoor, sendBackDoor].map((door) =>
  draftDoor<SignContext['params']>(door, {
    check: (c) => getRefusalToSign(c.scope, c.params.caseId, c.params.serviceId),
    page: (c) => `/praca/decyzje/${c.params.caseId}/${c.params.serviceId}`,
  }),
);
