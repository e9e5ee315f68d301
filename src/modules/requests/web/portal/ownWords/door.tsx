import { z } from 'zod';
import { choice, optionalEmail, optionalText, text } from '#platform/http/fields.ts';
import {
  audits,
  auditsNothing,
  centreDoor,
  FormFields,
  page,
  publicDoor,
  redirect,
  type CentreContext,
  type FieldError,
} from '#platform/http/index.ts';
import { PortalPage } from '#platform/html/index.ts';
import { Button, errorOf, ErrorSummary, Form, FormActions, Heading, Lead, Link, Paragraph, Stack, TextArea, TextField } from '#ui/index.ts';
import { requestTexts } from '../../../texts/index.ts';
import { reportNeed } from '../../../usecases/reportNeed.ts';
import { mistakesInWords } from '../../form/mistakes.ts';
import { descriptionLimit, optionalPhone } from '../../form/needShape.ts';
import { DangerNotice, UrgentField } from '../../form/RequestFields.tsx';
import { readChecked } from '../../form/shapes.ts';
import { asResident } from '../request/journey.ts';
import { drawNeedSent } from '../need/NeedSentPage.tsx';

/** What somebody who needs help, but knows no service, is asked. */
const shape = z.object({
  description: text(descriptionLimit),
  urgent: choice(['no', 'yes']),
  ownName: text(200),
  ownPhone: optionalPhone(),
  ownEmail: optionalEmail(),
  whereabouts: optionalText(500),
});
type OwnWords = z.output<typeof shape>;
const reachable = ({ ownPhone, ownEmail }: OwnWords): FieldError[] =>
  ownPhone || ownEmail ? [] : [{ field: 'ownPhone', code: 'reach-missing' }];

function OwnWordsPage({ c, typed, errors = [] }: { c: CentreContext; typed: FormFields; errors?: readonly FieldError[] }) {
  const t = requestTexts.in(c.lang);
  const mistakes = mistakesInWords(c.lang, errors);
  const field = (name: string) => ({ name, value: typed.get(name), error: errorOf(mistakes, name) });
  return (
    <PortalPage c={c} title={t('ownWords.title')} width="narrow" hasErrors={mistakes.length > 0}>
      <Stack gap="lg">
        <ErrorSummary errors={mistakes} />
        <div>
          <Heading level={1}>{t('ownWords.title')}</Heading>
          <Lead>{t('ownWords.lead')}</Lead>
        </div>
        <DangerNotice lang={c.lang} />
        <Form action={c.at('/pomoc')} keepsTyped={`${c.centre.slug}-self`} idempotencyKey={c.submissionKey()}>
          <TextArea
            {...field('description')}
            label={t('ownWords.description')}
            hint={t('ownWords.descriptionHint')}
            rows={7}
            limit={descriptionLimit}
          />
          <UrgentField lang={c.lang} typed={typed} errors={mistakes} />
          <TextField {...field('ownName')} label={t('need.ownName')} autocomplete="name" />
          <TextField
            {...field('ownPhone')}
            label={t('need.ownPhone')}
            hint={t('ownWords.contactHint')}
            type="tel"
            required={false}
            autocomplete="tel"
            width="medium"
          />
          <TextField {...field('ownEmail')} label={t('need.ownEmail')} type="email" required={false} autocomplete="email" />
          <TextField {...field('whereabouts')} label={t('ownWords.where')} required={false} autocomplete="street-address" width="full" />
          <FormActions>
            <Button>{t('need.send')}</Button>
          </FormActions>
        </Form>
        <Paragraph>
          <Link href={c.at('/potrzeba')}>{t('ownWords.forOther')}</Link>
        </Paragraph>
      </Stack>
    </PortalPage>
  );
}

/** `?q=`: the words that were searched for in vain. */
export const ownWordsPage = centreDoor({
  method: 'GET',
  path: '/pomoc',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  handle: (c) => page(<OwnWordsPage c={c} typed={FormFields.from({ description: (c.query.get('q') ?? '').slice(0, descriptionLimit) })} />),
});

export const sendOwnWords = centreDoor({
  method: 'POST',
  path: '/pomoc',
  may: publicDoor('personal data given by its own owner'),
  audit: audits('requests.need.reported'),
  limit: { attempts: 120, minutes: 15 },
  maxBody: 1024 * 1024,
  async handle(c) {
    const read = readChecked(shape, c.fields, reachable);
    if (!read.ok) return page(<OwnWordsPage c={c} typed={c.fields} errors={read.errors} />, 422);
    const { description, urgent, ownName, ownPhone, ownEmail, whereabouts } = read.value;
    const reported = await reportNeed(
      { ...c.scope, actor: asResident },
      {
        reporter: 'self',
        isAnonymous: false,
        channel: 'online',
        receivedOn: c.today,
        description,
        isUrgent: urgent === 'yes',
        told: {
          person: { name: ownName, contact: ownPhone, whereabouts },
          reporter: { name: ownName, phone: ownPhone, email: ownEmail },
        },
      },
    );
    if (!reported.ok) return page(<OwnWordsPage c={c} typed={c.fields} errors={[{ field: 'description', code: 'wrong' }]} />, 422);
    c.concerns({ caseId: reported.value.caseId });
    return redirect(c.at(`/pomoc/przyjete${urgent === 'yes' ? '?pilne=1' : ''}`));
  },
});

export const ownWordsSentPage = centreDoor({
  method: 'GET',
  path: '/pomoc/przyjete',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  handle: async (c) => page(await drawNeedSent(c, 'self')),
});
