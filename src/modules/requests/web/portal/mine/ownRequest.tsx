import { z } from 'zod';
import type { Child } from 'hono/jsx';
import { anonymous } from '#shared/actor.ts';
import { formatDate } from '#shared/polishDate.ts';
import { isUuid } from '#shared/uuid.ts';
import { text } from '#platform/http/fields.ts';
import {
  audits,
  centreDoor,
  NotFound,
  page,
  readForm,
  redirect,
  type CentreContext,
  type CentreScope,
  type PageContext,
  type Reply,
} from '#platform/http/index.ts';
import { PortalPage } from '#platform/html/index.ts';
import type { CaseSection } from '#platform/module.ts';
import {
  Button,
  Card,
  errorOf,
  ErrorSummary,
  Form,
  FormActions,
  Heading,
  Link,
  LinkButton,
  List,
  Notice,
  Paragraph,
  Stack,
  TextArea,
} from '#ui/index.ts';
import { getCase, isFinal } from '#modules/cases/index.ts';
import { mayAnswerForOwnCase } from '../../../policy.ts';
import { requestTexts } from '../../../texts/index.ts';
import { completeRequest } from '../../../usecases/actOnRequest.ts';
import { withdrawForwardingConsent } from '../../../usecases/forwardingConsent.ts';
import { mistakesInWords, type Mistake } from '../../form/mistakes.ts';
import { listRequestsOfCase } from '../../../usecases/requestsOfCase.ts';

/** The resident's own request: what is missing from it, and the consent that can be taken back at any time. */
export const ownRequestSection: CaseSection = {
  key: 'zgloszenie',
  audience: 'resident',
  order: 10,
  may: mayAnswerForOwnCase,
  title: (lang) => requestTexts.in(lang)('mine.section'),
  render: draw,
};

const noteLimit = 4000;

async function draw(c: PageContext, scope: CentreScope, caseId: string): Promise<Child | null> {
  const t = requestTexts.in(c.lang);
  const requests = (await listRequestsOfCase(scope, caseId)).filter((each) => each.kind === 'application');
  const { state } = await getCase(scope, caseId);
  if (requests.length === 0) return null;
  const day = (date: string) => formatDate(Temporal.PlainDate.from(date), c.lang);
  const consent = state.consents.at(-1);
  const stands = consent && !consent.withdrawnOn;
  return (
    <Stack>
      {requests.map((request) => (
        <Paragraph>
          {t('mine.filed', { date: formatDate(request.receivedOn, c.lang), channel: t(`channel.${request.channel as 'online'}`) })}
        </Paragraph>
      ))}
      {state.supplement ? (
        <Card level={3} title={t('mine.completeTitle')} tone="tinted">
          <Paragraph>{t('mine.completeLead', { date: day(state.supplement.dueOn) })}</Paragraph>
          <List items={[...state.supplement.missing]} />
          <CompleteForm c={c} typed="" mistakes={[]} />
        </Card>
      ) : null}
      <Paragraph>
        {consent
          ? t(stands ? 'mine.consentGiven' : 'mine.consentWithdrawn', { date: day(consent.withdrawnOn ?? consent.givenOn) })
          : t('mine.consentNone')}
      </Paragraph>
      {isFinal(state.status) || !stands ? null : (
        <Form action={c.at('/moja-sprawa/zgoda')} idempotencyKey={c.submissionKey()} hidden={{ consent: consent.consentId }}>
          <FormActions>
            <Button variant="secondary">{t('mine.withdraw')}</Button>
          </FormActions>
        </Form>
      )}
    </Stack>
  );
}

interface CompleteProps {
  readonly c: PageContext;
  readonly typed: string;
  readonly mistakes: readonly Mistake[];
}
function CompleteForm({ c, typed, mistakes }: CompleteProps) {
  const t = requestTexts.in(c.lang);
  return (
    <Form action={c.at('/moja-sprawa/uzupelnienie')} idempotencyKey={c.submissionKey()}>
      <TextArea
        name="note"
        label={t('mine.completeLabel')}
        hint={t('mine.completeHint')}
        value={typed}
        error={errorOf(mistakes, 'note')}
        rows={4}
        limit={noteLimit}
      />
      <FormActions>
        <Button>{t('mine.completeButton')}</Button>
      </FormActions>
    </Form>
  );
}

/** The answer again with what is wrong: bad input (422), or a case that no longer waits for it (409, and nothing is recorded). */
async function completePage(c: CentreContext, caseId: string, mistakes: readonly Mistake[], status: 422 | 409): Promise<Reply> {
  const t = requestTexts.in(c.lang);
  const { state } = await getCase(c.scope, caseId);
  return page(
    <PortalPage c={c} title={t('mine.completeTitle')} width="narrow" hasErrors>
      <ErrorSummary errors={mistakes} />
      <Heading level={1}>{t('mine.completeTitle')}</Heading>
      {state.supplement ? <List items={[...state.supplement.missing]} /> : null}
      <CompleteForm c={c} typed={c.fields.get('note')} mistakes={mistakes} />
      <Paragraph>
        <Link href={c.at('/moja-sprawa/przebieg')}>{t('sent.follow')}</Link>
      </Paragraph>
    </PortalPage>,
    status,
  );
}

/** The case went on meanwhile: nothing is done, and the page of the case says where it stands. */
function changedPage(c: CentreContext): Reply {
  const t = requestTexts.in(c.lang);
  return page(
    <PortalPage c={c} title={t('mine.section')} width="narrow">
      <Heading level={1}>{t('mine.section')}</Heading>
      <Notice tone="warning">{t('mine.changed')}</Notice>
      <LinkButton href={c.at('/moja-sprawa/przebieg')}>{t('sent.follow')}</LinkButton>
    </PortalPage>,
    409,
  );
}

const asResident = (c: CentreContext): CentreScope => ({ ...c.scope, actor: anonymous });
function ownCaseOf(c: CentreContext): string {
  if (c.actor.kind !== 'caseHolder') throw new NotFound('case');
  c.concerns({ caseId: c.actor.caseId });
  return c.actor.caseId;
}
const back = (c: CentreContext, notice: 'completed' | 'withdrawn'): Reply =>
  redirect(c.at('/moja-sprawa/przebieg'), requestTexts.in(c.lang)(`mine.${notice}`));

export const completeOwn = centreDoor({
  method: 'POST',
  path: '/moja-sprawa/uzupelnienie',
  may: mayAnswerForOwnCase,
  audit: audits('requests.request.completed'),
  async handle(c) {
    const caseId = ownCaseOf(c);
    const read = readForm(z.object({ note: text(noteLimit) }), c.fields);
    if (!read.ok) return completePage(c, caseId, mistakesInWords(c.lang, read.errors), 422);
    const done = await completeRequest(asResident(c), caseId, null, read.value.note);
    if (done.ok) return back(c, 'completed');
    return completePage(c, caseId, [{ field: 'note', message: requestTexts.in(c.lang)('mine.changed') }], 409);
  },
});

export const withdrawOwn = centreDoor({
  method: 'POST',
  path: '/moja-sprawa/zgoda',
  may: mayAnswerForOwnCase,
  audit: audits('requests.consent.withdrawn'),
  async handle(c) {
    const caseId = ownCaseOf(c);
    const consentId = c.fields.get('consent');
    if (!isUuid(consentId)) throw new NotFound('consent');
    const done = await withdrawForwardingConsent(asResident(c), caseId, consentId);
    return done.ok ? back(c, 'withdrawn') : changedPage(c);
  },
});
