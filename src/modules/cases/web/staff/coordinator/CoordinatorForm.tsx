import type { PageContext } from '#platform/http/index.ts';
import { Button, Form, FormActions, SelectField } from '#ui/index.ts';
import { caseStaffTexts } from '../../../texts/index.ts';

interface Props {
  readonly c: PageContext;
  readonly caseId: string;
  readonly coordinatorId: string | null;
  readonly staff: readonly { readonly userId: string; readonly name: string }[];
}

/** Chooses who coordinates the plan of a case. */
export function CoordinatorForm({ c, caseId, coordinatorId, staff }: Props) {
  const t = caseStaffTexts.in('pl');
  return (
    <Form action={c.at(`/praca/sprawy/${caseId}/koordynator`)} idempotencyKey={c.submissionKey()}>
      <SelectField
        name="coordinator"
        label={t('file.coordinator')}
        value={coordinatorId ?? undefined}
        empty={t('file.noCoordinator')}
        required={false}
        options={staff.map((member) => ({ value: member.userId, label: member.name }))}
      />
      <FormActions>
        <Button variant="secondary">{t('coordinator.save')}</Button>
      </FormActions>
    </Form>
  );
}
