import { z } from 'zod';
import { formatInstant } from '#shared/polishDate.ts';
import {
  audits,
  auditsNothing,
  centreDoor,
  draftAddress,
  draftDoor,
  findDraft,
  page,
  readForm,
  redirect,
  type CentreContext,
  type FormFields,
} from '#platform/http/index.ts';
import { text } from '#platform/http/fields.ts';
import { RestoredDraft, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  ConflictNotice,
  EmptyState,
  ErrorSummary,
  errorOf,
  Form,
  Heading,
  Lead,
  Section,
  SelectField,
  Stack,
  TextArea,
  Timeline,
} from '#ui/index.ts';
import { listProviders } from '#modules/catalogue/index.ts';
import { mayReopenMonths } from '../../../policy.ts';
import { staffTexts } from '../../../texts/texts.ts';
import { listMonths, reopenProviderMonth } from '../../../usecases/months.ts';
import { sayErrors, sayRefusals, type Said } from '../../provider/order/forms.ts';
import { monthInWords } from '../../words.ts';

const t = staffTexts.in('pl');

async function draw(c: CentreContext, sent: FormFields | null = null, errors: readonly Said[] = []) {
  const here = c.at('/praca/zlecenia/miesiace');
  const draft = sent ? undefined : await findDraft(c.scope, here);
  const typed = sent ?? draft?.typed ?? null;
  const { closed, events } = await listMonths(c.scope);
  const names = new Map((await listProviders(c.scope)).map((provider) => [provider.id, provider.name]));
  // Somebody opened the chosen month meanwhile: their reason is shown beside the one just written.
  const opened = errors.some((each) => each.field === 'which')
    ? events.find((event) => event.type === 'reopened' && `${event.month} ${event.providerId}` === sent?.get('which'))
    : undefined;
  const nameOf = (id: string) => names.get(id) ?? '–';
  return (
    <StaffPage c={c} title={t('month.allTitle')} width="narrow" hasErrors={errors.length > 0}>
      <Stack gap="lg">
        <ErrorSummary errors={errors} />
        <div>
          <Heading level={1}>{t('month.allTitle')}</Heading>
          <Lead>{t('month.allLead')}</Lead>
        </div>
        {opened && sent ? (
          <ConflictNotice
            savedAt={formatInstant(opened.at)}
            lead={t('month.openedMeanwhile')}
            fields={[{ label: t('month.reason'), mine: sent.get('reason'), theirs: opened.reason ?? '' }]}
          />
        ) : null}
        <RestoredDraft c={c} draft={draft} />
        {closed.length === 0 ? <EmptyState title={t('month.noneClosed')} /> : null}
        {/* A reason that was written stays readable when somebody else opened the month meanwhile. */}
        {closed.length > 0 || typed ? (
          <Form action={here} idempotencyKey={c.submissionKey()} autosave={draftAddress(here)} label={t('month.reopen')}>
            <SelectField
              name="which"
              label={t('month.which')}
              value={typed?.get('which') ?? ''}
              error={errorOf(errors, 'which')}
              options={closed.map(({ providerId, month }) => ({
                value: `${month} ${providerId}`,
                label: t('month.reopenWhich', { provider: nameOf(providerId), month: monthInWords(month) }),
              }))}
            />
            <TextArea
              name="reason"
              label={t('month.reason')}
              value={typed?.get('reason') ?? ''}
              error={errorOf(errors, 'reason')}
              rows={3}
            />
            <Button type="submit" variant="secondary">
              {t('month.reopen')}
            </Button>
          </Form>
        ) : null}
        {events.length > 0 ? (
          <Section labelledBy="zmiany">
            <Heading level={2} id="zmiany">
              {t('month.historyTitle')}
            </Heading>
            <Timeline
              entries={events.map((event) => ({
                at: formatInstant(event.at),
                atIso: event.at.toString(),
                title: t(event.type === 'closed' ? 'month.eventClosed' : 'month.eventReopened', {
                  provider: nameOf(event.providerId),
                  month: monthInWords(event.month),
                }),
                ...(event.reason && { body: event.reason }),
                ...(event.unconfirmed.length > 0 && { body: t('month.unconfirmedAtClosing', { count: event.unconfirmed.length }) }),
              }))}
            />
          </Section>
        ) : null}
      </Stack>
    </StaffPage>
  );
}

export const closedMonths = centreDoor({
  method: 'GET',
  path: '/praca/zlecenia/miesiace',
  may: mayReopenMonths,
  audit: auditsNothing('no personal data'),
  handle: async (c) => page(await draw(c)),
});

const reopenForm = z.object({ which: z.string().regex(/^20\d{2}-\d{2} [0-9a-f-]{36}$/, 'choose-one'), reason: text(2000) });
export const reopenMonthDoor = centreDoor({
  method: 'POST',
  path: '/praca/zlecenia/miesiace',
  may: mayReopenMonths,
  audit: audits('orders.month.reopened'),
  keepsDraft: true,
  async handle(c) {
    const read = readForm(reopenForm, c.fields);
    if (!read.ok) return page(await draw(c, c.fields, sayErrors(read.errors)), 422);
    const [month = '', providerId = ''] = read.value.which.split(' ');
    const done = await reopenProviderMonth(c.scope, { providerId, month, reason: read.value.reason });
    if (!done.ok)
      return page(
        await draw(c, c.fields, sayRefusals(done.refusal, 'visit', { 'month-not-closed': 'which', 'reason-missing': 'reason' })),
        422,
      );
    c.concerns({ detail: { month, providerId } });
    return redirect(c.at('/praca/zlecenia/miesiace'), t('month.reopened'));
  },
});

export const keepReopeningDraft = draftDoor(reopenMonthDoor);
