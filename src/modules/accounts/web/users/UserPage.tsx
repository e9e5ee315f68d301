import { formatInstant } from '#shared/polishDate.ts';
import { frameTexts, inWords, StaffPage } from '#platform/html/index.ts';
import type { CentreContext, FieldError } from '#platform/http/index.ts';
import {
  Button,
  DefinitionGrid,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  Heading,
  Paragraph,
  Section,
  SelectField,
  Stack,
  Table,
  VisuallyHidden,
} from '#ui/index.ts';
import { mayEndRole, rolesToGive } from '../../policy.ts';
import type { Member, Membership } from '../../store/memberStore.ts';
import { staffTexts } from '../../texts/staff.ts';

interface Props {
  readonly c: CentreContext<{ readonly userId: string }>;
  readonly member: Member;
  readonly memberships: readonly Membership[];
  readonly errors: readonly FieldError[];
}

export function UserPage({ c, member, memberships, errors }: Props) {
  const t = staffTexts.in('pl');
  const words = frameTexts.in('pl');
  const said = inWords('pl', errors, (_, code) => (code === 'own-administration' ? t('ownAdministration') : undefined));
  const summary = said.map(({ field, message }) => (field === '' ? { message } : { field, message }));
  const held = new Set(memberships.filter((each) => each.endedAt === null).map((each) => each.role));
  const here = c.at(`/praca/uzytkownicy/${member.userId}`);
  return (
    <StaffPage
      c={c}
      title={member.name}
      hasErrors={said.length > 0}
      crumbs={[{ label: t('title'), href: c.at('/praca/uzytkownicy') }, { label: member.name }]}
    >
      <ErrorSummary errors={summary} />
      <Heading level={1}>{member.name}</Heading>
      <Stack gap="lg">
        <DefinitionGrid
          items={[
            { term: t('email'), value: member.email },
            { term: t('codes'), value: t(member.hasSecondFactor ? 'on' : 'off') },
          ]}
        />
        <Table<Membership>
          caption={t('current')}
          rows={memberships}
          columns={[
            { key: 'role', label: t('role'), rowHeader: true, cell: (row) => words(`role.${row.role}`) },
            { key: 'since', label: t('since'), cell: (row) => formatInstant(row.createdAt) },
            { key: 'until', label: t('until'), cell: (row) => (row.endedAt ? formatInstant(row.endedAt) : t('now')) },
            {
              key: 'end',
              label: t('end'),
              cell: (row) =>
                row.endedAt === null && mayEndRole(c.actor, row).allowed ? (
                  <Form action={`${here}/rola/${row.id}/odbierz`} idempotencyKey={c.submissionKey()}>
                    <Button variant="tertiary">
                      {t('end')}
                      <VisuallyHidden>{`: ${words(`role.${row.role}`)}`}</VisuallyHidden>
                    </Button>
                  </Form>
                ) : null,
            },
          ]}
        />
        <Form action={`${here}/rola`} idempotencyKey={c.submissionKey()}>
          <SelectField
            name="role"
            label={t('role')}
            value={c.fields.get('role')}
            error={errorOf(said, 'role')}
            options={rolesToGive(c.centre.kind)
              .filter((role) => !held.has(role))
              .map((role) => ({ value: role, label: words(`role.${role}`) }))}
          />
          <FormActions>
            <Button variant="secondary">{t('give')}</Button>
          </FormActions>
        </Form>
        <Section>
          <Heading level={2} size="sm">
            {t('security')}
          </Heading>
          <Paragraph>{t('signOutLead')}</Paragraph>
          <Form action={`${here}/wyloguj`} idempotencyKey={c.submissionKey()}>
            <Button variant="secondary">{t('signOut')}</Button>
          </Form>
          {member.hasSecondFactor ? (
            <>
              <Paragraph>{t('codesOffLead')}</Paragraph>
              <Form action={`${here}/kody/wylacz`} idempotencyKey={c.submissionKey()}>
                <Button variant="danger">{t('codesOff')}</Button>
              </Form>
            </>
          ) : null}
        </Section>
      </Stack>
    </StaffPage>
  );
}
