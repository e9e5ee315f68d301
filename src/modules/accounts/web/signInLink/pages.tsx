import { inWords, PortalPage } from '#platform/html/index.ts';
import type { CentreContext, FieldError } from '#platform/http/index.ts';
import { Button, ErrorSummary, Form, FormActions, Heading, Lead, LinkButton, Notice, Paragraph } from '#ui/index.ts';
import { signInLinkMinutes } from '../../auth/openAccounts.ts';
import { texts } from '../../texts/texts.ts';
import { EmailOfAccount } from '../AccountFields.tsx';

export function LinkRequestPage({
  c,
  back,
  email = '',
  errors = [],
}: {
  readonly c: CentreContext;
  readonly back: string;
  readonly email?: string;
  readonly errors?: readonly FieldError[];
}) {
  const t = texts.in(c.lang);
  const said = inWords(c.lang, errors);
  return (
    <PortalPage c={c} title={t('link.title')} width="narrow" hasErrors={said.length > 0}>
      <ErrorSummary errors={said} />
      <Heading level={1}>{t('link.title')}</Heading>
      <Lead>{t('link.lead')}</Lead>
      <Form action={c.at('/logowanie/link')} hidden={{ powrot: back }}>
        <EmailOfAccount lang={c.lang} value={email} errors={said} />
        <FormActions>
          <Button>{t('link.submit')}</Button>
        </FormActions>
      </Form>
    </PortalPage>
  );
}

/** The same words whether the address has an account or not. */
export function LinkSentPage({ c, email }: { readonly c: CentreContext; readonly email: string }) {
  const t = texts.in(c.lang);
  return (
    <PortalPage c={c} title={t('link.sentTitle')} width="narrow">
      <Heading level={1}>{t('link.sentTitle')}</Heading>
      <Lead>{t('link.sent', { email, minutes: signInLinkMinutes })}</Lead>
      <Paragraph>{t('link.sentHint')}</Paragraph>
    </PortalPage>
  );
}

export function EnterByLinkPage({ c, code, back }: { readonly c: CentreContext; readonly code: string; readonly back: string }) {
  const t = texts.in(c.lang);
  return (
    <PortalPage c={c} title={t('link.enterTitle')} width="narrow">
      <Heading level={1}>{t('link.enterTitle')}</Heading>
      <Lead>{t('link.enter')}</Lead>
      <Form action={c.at('/logowanie/wejscie')} hidden={{ kod: code, powrot: back }}>
        <FormActions>
          <Button>{t('link.enterSubmit')}</Button>
        </FormActions>
      </Form>
    </PortalPage>
  );
}

export function LinkDeadPage({ c }: { readonly c: CentreContext }) {
  const t = texts.in(c.lang);
  return (
    <PortalPage c={c} title={t('link.enterTitle')} width="narrow">
      <Heading level={1}>{t('link.enterTitle')}</Heading>
      <Notice tone="warning">{t('link.dead')}</Notice>
      <LinkButton href={c.at('/logowanie/link')}>{t('link.again')}</LinkButton>
    </PortalPage>
  );
}
