import { frameTexts, inWords, StaffPage } from '#platform/html/index.ts';
import type { CentreContext, FieldError } from '#platform/http/index.ts';
import { Button, ErrorSummary, errorOf, Form, FormActions, Heading, Lead, SelectField, TextField } from '#ui/index.ts';
import { rolesToGive } from '../../policy.ts';
import { staffTexts } from '../../texts/staff.ts';

export function InvitePage({ c, errors }: { readonly c: CentreContext; readonly errors: readonly FieldError[] }) {
  const t = staffTexts.in('pl');
  const words = frameTexts.in('pl');
  const said = inWords('pl', errors);
  return (
    <StaffPage
      c={c}
      title={t('invite')}
      width="narrow"
      hasErrors={said.length > 0}
      crumbs={[{ label: t('title'), href: c.at('/praca/uzytkownicy') }, { label: t('invite') }]}
    >
      <ErrorSummary errors={said} />
      <Heading level={1}>{t('invite')}</Heading>
      <Lead>{t('inviteLead')}</Lead>
      <Form action={c.at('/praca/uzytkownicy/zapros')} idempotencyKey={c.submissionKey()}>
        <TextField name="name" label={t('name')} value={c.fields.get('name')} error={errorOf(said, 'name')} />
        <TextField
          name="email"
          type="email"
          label={t('email')}
          value={c.fields.get('email')}
          error={errorOf(said, 'email')}
          inputmode="email"
          spellcheck={false}
        />
        <SelectField
          name="role"
          label={t('role')}
          value={c.fields.get('role')}
          error={errorOf(said, 'role')}
          options={rolesToGive(c.centre.kind).map((role) => ({ value: role, label: words(`role.${role}`) }))}
        />
        <FormActions>
          <Button>{t('inviteSubmit')}</Button>
        </FormActions>
      </Form>
    </StaffPage>
  );
}
