import { formatDate } from '#shared/polishDate.ts';
import { audits, auditsNothing, centreDoor, page, redirect, type CentreContext, type FieldError } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { Button, ErrorSummary, Form, FormActions, Heading, Lead } from '#ui/index.ts';
import { refusalInWords } from '#modules/cases/index.ts';
import { mayReportNeeds, mayTakeRequests } from '../../../policy.ts';
import { requestStaffTexts } from '../../../texts/index.ts';
import { reportNeed } from '../../../usecases/reportNeed.ts';
import { mistakesInWords, type Mistake } from '../../form/mistakes.ts';
import { NeedFields } from '../../form/NeedFields.tsx';
import { checkNeed, needShape, toldOfNeed } from '../../form/needShape.ts';
import { readChecked } from '../../form/shapes.ts';
import { ArrivalFields } from '../ArrivalFields.tsx';
import { arrivalShape, checkArrival } from '../take/deskShape.ts';

const deskNeedShape = needShape.extend(arrivalShape.shape);

function DeskNeedPage({ c, errors = [] }: { c: CentreContext; errors?: readonly Mistake[] }) {
  const t = requestStaffTexts.in('pl');
  return (
    <StaffPage c={c} title={t('need.title')} width="narrow" hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <Heading level={1}>{t('need.title')}</Heading>
      <Lead>{t('need.lead')}</Lead>
      <Form action={c.at('/praca/zgloszenia/potrzeba')} idempotencyKey={c.submissionKey()}>
        <ArrivalFields typed={c.fields} errors={errors} today={c.today} />
        <NeedFields lang="pl" typed={c.fields} errors={errors} byStaff />
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
  handle: (c) => page(<DeskNeedPage c={c} />),
});

export const takeNeed = centreDoor({
  method: 'POST',
  path: '/praca/zgloszenia/potrzeba',
  may: mayReportNeeds,
  audit: audits('requests.need.recorded'),
  maxBody: 1024 * 1024,
  async handle(c) {
    const again = (errors: readonly FieldError[]) => page(<DeskNeedPage c={c} errors={mistakesInWords('pl', errors)} />, 422);
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
