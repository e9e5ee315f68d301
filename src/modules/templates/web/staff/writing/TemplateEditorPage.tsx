import { draftAddress, type CentreContext, type Draft, type FieldError, type FormFields } from '#platform/http/index.ts';
import { inWords, RestoredDraft, StaffPage } from '#platform/html/index.ts';
import { Button, comparedFields, ConflictNotice, ErrorSummary, Form, FormActions, Heading, Lead, Stack } from '#ui/index.ts';
import { templateTexts } from '../../../texts/staff.ts';
import { sharedRule } from '../../../usecases/cardText.ts';
import type { Template } from '../../../usecases/writeTemplates.ts';
import { TemplateFieldset } from './TemplateFieldset.tsx';
import { listCrumb, TemplateNav } from './TemplateNav.tsx';

const t = templateTexts.in('pl');
const ownWords: Readonly<Record<string, string>> = {
  'nazwa required': t('error.name'),
  'empty-common': t('error.emptyCommon'),
  'line-too-long': t('error.lineTooLong'),
  'too-many-lines': t('error.tooManyLines', { max: 50 }),
  'too-many-documents': t('error.tooManyLines', { max: 30 }),
  'not-an-age': t('error.age'),
  'age-order': t('error.ageOrder'),
};
interface Props {
  readonly c: CentreContext;
  readonly typed: FormFields;
  /** Absent for a new one. */
  readonly template?: Template;
  readonly version?: number;
  readonly draft?: Draft | undefined;
  readonly errors?: readonly FieldError[];
  /** What somebody else has saved meanwhile. */
  readonly theirs?: FormFields;
}

/** Where an author writes a template and says which of its fields are common. */
export function TemplateEditorPage({ c, typed, template, version, draft, errors = [], theirs }: Props) {
  const wrong = inWords(
    'pl',
    errors,
    (field, code) => ownWords[`${field} ${code}`] ?? ownWords[code] ?? (field === 'rule' && code !== 'too-long' ? code : undefined),
  );
  const action = c.at(template ? `/praca/wzory/${template.id}` : '/praca/wzory/nowy');
  const title = template?.name ?? t('editor.titleNew');
  const rule = sharedRule(c);
  const fields = TemplateFieldset({ typed, rule, wrong });
  return (
    <StaffPage c={c} title={title} width="narrow" hasErrors={wrong.length > 0} crumbs={[listCrumb(c), { label: title }]}>
      <Stack gap="lg">
        {wrong.length > 0 ? <ErrorSummary errors={wrong} /> : null}
        <Heading level={1} {...(template && { caption: t('editor.caption') })}>
          {title}
        </Heading>
        {template ? <TemplateNav c={c} templateId={template.id} current="text" /> : null}
        <Lead>{t('editor.lead')}</Lead>
        <RestoredDraft c={c} draft={draft} />
        {theirs ? <ConflictNotice fields={comparedFields(TemplateFieldset({ typed, rule, wrong: [] }), typed, theirs)} /> : null}
        <Form
          action={action}
          idempotencyKey={c.submissionKey()}
          {...(version !== undefined && { version })}
          autosave={draftAddress(action)}
        >
          {fields}
          <FormActions>
            <Button type="submit">{t('editor.save')}</Button>
          </FormActions>
        </Form>
      </Stack>
    </StaffPage>
  );
}
