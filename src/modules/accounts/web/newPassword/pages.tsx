import { inWords, PortalPage } from '#platform/html/index.ts';
import type { CentreContext, FieldError } from '#platform/http/index.ts';
import { Button, ErrorSummary, Form, FormActions, Heading, Lead, LinkButton, Notice } from '#ui/index.ts';
import type { Language } from '#platform/i18n/index.ts';
import { texts } from '../../texts/texts.ts';
import { EmailOfAccount, NewPassword } from '../AccountFields.tsx';

const faults = ['too-short', 'too-long', 'has-own-name', 'too-common', 'different', 'wrong'] as const;
/** What is wrong with a password, in words; other mistakes in the common ones. */
export function passwordErrors(lang: Language, errors: readonly FieldError[]) {
  return inWords(lang, errors, (field, code) => {
    const fault = faults.find((each) => each === code);
    return fault && field !== 'kod' ? texts.in(lang)(`password.fault.${fault}`) : undefined;
  });
}

export function PasswordRequestPage({
  c,
  email = '',
  errors = [],
}: {
  readonly c: CentreContext;
  readonly email?: string;
  readonly errors?: readonly FieldError[];
}) {
  const t = texts.in(c.lang);
  const said = inWords(c.lang, errors);
  return (
    <PortalPage c={c} title={t('password.requestTitle')} width="narrow" hasErrors={said.length > 0}>
      <ErrorSummary errors={said} />
      <Heading level={1}>{t('password.requestTitle')}</Heading>
      <Lead>{t('password.requestLead')}</Lead>
      <Form action={c.at('/logowanie/nowe-haslo')}>
        <EmailOfAccount lang={c.lang} value={email} errors={said} />
        <FormActions>
          <Button>{t('password.requestSubmit')}</Button>
        </FormActions>
      </Form>
    </PortalPage>
  );
}

export function SetPasswordPage({
  c,
  code,
  errors = [],
}: {
  readonly c: CentreContext;
  readonly code: string;
  readonly errors?: readonly FieldError[];
}) {
  const t = texts.in(c.lang);
  const said = passwordErrors(c.lang, errors);
  return (
    <PortalPage c={c} title={t('password.setTitle')} width="narrow" hasErrors={said.length > 0}>
      <ErrorSummary errors={said} />
      <Heading level={1}>{t('password.setTitle')}</Heading>
      <Form action={c.at('/logowanie/ustaw-haslo')} hidden={{ kod: code }}>
        <NewPassword lang={c.lang} errors={said} />
        <FormActions>
          <Button>{t('password.submit')}</Button>
        </FormActions>
      </Form>
    </PortalPage>
  );
}

export function PasswordLinkDeadPage({ c }: { readonly c: CentreContext }) {
  const t = texts.in(c.lang);
  return (
    <PortalPage c={c} title={t('password.setTitle')} width="narrow">
      <Heading level={1}>{t('password.setTitle')}</Heading>
      <Notice tone="warning">{t('password.dead')}</Notice>
      <LinkButton href={c.at('/logowanie/nowe-haslo')}>{t('link.again')}</LinkButton>
    </PortalPage>
  );
}
