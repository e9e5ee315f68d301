import { inWords, PortalPage } from '#platform/html/index.ts';
import type { CentreContext, FieldError } from '#platform/http/index.ts';
import {
  Button,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  Heading,
  HiddenField,
  Lead,
  LinkButton,
  Link,
  List,
  Section,
  TextField,
} from '#ui/index.ts';
import { texts } from '../../texts/texts.ts';
import { EmailOfAccount } from '../AccountFields.tsx';

interface Props {
  readonly c: CentreContext;
  readonly back: string;
  readonly oidcLabel: string | null;
  readonly email?: string;
  readonly errors?: readonly FieldError[];
}

export function SignInPage({ c, back, oidcLabel, email = '', errors = [] }: Props) {
  const t = texts.in(c.lang);
  const minutes = errors.find((error) => error.code === 'locked')?.values?.['minutes'] ?? 0;
  const said = inWords(c.lang, errors, (_, code) =>
    code === 'no-match' ? t('signIn.wrong') : code === 'locked' ? t('signIn.locked', { minutes }) : undefined,
  );
  const carry = back ? `?powrot=${encodeURIComponent(back)}` : '';
  return (
    <PortalPage c={c} title={t('signIn.title')} width="narrow" hasErrors={said.length > 0}>
      <ErrorSummary errors={said} />
      <Heading level={1}>{t('signIn.title')}</Heading>
      <Lead>{t('signIn.lead')}</Lead>
      <Form action={c.at('/logowanie')}>
        <HiddenField name="powrot" value={back} />
        <EmailOfAccount lang={c.lang} value={email} errors={said} />
        <TextField
          name="password"
          type="password"
          label={t('signIn.password')}
          error={errorOf(said, 'password')}
          autocomplete="current-password"
        />
        <FormActions>
          <Button>{t('signIn.submit')}</Button>
        </FormActions>
      </Form>
      <Section>
        <Heading level={2} size="sm">
          {t('signIn.otherWays')}
        </Heading>
        {oidcLabel ? (
          <LinkButton href={c.at(`/logowanie/oidc${carry}`)} variant="secondary">
            {t('signIn.byProvider', { label: oidcLabel })}
          </LinkButton>
        ) : null}
        <List
          items={[
            <Link href={c.at(`/logowanie/link${carry}`)}>{t('signIn.byLink')}</Link>,
            <Link href={c.at('/logowanie/nowe-haslo')}>{t('signIn.forgotten')}</Link>,
            <Link href={c.at('/moja-sprawa')}>{t('signIn.myCase')}</Link>,
          ]}
        />
      </Section>
    </PortalPage>
  );
}
