import { z } from 'zod';
import {
  audits,
  centreDoor,
  draftAddress,
  draftDoor,
  file,
  findDraft,
  FormFields,
  page,
  readForm,
  redirect,
  versionSeen,
  type CentreContext,
  type Draft,
  type FieldError,
  type Reply,
} from '#platform/http/index.ts';
import { text } from '#platform/http/fields.ts';
import { inWords, RestoredDraft, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  Columns,
  DefinitionGrid,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  Heading,
  Lead,
  Link,
  LinkButton,
  List,
  Paragraph,
  Section,
  Stack,
  Tag,
  TextArea,
  TextField,
} from '#ui/index.ts';
import { formatDate } from '#shared/polishDate.ts';
import { CaseChanged, findService, getCase, listCaseChanges, type CaseChange } from '#modules/cases/index.ts';
import { fullName, getPerson, type Person } from '#modules/people/index.ts';
import { lawOn, type LawOnDay } from '#modules/law/index.ts';
import { maySignRefusals } from '../../policy.ts';
import { conditionInWords, reasonInWords } from '#modules/eligibility/index.ts';
import { qualificationTexts } from '../../texts/words.ts';
import {
  findSignedText,
  getRefusalToSign,
  previewRefusal,
  sendRefusalBack,
  signRefusal,
  type RefusalToSign,
} from '../../usecases/refuseService.ts';
import { isConflict, reasonsInWords } from './refusals.ts';
import { writtenMeanwhile } from './writtenMeanwhile.ts';

type Context = CentreContext<{ readonly caseId: string; readonly serviceId: string }>;
const t = qualificationTexts.in('pl');
const path = '/praca/decyzje/:caseId/:serviceId';
const day = (date: Temporal.PlainDate | string) => formatDate(Temporal.PlainDate.from(date));
const decisionSchema = z.object({ number: text(64), factualReasons: text(10_000), legalReasons: text(10_000) });
const backSchema = z.object({ note: text(5000) });
const tones = { met: 'success', notMet: 'danger', unknown: 'warning' } as const;

interface Props {
  readonly c: Context;
  readonly refusal: RefusalToSign;
  readonly person: Person;
  readonly law: LawOnDay;
  readonly typed: FormFields;
  readonly draft: Draft | undefined;
  /** What happened to the case since this was written; null when nothing did. */
  readonly changes: readonly CaseChange[] | null;
  /** The version of the case that the forms go on from. */
  readonly version: number;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}

function SignPage({ c, refusal, person, law, typed, draft, changes, version, errors }: Props) {
  const { view, offer, reasons, suggested } = refusal;
  const { caseId, serviceId } = c.params;
  const own = c.at(`/praca/decyzje/${caseId}/${serviceId}`);
  const { application } = view.state;
  const field = (name: 'number' | 'factualReasons' | 'legalReasons') => ({
    name,
    value: typed.has(name) ? typed.get(name) : suggested[name],
    error: errorOf(errors, name),
  });
  const appeal = law.find('appealDays');
  return (
    <StaffPage
      c={c}
      title={t('sign.title')}
      hasErrors={errors.length > 0}
      crumbs={[{ label: t('decisions.title'), href: c.at('/praca/decyzje') }, { label: view.record.number }]}
    >
      {changes ? (
        <CaseChanged changes={changes} fields={writtenMeanwhile(typed, changes, serviceId)} told={draft ? 'restored' : 'conflict'} />
      ) : null}
      <RestoredDraft c={c} draft={draft} />
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={view.record.number}>
        {t('sign.title')}
      </Heading>
      <Lead>{t('sign.lead')}</Lead>
      <Columns
        aside={
          <Stack>
            <Card title={t('sign.person')} level={2}>
              <DefinitionGrid
                items={[
                  { term: t('sign.person'), value: fullName(person), wide: true },
                  { term: t('sign.birth'), value: person.birthDate ? day(person.birthDate) : undefined },
                  { term: t('sign.applied'), value: application ? day(application.filedOn) : undefined },
                  {
                    term: t('sign.applicant'),
                    value: application ? t(`sign.applicants.${application.applicantType}`) : undefined,
                    wide: true,
                  },
                ]}
              />
              <Link href={c.at(`/praca/sprawy/${caseId}`)}>{t('sign.file')}</Link>
            </Card>
            <Card title={t('sign.conditions')} level={2}>
              <List
                items={offer.checks.map((check) => (
                  <>
                    {conditionInWords(check.condition)} <Tag tone={tones[check.outcome]}>{t(`outcome.${check.outcome}`)}</Tag>{' '}
                    <span class="ok-muted">{reasonInWords(check)}</span>
                  </>
                ))}
              />
            </Card>
          </Stack>
        }
      >
        <Stack gap="lg">
          <Section labelledBy="powody">
            <Heading level={2} id="powody">
              {offer.service.name}
            </Heading>
            <Paragraph>{t('sign.reasons')}:</Paragraph>
            <List items={reasons.map(({ code, inOwnWords }) => `${t(`refusalReason.${code}`)}: ${inOwnWords}`)} />
          </Section>
          <Section labelledBy="tekst">
            <Heading level={2} id="tekst">
              {t('sign.text')}
            </Heading>
            <Form action={own} idempotencyKey={c.submissionKey()} version={version} autosave={draftAddress(own)} id="decyzja">
              <TextField {...field('number')} label={t('sign.number')} hint={t('sign.numberHint')} width="medium" maxlength={64} />
              <TextArea {...field('factualReasons')} label={t('sign.factual')} rows={6} limit={10_000} />
              <TextArea {...field('legalReasons')} label={t('sign.legal')} rows={6} limit={10_000} />
              <Paragraph muted>
                {t('sign.appeal', {
                  days: law.values.appealDays,
                  article: appeal?.article ?? '–',
                  unverified: appeal?.verified ? '' : t('sign.unverified'),
                })}
              </Paragraph>
              <FormActions>
                <Button type="submit">{t('sign.send')}</Button>
                <Button type="submit" variant="secondary" formaction={`${own}/podglad`}>
                  {t('sign.previewSaved')}
                </Button>
                <LinkButton variant="tertiary" href={`${own}/podglad`}>
                  {t('sign.preview')}
                </LinkButton>
              </FormActions>
            </Form>
          </Section>
          <Section labelledBy="zwrot">
            <Heading level={2} id="zwrot">
              {t('sign.back')}
            </Heading>
            <Form
              action={`${own}/zwrot`}
              idempotencyKey={c.submissionKey()}
              version={version}
              autosave={draftAddress(`${own}/zwrot`)}
              id="zwrot-form"
            >
              <TextArea
                name="note"
                label={t('sign.note')}
                value={typed.get('note')}
                error={errorOf(errors, 'note')}
                rows={3}
                limit={5000}
              />
              <FormActions>
                <Button type="submit" variant="secondary">
                  {t('sign.sendBack')}
                </Button>
              </FormActions>
            </Form>
          </Section>
        </Stack>
      </Columns>
    </StaffPage>
  );
}

async function show(
  c: Context,
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
  const draft = status === 200 ? await findDraft(c.scope, own, `${own}/zwrot`) : undefined;
  const typed = status === 200 ? (draft?.typed ?? new FormFields()) : c.fields;
  const { version } = refusal.view.state;
  const seen = versionSeen(typed);
  const isOld = status === 409 || (draft !== undefined && seen > 0 && seen < version);
  const changes = isOld ? await listCaseChanges(c.scope, refusal.view, seen) : null;
  const parts = { c, refusal, person, law, typed, draft, changes, errors };
  return page(<SignPage {...parts} version={status === 422 && seen > 0 ? seen : version} />, status);
}

/** Somebody else signed this refusal or sent it back while it was written about: both texts, and nothing left to send. */
async function findTooLate(c: Context): Promise<Reply | undefined> {
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
    return show(c, isConflict(done.refusal) ? 409 : 422, [], reasonsInWords(done.refusal.filter((each) => each.code !== 'case-changed')));
  },
});

const preview = async (c: Context, typed: FormFields): Promise<Reply> => {
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
    if (!done.ok)
      return show(c, isConflict(done.refusal) ? 409 : 422, [], reasonsInWords(done.refusal.filter((each) => each.code !== 'case-changed')));
    c.concerns({ caseId: c.params.caseId, ...(done.value.personId && { personId: done.value.personId }) });
    return redirect(c.at('/praca/decyzje'), t('sign.backDone'));
  },
});

/** Unsent words of a decision, and of the note by which it goes back. */
export const keepDecisionDrafts = [signDoor, sendBackDoor].map((door) =>
  draftDoor<Context['params']>(door, {
    check: (c) => getRefusalToSign(c.scope, c.params.caseId, c.params.serviceId),
    page: (c) => `/praca/decyzje/${c.params.caseId}/${c.params.serviceId}`,
  }),
);
