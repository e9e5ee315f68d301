import {
  audits,
  auditsNothing,
  centreDoor,
  page,
  publicDoor,
  redirect,
  type CentreContext,
  type FieldError,
} from '#platform/http/index.ts';
import { PortalPage } from '#platform/html/index.ts';
import { Button, ErrorSummary, Form, FormActions, Heading, Lead, Stack } from '#ui/index.ts';
import { requestTexts } from '../../../texts/index.ts';
import { reportNeed } from '../../../usecases/reportNeed.ts';
import { mistakesInWords } from '../../form/mistakes.ts';
import { NeedFields } from '../../form/NeedFields.tsx';
import { checkNeed, needShape, toldOfNeed } from '../../form/needShape.ts';
import { DangerNotice } from '../../form/RequestFields.tsx';
import { readChecked } from '../../form/shapes.ts';
import { asResident } from '../request/journey.ts';
import { drawNeedSent } from './NeedSentPage.tsx';

function NeedPage({ c, errors = [] }: { c: CentreContext; errors?: readonly FieldError[] }) {
  const t = requestTexts.in(c.lang);
  const mistakes = mistakesInWords(c.lang, errors);
  return (
    <PortalPage c={c} title={t('need.title')} width="narrow" hasErrors={mistakes.length > 0}>
      <Stack gap="lg">
        <ErrorSummary errors={mistakes} />
        <div>
          <Heading level={1}>{t('need.title')}</Heading>
          <Lead>{t('need.lead')}</Lead>
        </div>
        <DangerNotice lang={c.lang} />
        <Form action={c.at('/potrzeba')} keepsTyped={`${c.centre.slug}-other`} idempotencyKey={c.submissionKey()}>
          <NeedFields lang={c.lang} typed={c.fields} errors={mistakes} />
          <FormActions>
            <Button>{t('need.send')}</Button>
          </FormActions>
        </Form>
      </Stack>
    </PortalPage>
  );
}

export const needPage = centreDoor({
  method: 'GET',
  path: '/potrzeba',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  handle: (c) => page(<NeedPage c={c} />),
});

export const sendNeed = centreDoor({
  method: 'POST',
  path: '/potrzeba',
  may: publicDoor('personal data given by its own owner'),
  audit: audits('requests.need.reported'),
  limit: { attempts: 120, minutes: 15 },
  maxBody: 1024 * 1024,
  async handle(c) {
    const read = readChecked(needShape, c.fields, checkNeed);
    if (!read.ok) return page(<NeedPage c={c} errors={read.errors} />, 422);
    const need = read.value;
    const reported = await reportNeed(
      { ...c.scope, actor: asResident },
      {
        reporter: need.reporter,
        isAnonymous: need.anonymous === 'yes',
        channel: 'online',
        receivedOn: c.today,
        description: need.description,
        isUrgent: need.urgent === 'yes',
        told: toldOfNeed(need),
      },
    );
    if (!reported.ok) return page(<NeedPage c={c} errors={[{ field: 'description', code: 'wrong' }]} />, 422);
    c.concerns({ caseId: reported.value.caseId });
    return redirect(c.at(`/potrzeba/przyjete${need.urgent === 'yes' ? '?pilne=1' : ''}`));
  },
});

export const needSentPage = centreDoor({
  method: 'GET',
  path: '/potrzeba/przyjete',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  handle: async (c) => page(await drawNeedSent(c, 'other')),
});
