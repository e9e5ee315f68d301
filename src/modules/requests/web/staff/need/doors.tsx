import { formatDate } from '#shared/polishDate.ts';
import {
  audits,
  auditsNothing,
  centreDoor,
  draftAddress,
  draftDoor,
  findDraft,
  page,
  redirect,
  type CentreContext,
  type Draft,
  type FieldError,
} from '#platform/http/index.ts';
import { RestoredDraft, StaffPage } from '#platform/html/index.ts';
import { Button, ErrorSummary, Form, FormActions, Heading, Lead } from '#ui/index.ts';
import { refusalInWords } from '#modules/cases/index.ts';
import { mayReportNeeds, mayTakeRequests } from '../../../policy.ts';
import { requestStaffTexts } from '../../../texts/index.ts';
import { reportNeed } from '../../../usecases/reportNeed.ts';
import { deskMistakesInWords, type Mistake } from '../../form/mistakes.ts';
import { NeedFields } from '../../form/NeedFields.tsx';
import { checkNeed, needShape, toldOfNeed } from '../../form/needShape.ts';
import { readChecked } from '../../form/shapes.ts';
import { ArrivalFields } from '../ArrivalFields.tsx';
import { arrivalShape, checkArrival } from '../take/deskShape.ts';

const deskNeedShape = needShape.extend(arrivalShape.shape);

interface DeskNeedProps {
  readonly c: CentreContext;
  readonly errors?: readonly Mistake[];
  /** Unsent text; in the fields once it was asked for. */
  readonly draft?: Draft | undefined;
}
function DeskNeedPage({ c, errors = [], draft }: DeskNeedProps) {
  const isLoaded = c.query.has('wczytaj');
  const typed = draft && isLoaded ? draft.typed : c.fields;
  const action = c.at('/praca/zgloszenia/potrzeba');
  const t = requestStaffTexts.in('pl');
  return (
    <StaffPage c={c} title={t('need.title')} width="narrow" hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <Heading level={1}>{t('need.title')}</Heading>
      <Lead>{t('need.lead')}</Lead>
      <RestoredDraft c={c} draft={draft} {...(!isLoaded && { loadAt: `${action}?wczytaj=1` })} />
      <Form action={action} idempotencyKey={c.submissionKey()} autosave={draftAddress(action)}>
        <ArrivalFields typed={typed} errors={errors} today={c.today} />
        <NeedFields lang="pl" typed={typed} errors={errors} byStaff />
        <FormActions>
          <Button>{t('need.save')}</Button>
        </FormActions>
      </Form>
    </StaffPage>
  );
}

export const deskNeedPage = centreDoor({
  method: 'GET',
  path: '/praca/zgloszenia/potrzeba',
  may: mayReportNeeds,
  audit: auditsNothing('no personal data'),
  handle: async (c) => page(<DeskNeedPage c={c} draft={await findDraft(c.scope, c.path)} />),
});

export const takeNeed = centreDoor({
  method: 'POST',
  path: '/praca/zgloszenia/potrzeba',
  may: mayReportNeeds,
  audit: audits('requests.need.recorded'),
  keepsDraft: true,
  maxBody: 1024 * 1024,
  async handle(c) {
    const again = (errors: readonly FieldError[]) => page(<DeskNeedPage c={c} errors={deskMistakesInWords(errors)} />, 422);
    const read = readChecked(deskNeedShape, c.fields, (need) => [...checkArrival(need, c.today), ...checkNeed(need)]);
    if (!read.ok) return again(read.errors);
    const need = read.value;
    const reported = await reportNeed(c.scope, {
      reporter: need.reporter,
      isAnonymous: need.anonymous === 'yes',
      channel: need.channel,
      receivedOn: need.receivedOn,
      description: need.description,
      isUrgent: need.urgent === 'yes',
      told: toldOfNeed(need),
    });
    if (!reported.ok) {
      const errors = reported.refusal.map((each) => ({ field: 'description', message: refusalInWords(each) }));
      return page(<DeskNeedPage c={c} errors={errors} />, 422);
    }
    const { caseId, contactDueOn } = reported.value;
    c.concerns({ caseId });
    const date = contactDueOn ? formatDate(Temporal.PlainDate.from(contactDueOn)) : '';
    const next = mayTakeRequests.allows(c.actor).allowed ? `/praca/sprawy/${caseId}` : '/praca';
    return redirect(c.at(next), requestStaffTexts.in('pl')('need.saved', { date }));
  },
});

export const keepNeedDraft = draftDoor(takeNeed);
