import { z } from 'zod';
import { parseCaseCode } from '#shared/caseCode.ts';
import { formatDate, todayInWarsaw } from '#shared/polishDate.ts';
import { auditsNothing, centreDoor, page, publicDoor, readForm, redirect, type CentreContext } from '#platform/http/index.ts';
import { text } from '#platform/http/fields.ts';
import { PortalPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  CopyCode,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  Heading,
  Lead,
  LinkButton,
  Paragraph,
  PrintButton,
  Stack,
  TextField,
} from '#ui/index.ts';
import { requestTexts } from '../../../texts/index.ts';
import { findRequestDraft, type RequestDraft } from '../../../usecases/drafts.ts';
import { mistakesInWords, type Mistake } from '../../form/mistakes.ts';
import { carriedDraft, draftOf, keepDraftCode } from './draftCookie.ts';
import { checkStep, findUnanswered } from './journey.ts';
import { factsFor } from './journeyFacts.ts';

const resumeAddress = (c: CentreContext) => `${c.world.publicUrl}${c.at('/zgloszenie/wznow')}`;

interface LaterProps {
  readonly c: CentreContext;
  readonly draft: RequestDraft;
  readonly code: string;
  readonly errors?: readonly Mistake[];
}
function LaterPage({ c, draft, code, errors = [] }: LaterProps) {
  const t = requestTexts.in(c.lang);
  return (
    <PortalPage c={c} title={t('later.title')} width="narrow" hasErrors={errors.length > 0}>
      <Stack gap="lg">
        <ErrorSummary errors={errors} />
        <div>
          <Heading level={1}>{t('later.title')}</Heading>
          <Lead>{t('later.lead', { until: formatDate(todayInWarsaw(draft.expiresAt), c.lang) })}</Lead>
        </div>
        <CopyCode code={code} label={t('later.code')} />
        <Paragraph>
          {t('later.how')} <strong>{resumeAddress(c)}</strong>
        </Paragraph>
        <PrintButton />
        <Card title={t('later.mailTitle')} level={2}>
          <Form action={c.at('/zgloszenie/dokoncz-pozniej')} idempotencyKey={c.submissionKey()}>
            <TextField
              name="mailTo"
              type="email"
              label={t('later.mailLabel')}
              hint={t('later.mailHint')}
              value={c.fields.get('mailTo')}
              error={errorOf(errors, 'mailTo')}
              autocomplete="email"
            />
            <FormActions>
              <Button variant="secondary">{t('later.mailButton')}</Button>
            </FormActions>
          </Form>
        </Card>
        <Form action={c.at('/zgloszenie/zapomnij')}>
          <Paragraph muted>{t('later.shared')}</Paragraph>
          <FormActions>
            <LinkButton href={c.at('/zgloszenie/wznow/dalej')}>{t('later.continue')}</LinkButton>
            <Button variant="tertiary">{t('later.forget')}</Button>
          </FormActions>
        </Form>
      </Stack>
    </PortalPage>
  );
}

export const laterPage = centreDoor({
  method: 'GET',
  path: '/zgloszenie/dokoncz-pozniej',
  may: publicDoor('personal data given by its own owner'),
  audit: auditsNothing('unsent text of its own author'),
  async handle(c) {
    const code = carriedDraft(c)?.code;
    const draft = await draftOf(c);
    if (!draft || draft.caseId || !code) return redirect(c.at('/zgloszenie'));
    return page(<LaterPage c={c} draft={draft} code={code} />);
  },
});

const mailForm = z.object({
  mailTo: z.string().trim().min(1, 'required').toLowerCase().max(254, 'not-an-email').pipe(z.email('not-an-email')),
});

export const mailLater = centreDoor({
  method: 'POST',
  path: '/zgloszenie/dokoncz-pozniej',
  may: publicDoor('personal data given by its own owner'),
  audit: auditsNothing('unsent text of its own author'),
  limit: { attempts: 20, minutes: 60 },
  async handle(c) {
    const t = requestTexts.in(c.lang);
    const code = carriedDraft(c)?.code;
    const draft = await draftOf(c);
    if (!draft || draft.caseId || !code) return redirect(c.at('/zgloszenie'), t('journey.lost'));
    const read = readForm(mailForm, c.fields);
    if (!read.ok) return page(<LaterPage c={c} draft={draft} code={code} errors={mistakesInWords(c.lang, read.errors)} />, 422);
    const until = formatDate(todayInWarsaw(draft.expiresAt), c.lang);
    const body = [
      t('laterLetter.text', { until, address: `${resumeAddress(c)}?kod=${code}`, code }),
      t('laterLetter.ignore'),
      t('letter.sign', { centre: c.centre.displayName }),
    ];
    await c.scope.mail({ to: read.value.mailTo, subject: t('laterLetter.subject'), text: body.join('\n\n') });
    return redirect(c.at('/zgloszenie/dokoncz-pozniej'), t('later.mailSent'));
  },
});

export const forgetDraft = centreDoor({
  method: 'POST',
  path: '/zgloszenie/zapomnij',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  repeatable: 'only forgets whose browser this is',
  handle(c) {
    keepDraftCode(c, null);
    return redirect(c.at('/zgloszenie'), requestTexts.in(c.lang)('later.forgotten'));
  },
});

function ResumePage({ c, typed, errors = [] }: { c: CentreContext; typed: string; errors?: readonly Mistake[] }) {
  const t = requestTexts.in(c.lang);
  return (
    <PortalPage c={c} title={t('resume.title')} width="narrow" hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <Heading level={1}>{t('resume.title')}</Heading>
      <Form action={c.at('/zgloszenie/wznow')}>
        <TextField
          name="code"
          label={t('resume.code')}
          hint={t('resume.codeHint')}
          value={typed}
          error={errorOf(errors, 'code')}
          autocomplete="off"
          spellcheck={false}
          width="medium"
        />
        <FormActions>
          <Button>{t('resume.open')}</Button>
        </FormActions>
      </Form>
    </PortalPage>
  );
}

export const resumePage = centreDoor({
  method: 'GET',
  path: '/zgloszenie/wznow',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  handle: (c) => page(<ResumePage c={c} typed={(c.query.get('kod') ?? '').slice(0, 40)} />),
});

export const resume = centreDoor({
  method: 'POST',
  path: '/zgloszenie/wznow',
  may: publicDoor('personal data given by its own owner'),
  audit: auditsNothing('unsent text of its own author'),
  repeatable: 'looks a draft up and changes nothing',
  limit: { attempts: 30, minutes: 15 },
  async handle(c) {
    const read = readForm(z.object({ code: text(40) }), c.fields);
    if (!read.ok) return page(<ResumePage c={c} typed={c.fields.get('code')} errors={mistakesInWords(c.lang, read.errors)} />, 422);
    const code = parseCaseCode(read.value.code);
    const draft = code.ok ? await findRequestDraft(c.scope, code.value) : undefined;
    if (!code.ok || !draft || draft.caseId) {
      const message = requestTexts.in(c.lang)('resume.wrong');
      return page(<ResumePage c={c} typed={c.fields.get('code')} errors={[{ field: 'code', message }]} />, 422);
    }
    keepDraftCode(c, code.value);
    return redirect(c.at('/zgloszenie/wznow/dalej'));
  },
});

/** Leads to the first question without an answer. */
export const goOn = centreDoor({
  method: 'GET',
  path: '/zgloszenie/wznow/dalej',
  may: publicDoor('personal data given by its own owner'),
  audit: auditsNothing('unsent text of its own author'),
  async handle(c) {
    const draft = await draftOf(c);
    if (!draft || draft.caseId) return redirect(c.at('/zgloszenie'));
    const left = findUnanswered(draft.typed, await factsFor(c, draft, false));
    return redirect(c.at(`/zgloszenie/${left?.step ?? checkStep}`));
  },
});
