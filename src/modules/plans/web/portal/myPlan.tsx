import { z } from 'zod';
import type { Child } from 'hono/jsx';
import { formatDate } from '#shared/polishDate.ts';
import type { CaseSection } from '#platform/module.ts';
import {
  audits,
  centreDoor,
  Forbidden,
  NotFound,
  page,
  readForm,
  redirect,
  type CentreContext,
  type CentreScope,
  type FormFields,
  type PageContext,
} from '#platform/http/index.ts';
import { listDocuments } from '#platform/documents/archive.ts';
import { choice, optionalText, wholeNumber } from '#platform/http/fields.ts';
import { inWords, PortalPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  Heading,
  Lead,
  Link,
  LinkButton,
  Notice,
  Paragraph,
  RadioGroup,
  Stack,
  TextArea,
  TextField,
} from '#ui/index.ts';
import { maySeeOwnPlan } from '../../policy.ts';
import { planTexts } from '../../texts/index.ts';
import { answerPlan } from '../../usecases/agreeOnPlan.ts';
import { findLastAnswer } from '../../usecases/planAnswers.ts';
import { findPlanFile, type PlanFile } from '../../usecases/planFile.ts';
import { PlanInWords } from '../planInWords.tsx';

const path = '/moja-sprawa/plan';
const schema = z.object({
  odpowiedz: choice(['tak', 'nie']),
  tresc: optionalText(5000),
  imie: optionalText(200),
  rewizja: wholeNumber(1, 1_000_000),
});

interface Mistake {
  readonly field: string;
  readonly message: string;
}
/** A resident may answer while the version is a finished draft; a draft with gaps is still being written. */
const isWaiting = ({ latest, issues, view }: PlanFile) =>
  latest.status === 'draft' && issues.length === 0 && view.state.status === 'PLAN_DRAFT';

async function findOwn(c: CentreContext): Promise<PlanFile> {
  if (c.actor.kind !== 'caseHolder') throw new Forbidden('give-case-code-first');
  const found = await findPlanFile(c.scope, c.actor.caseId);
  if (!found) throw new NotFound('plan');
  const { personId } = found.view.record;
  c.concerns({ caseId: c.actor.caseId, ...(personId && { personId }) });
  return found;
}

function stateInWords(found: PlanFile, lang: CentreContext['lang']): string {
  const t = planTexts.in(lang);
  if (found.view.state.closing) return t('mine.ended');
  if (found.latest.status === 'agreed') return t('mine.agreed');
  if (found.latest.status === 'approved') return t('mine.approved');
  return t(found.approved ? 'mine.revision' : 'mine.draft');
}

interface MyPlanProps {
  readonly c: CentreContext;
  readonly found: PlanFile;
  /** The document of the approved plan; undefined before. */
  readonly document: string | undefined;
  readonly answer?: Child;
  readonly typed?: FormFields;
  readonly errors?: readonly Mistake[];
  readonly isChanged?: boolean;
}

function MyPlan({ c, found, document, answer, typed, errors = [], isChanged }: MyPlanProps) {
  const t = planTexts.in(c.lang);
  const { latest } = found;
  return (
    <PortalPage c={c} title={t('title')} width="narrow" hasErrors={errors.length > 0}>
      {isChanged ? (
        <Notice tone="warning" live>
          <Paragraph>{t('mine.changed')}</Paragraph>
        </Notice>
      ) : null}
      <ErrorSummary errors={errors} />
      <Stack gap="lg">
        <div>
          <Heading level={1} caption={t('mine.version', { version: latest.version })}>
            {t('title')}
          </Heading>
          <Lead>{stateInWords(found, c.lang)}</Lead>
        </div>
        <DocumentLink c={c} id={document} />
        {latest.reason ? <Paragraph>{t('mine.why', { reason: latest.reason })}</Paragraph> : null}
        {answer}
        <PlanInWords content={latest.content} lang={c.lang} />
        {isWaiting(found) ? <AnswerForm c={c} found={found} typed={typed} errors={errors} /> : null}
        {latest.status === 'draft' && found.issues.length > 0 && !found.view.state.closing ? (
          <Notice>
            <Paragraph>{t('mine.notReady')}</Paragraph>
          </Notice>
        ) : null}
        <Paragraph>
          <Link href={c.at('/moja-sprawa/przebieg')}>{t('mine.back')}</Link>
        </Paragraph>
      </Stack>
    </PortalPage>
  );
}

/** Where the approved plan is promised as a document, there it is. */
function DocumentLink({ c, id }: { readonly c: PageContext; readonly id: string | undefined }) {
  if (id === undefined) return null;
  return (
    <Paragraph>
      <Link href={c.at(`/moja-sprawa/dokumenty/${id}`)}>{planTexts.in(c.lang)('mine.document')}</Link>
    </Paragraph>
  );
}

/** The newest printed plan, while the plan before the resident is the approved one. */
async function findPrinted(scope: CentreScope, { latest, view }: PlanFile): Promise<string | undefined> {
  if (latest.status !== 'approved') return undefined;
  return (await listDocuments(scope, view.record.id)).findLast((each) => each.kind === 'plan' && each.forResident)?.id;
}

function AnswerForm({
  c,
  found,
  typed,
  errors,
}: {
  c: CentreContext;
  found: PlanFile;
  typed: FormFields | undefined;
  errors: readonly Mistake[];
}) {
  const t = planTexts.in(c.lang);
  const f = (name: string) => ({ name, value: typed?.get(name), error: errorOf(errors, name) });
  const applicant = found.view.state.application?.applicantType ?? 'self';
  return (
    <Card tone="tinted">
      <Form
        action={c.at(path)}
        idempotencyKey={c.submissionKey()}
        version={found.view.state.version}
        hidden={{ rewizja: String(found.latest.revision) }}
      >
        <RadioGroup
          {...f('odpowiedz')}
          label={t('mine.question')}
          hint={t('mine.right')}
          choices={[
            { value: 'tak', label: t('mine.yes') },
            { value: 'nie', label: t('mine.no') },
          ]}
        />
        <TextArea {...f('tresc')} label={t('mine.noteLabel')} hint={t('mine.noteHint')} required={false} rows={4} />
        {applicant === 'self' ? null : (
          <TextField {...f('imie')} label={t('mine.nameLabel')} hint={t('mine.nameHint')} autocomplete="name" />
        )}
        <FormActions>
          <Button>{t('mine.send')}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}

export const myPlanPage = centreDoor({
  method: 'GET',
  path,
  may: maySeeOwnPlan,
  audit: audits('plans.own.read'),
  async handle(c) {
    const found = await findOwn(c);
    const document = await findPrinted(c.scope, found);
    return page(<MyPlan c={c} found={found} document={document} answer={await lastAnswer(c, found)} />);
  },
});

async function lastAnswer(c: CentreContext, found: PlanFile): Promise<Child> {
  const last = await findLastAnswer(c.scope, found);
  if (!last) return null;
  const t = planTexts.in(c.lang);
  const answer = t(last.isAgreed ? 'mine.answerYes' : 'mine.answerNo');
  return <Paragraph muted>{t('mine.answered', { date: formatDate(last.on, c.lang), answer })}</Paragraph>;
}

export const answerMyPlan = centreDoor({
  method: 'POST',
  path,
  may: maySeeOwnPlan,
  audit: audits('plans.own.answered'),
  async handle(c) {
    const found = await findOwn(c);
    const t = planTexts.in(c.lang);
    const again = (errors: readonly Mistake[]) =>
      page(<MyPlan c={c} found={found} document={undefined} typed={c.fields} errors={errors} />, 422);
    const say = (field: string) => (field === 'odpowiedz' ? t('mine.chooseYesNo') : undefined);
    const read = readForm(schema, c.fields);
    if (!read.ok) return again(inWords(c.lang, read.errors, say));
    const { odpowiedz, tresc, imie, rewizja } = read.value;
    const isAgreed = odpowiedz === 'tak';
    const by = found.view.state.application?.applicantType ?? 'self';
    const version = Number(c.fields.get('_version')) || 0;
    const input = {
      revision: rewizja,
      isAgreed,
      on: c.today,
      by,
      byName: by === 'self' ? null : imie,
      form: 'electronic',
      note: tresc,
    } as const;
    const done = await answerPlan(c.scope, found.view.record.id, version, input);
    if (done.ok) return redirect(c.at('/moja-sprawa/przebieg'), t(isAgreed ? 'mine.sentYes' : 'mine.sentNo'));
    const codes = done.refusal.map((each) => each.code);
    if (codes.includes('case-changed') || codes.includes('edited-meanwhile')) {
      const now = await findOwn(c);
      return page(<MyPlan c={c} found={now} document={await findPrinted(c.scope, now)} typed={c.fields} isChanged />, 409);
    }
    if (codes.includes('note-missing')) return again([{ field: 'tresc', message: t('mine.noteMissing') }]);
    if (codes.includes('name-missing')) return again([{ field: 'imie', message: t('mine.nameMissing') }]);
    return again([{ field: 'odpowiedz', message: t('mine.cannot') }]);
  },
});

/** The resident's part of the page of the case. */
export const myPlanSection: CaseSection = {
  key: 'moj-plan',
  audience: 'resident',
  order: 20,
  may: maySeeOwnPlan,
  title: (lang) => planTexts.in(lang)('title'),
  async render(c, scope, caseId) {
    const found = await findPlanFile(scope, caseId);
    if (!found) return null;
    const t = planTexts.in(c.lang);
    return (
      <Stack>
        <Paragraph>{stateInWords(found, c.lang)}</Paragraph>
        <DocumentLink c={c} id={await findPrinted(scope, found)} />
        <LinkButton href={c.at(path)} variant={isWaiting(found) ? 'primary' : 'secondary'}>
          {t(isWaiting(found) ? 'mine.readAndAnswer' : 'mine.read')}
        </LinkButton>
      </Stack>
    );
  },
};
