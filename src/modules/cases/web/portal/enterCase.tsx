import { z } from 'zod';
import {
  auditsNothing,
  caseCookie,
  caseCookieValue,
  centreDoor,
  countAttempt,
  forgiveAttempt,
  page,
  publicDoor,
  readForm,
  redirect,
  type FormFields,
  type PageContext,
} from '#platform/http/index.ts';
import { day, text } from '#platform/http/fields.ts';
import { inWords, PortalPage } from '#platform/html/index.ts';
import { Button, DateField, Details, ErrorSummary, errorOf, Form, FormActions, Heading, Lead, Paragraph, TextField } from '#ui/index.ts';
import { caseTexts } from '../../texts/index.ts';
import { findMyCase } from '../../usecases/openMyCase.ts';

/** How long a case stays open in one browser. */
const openFor = { hours: 2 };
const schema = z.object({
  kod: text(40),
  data: day(),
});

function EnterCase({ c, typed, errors }: { c: PageContext; typed?: FormFields; errors?: { field: string; message: string }[] }) {
  const t = caseTexts.in(c.lang);
  return (
    <PortalPage c={c} title={t('mine.title')} width="narrow" hasErrors={errors !== undefined}>
      {errors ? <ErrorSummary errors={errors} /> : null}
      <Heading level={1}>{t('mine.title')}</Heading>
      <Lead>{t('mine.lead')}</Lead>
      <Form action={c.at('/moja-sprawa')} idempotencyKey={c.submissionKey()}>
        <TextField
          name="kod"
          label={t('mine.code')}
          hint={t('mine.codeHint')}
          value={typed?.get('kod')}
          error={errorOf(errors ?? [], 'kod')}
          autocomplete="off"
          spellcheck={false}
          width="medium"
        />
        <DateField name="data" label={t('mine.birth')} isBirth value={typed?.get('data')} error={errorOf(errors ?? [], 'data')} />
        <FormActions>
          <Button type="submit">{t('mine.open')}</Button>
        </FormActions>
      </Form>
      <Details summary={t('mine.lost')}>
        <Paragraph>{t('mine.lostText')}</Paragraph>
      </Details>
    </PortalPage>
  );
}

export const enterCasePage = centreDoor({
  method: 'GET',
  path: '/moja-sprawa',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  handle: (c) => (c.actor.kind === 'caseHolder' ? redirect(c.at('/moja-sprawa/przebieg')) : page(<EnterCase c={c} />)),
});

export const enterCase = centreDoor({
  method: 'POST',
  path: '/moja-sprawa',
  may: publicDoor('personal data given by its own owner'),
  audit: auditsNothing('the use case writes it'),
  limit: { attempts: 30, minutes: 15 },
  repeatable: 'looks a case up and changes nothing',
  async handle(c) {
    const form = readForm(schema, c.fields);
    if (!form.ok) return page(<EnterCase c={c} typed={form.typed} errors={inWords(c.lang, form.errors)} />, 422);
    // Guessing birth dates for one code is limited apart from the address it comes from.
    const attempt = {
      name: 'case code',
      who: `${c.centre.id} ${form.value.kod.toUpperCase().replace(/[^A-Z0-9]/g, '')}`,
      minutes: 60,
      now: c.now,
    };
    await countAttempt(c.world.database, { ...attempt, attempts: 8 });
    const caseId = await findMyCase(c.scope, form.value.kod, form.value.data);
    if (!caseId)
      return page(<EnterCase c={c} typed={c.fields} errors={[{ field: 'kod', message: caseTexts.in(c.lang)('mine.wrong') }]} />, 422);
    // Looking in often, from several devices, is not guessing.
    await forgiveAttempt(c.world.database, attempt);
    await c.scope.audit('cases.own.opened', { caseId });
    c.setCookie(caseCookie, caseCookieValue(c.centre, caseId, c.now.add(openFor)));
    return redirect(c.at('/moja-sprawa/przebieg'));
  },
});

export const leaveCase = centreDoor({
  method: 'POST',
  path: '/moja-sprawa/zakoncz',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  repeatable: 'only forgets who was looking',
  handle(c) {
    c.setCookie(caseCookie, null);
    return redirect(c.at('/moja-sprawa'), caseTexts.in(c.lang)('mine.left'));
  },
});
