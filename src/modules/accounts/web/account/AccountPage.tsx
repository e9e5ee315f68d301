import { formatInstant } from '#shared/polishDate.ts';
import { rolesOf } from '#shared/actor.ts';
import { frameTexts, PortalPage } from '#platform/html/index.ts';
import type { CentreContext, FieldError } from '#platform/http/index.ts';
import {
  Button,
  DefinitionGrid,
  Details,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  Heading,
  LinkButton,
  Paragraph,
  Section,
  Stack,
  Table,
  Tag,
  TextField,
  VisuallyHidden,
} from '#ui/index.ts';
import { deviceName } from '../../domain/deviceName.ts';
import type { Session } from '../../store/sessionStore.ts';
import { texts } from '../../texts/texts.ts';
import { NewPassword } from '../AccountFields.tsx';
import { passwordErrors } from '../newPassword/pages.tsx';

interface Props {
  readonly c: CentreContext<object>;
  readonly user: { readonly name: string; readonly email: string; readonly twoFactorEnabled: boolean };
  readonly sessions: readonly Session[];
  readonly currentId: string | undefined;
  readonly errors: readonly FieldError[];
}

export function AccountPage({ c, user, sessions, currentId, errors }: Props) {
  const t = texts.in(c.lang);
  const words = frameTexts.in(c.lang);
  const said = passwordErrors(c.lang, errors);
  const roles = rolesOf(c.actor).map((role) => words(`role.${role}`));
  return (
    <PortalPage c={c} title={t('account.title')} hasErrors={said.length > 0}>
      <ErrorSummary errors={said} />
      <Heading level={1}>{t('account.title')}</Heading>
      <Stack gap="lg">
        <Section>
          <Heading level={2} size="sm">
            {t('account.who')}
          </Heading>
          <DefinitionGrid
            items={[
              { term: t('account.name'), value: user.name },
              { term: t('account.email'), value: user.email },
              { term: t('account.roles'), value: roles.length > 0 ? roles.join(', ') : t('account.noRoles'), wide: true },
            ]}
          />
        </Section>
        <Section>
          <Heading level={2} size="sm">
            {t('account.security')}
          </Heading>
          <Paragraph>
            {t('account.codes')}:{' '}
            <Tag tone={user.twoFactorEnabled ? 'success' : 'neutral'}>
              {t(user.twoFactorEnabled ? 'account.codesOn' : 'account.codesOff')}
            </Tag>
          </Paragraph>
          {user.twoFactorEnabled ? null : (
            <LinkButton href={c.at('/konto/kody')} variant="secondary">
              {t('account.turnOn')}
            </LinkButton>
          )}
          <PasswordForm c={c} said={said} />
        </Section>
        <SessionsPart c={c} sessions={sessions} currentId={currentId} />
      </Stack>
    </PortalPage>
  );
}

function PasswordForm({ c, said }: { readonly c: CentreContext<object>; readonly said: readonly { field: string; message: string }[] }) {
  const t = texts.in(c.lang);
  return (
    <Details summary={t('account.changePassword')} open={said.length > 0}>
      <Form action={c.at('/konto/haslo')}>
        <TextField
          name="current"
          type="password"
          label={t('password.current')}
          error={errorOf(said, 'current')}
          autocomplete="current-password"
        />
        <NewPassword lang={c.lang} errors={said} />
        <FormActions>
          <Button>{t('password.submit')}</Button>
        </FormActions>
      </Form>
    </Details>
  );
}

function SessionsPart({ c, sessions, currentId }: Pick<Props, 'c' | 'sessions' | 'currentId'>) {
  const t = texts.in(c.lang);
  const moment = (date: Date) => formatInstant(Temporal.Instant.fromEpochMilliseconds(date.getTime()), c.lang);
  return (
    <Section>
      <Heading level={2} size="sm">
        {t('account.sessions')}
      </Heading>
      <Paragraph>{t('account.sessionsLead')}</Paragraph>
      <Table<Session>
        caption={t('account.sessions')}
        captionHidden
        rows={sessions}
        columns={[
          {
            key: 'device',
            label: t('account.device'),
            rowHeader: true,
            cell: (row) => deviceName(row.userAgent) ?? t('account.unknownDevice'),
          },
          { key: 'since', label: t('account.since'), cell: (row) => moment(row.createdAt) },
          { key: 'until', label: t('account.until'), cell: (row) => moment(row.expiresAt) },
          {
            key: 'end',
            label: t('account.end'),
            cell: (row) =>
              row.id === currentId ? (
                <Tag tone="info">{t('account.thisOne')}</Tag>
              ) : (
                <Form action={c.at(`/konto/sesje/${row.id}/wyloguj`)}>
                  <Button variant="tertiary">
                    {t('account.end')}
                    <VisuallyHidden>{`: ${deviceName(row.userAgent) ?? t('account.unknownDevice')}, ${moment(row.createdAt)}`}</VisuallyHidden>
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      <Form action={c.at('/konto/sesje/wyloguj')}>
        <Button variant="secondary">{t('account.endAll')}</Button>
      </Form>
    </Section>
  );
}
