import { formatInstant } from '#shared/polishDate.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Details,
  ErrorSummary,
  FieldGroup,
  FilterForm,
  Form,
  FormActions,
  Heading,
  Lead,
  LinkButton,
  Notice,
  PageHeader,
  Paragraph,
  RadioGroup,
  SelectField,
  Stack,
} from '#ui/index.ts';
import { FIELD_GROUPS, type ColumnMapping, type TableField } from '#modules/catalogue/index.ts';
import { importTexts } from '../../../texts/staff.ts';
import type { ColumnsView } from '../../../usecases/uploadFile.ts';

const t = importTexts.in('pl');
const groups = Object.keys(FIELD_GROUPS) as (keyof typeof FIELD_GROUPS)[];
/** Values are shown beside the name of their column, so they are cut. */
const longest = 60;
const short = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

interface Props {
  readonly c: CentreContext<object>;
  readonly view: ColumnsView;
  readonly mapping: ColumnMapping;
  readonly clearsEmpty: boolean;
  readonly problem?: { readonly field: string; readonly message: string } | undefined;
}

/** Each of our fields with the column that fills it, and two values of that column. */
export function ColumnsPage({ c, view, mapping, clearsEmpty, problem }: Props) {
  const { run, headings, samples } = view;
  const here = c.at(`/praca/uslugi/import/${run.id}`);
  /** Of two columns with one heading the number tells which is meant. */
  const isRepeated = (heading: string) => headings.indexOf(heading) !== headings.lastIndexOf(heading);
  const numbered = (shown: string, heading: string, column: number) =>
    isRepeated(heading) ? t('columns.repeated', { heading: shown, number: column + 1 }) : shown;
  const nameOf = (heading: string, column: number) =>
    heading === '' ? t('columns.unnamed', { number: column + 1 }) : numbered(heading, heading, column);
  const inQuotes = (heading: string, column: number) => numbered(`„${short(heading)}”`, heading, column);
  const options = headings.map((heading, column) => ({
    value: String(column),
    label: nameOf(heading, column),
  }));
  const needed = mapping.nameAndScope !== undefined && mapping.name === undefined ? 'nameAndScope' : 'name';
  const fieldOf = (field: TableField) => {
    const column = mapping[field];
    const values = column === undefined ? [] : (samples[column] ?? []);
    const words = values.map((value) => `„${short(value)}”`).join(', ');
    const hint = column === undefined ? undefined : values.length === 0 ? t('columns.emptyColumn') : t('columns.sample', { values: words });
    return (
      <SelectField
        name={field}
        label={t(`field.${field}`)}
        hint={hint}
        required={field === needed}
        error={problem?.field === field ? problem.message : undefined}
        value={column === undefined ? '' : String(column)}
        empty={t('columns.skip')}
        options={options}
      />
    );
  };
  const used = new Set(Object.values(mapping));
  const unused = headings.flatMap((heading, column) => (heading === '' || used.has(column) ? [] : [inQuotes(heading, column)]));
  return (
    <StaffPage
      c={c as CentreContext}
      title={t('columns.title')}
      width="narrow"
      hasErrors={problem !== undefined}
      crumbs={[
        { label: t('services'), href: c.at('/praca/uslugi') },
        { label: t('title'), href: c.at('/praca/uslugi/import') },
        { label: t('columns.title') },
      ]}
    >
      <Stack gap="lg">
        {problem ? <ErrorSummary errors={[problem]} /> : null}
        <PageHeader>
          <Heading level={1} caption={run.fileName}>
            {t('columns.title')}
          </Heading>
          <Lead>{t('columns.lead')}</Lead>
          <Paragraph muted>{t('columns.rows', { count: view.rowCount })}</Paragraph>
        </PageHeader>
        {view.sameImported?.importedAt ? <Notice>{t('columns.same', { when: formatInstant(view.sameImported.importedAt) })}</Notice> : null}
        {view.isRemembered ? <Notice>{t('columns.remembered')}</Notice> : null}
        {view.sheets.length > 1 ? (
          <FilterForm action={`${here}/kolumny`}>
            <SelectField
              name="arkusz"
              label={t('columns.sheet')}
              empty={false}
              value={String(view.sheet)}
              options={view.sheets.map((name, index) => ({ value: String(index), label: name }))}
            />
          </FilterForm>
        ) : null}
        <Form action={`${here}/kolumny`} idempotencyKey={c.submissionKey()} hidden={{ sheet: String(view.sheet) }}>
          <Paragraph>{t('columns.required')}</Paragraph>
          {groups.map((group) => {
            const fields = FIELD_GROUPS[group];
            const isShown = (field: TableField) =>
              mapping[field] !== undefined || field === 'name' || field === 'nameAndScope' || problem?.field === field;
            const rest = fields.filter((field) => !isShown(field));
            return (
              <FieldGroup legend={t(`group.${group}`)}>
                {fields.filter(isShown).map(fieldOf)}
                {rest.length === 0 ? null : (
                  <Details summary={t('columns.more', { group: rest.map((field) => t(`field.${field}`)).join(', ') })}>
                    {rest.map(fieldOf)}
                  </Details>
                )}
              </FieldGroup>
            );
          })}
          <RadioGroup
            name="empties"
            label={t('columns.clears')}
            hint={t('columns.clearsHint')}
            value={clearsEmpty ? 'clear' : 'keep'}
            choices={[
              { value: 'keep', label: t('columns.keepsEmpty') },
              { value: 'clear', label: t('columns.clearsEmpty') },
            ]}
          />
          {unused.length === 0 ? null : <Paragraph muted>{t('columns.unused', { names: unused.join(', ') })}</Paragraph>}
          <FormActions>
            <Button type="submit">{t('columns.submit')}</Button>
            <LinkButton href={run.state === 'checked' ? here : c.at('/praca/uslugi/import')} variant="secondary">
              {t('columns.back')}
            </LinkButton>
          </FormActions>
        </Form>
      </Stack>
    </StaffPage>
  );
}
