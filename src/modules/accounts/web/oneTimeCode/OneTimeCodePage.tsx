import { inWords, PortalPage } from '#platform/html/index.ts';
import type { CentreContext, FieldError } from '#platform/http/index.ts';
import { Button, ErrorSummary, errorOf, Form, FormActions, Heading, Lead, Paragraph, TextField } from '#ui/index.ts';
import type { Language } from '#platform/i18n/index.ts';
import { texts } from '../../texts/texts.ts';

export function codeErrors(lang: Language, errors: readonly FieldError[]) {
  const t = texts.in(lang);
  const minutes = errors.find((error) => error.code === 'locked')?.values?.['minutes'] ?? 0;
  return inWords(lang, errors, (_, code) =>
    code === 'no-match' ? t('code.wrong') : code === 'locked' ? t('code.locked', { minutes }) : undefined,
  );
}

export function OneTimeCodePage({
  c,
  back,
  errors = [],
}: {
  readonly c: CentreContext;
  readonly back: string;
  readonly errors?: readonly FieldError[];
}) {
  const t = texts.in(c.lang);
  const said = codeErrors(c.lang, errors);
  return (
    <PortalPage c={c} title={t('code.title')} width="narrow" hasErrors={said.length > 0}>
      <ErrorSummary errors={said} />
      <Heading level={1}>{t('code.title')}</Heading>
      <Lead>{t('code.lead')}</Lead>
      <Form action={c.at('/logowanie/drugi-krok')} hidden={{ powrot: back }}>
        <TextField
          name="code"
          label={t('code.code')}
          error={errorOf(said, 'code')}
          autocomplete="one-time-code"
          width="short"
          spellcheck={false}
        />
        <FormActions>
          <Button>{t('code.submit')}</Button>
        </FormActions>
      </Form>
      <Paragraph muted>{t('code.lost')}</Paragraph>
    </PortalPage>
  );
}
