import type { Child } from 'hono/jsx';
import type { FormFields } from '#platform/http/index.ts';
import {
  Button,
  CheckboxGroup,
  DateField,
  FieldGroup,
  fieldId,
  FieldRow,
  HiddenField,
  NumberField,
  Paragraph,
  Row,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '#ui/index.ts';
import { planPeriods, planUnits, type PlanContent, type PlanSection } from '../../../domain/planContent.ts';
import { planStaffTexts, planTexts } from '../../../texts/index.ts';
import { periodInWords, unitInWords } from '../../../texts/inWords.ts';
import type { EditorChoices } from '../../../usecases/editorChoices.ts';
import { dayInField, listsOfPart, type EditorPart } from '../inWords.ts';

export interface PartOnPage {
  readonly part: EditorPart;
  readonly content: PlanContent;
  /** What was typed, where it must come back as it was. */
  readonly typed: FormFields | undefined;
  readonly choices: EditorChoices;
  error(name: string): string | undefined;
}

const t = planStaffTexts.in('pl');
const words = planTexts.in('pl');
type Item = Readonly<Record<string, unknown>> & { readonly id: string };

/** The lists of one part, each item a group of fields with a button that takes it out, each list with one that adds. */
export function PartFields(page: PartOnPage) {
  return (
    <Stack gap="lg">
      {listsOfPart[page.part].map((section) => (
        <ItemList page={page} section={section} path={section} items={page.content[section]} />
      ))}
    </Stack>
  );
}

type ListName = PlanSection | 'actions';

function ItemList({ page, section, path, items }: { page: PartOnPage; section: ListName; path: string; items: readonly { id: string }[] }) {
  return (
    <Stack>
      {items.map((item, index) => {
        const at = `${path}.${index}`;
        const name = t(`item.${section}`, { number: index + 1 });
        return (
          <FieldGroup
            legend={name}
            inner={section === 'actions'}
            actions={
              <Button variant="tertiary" name="zrob" value={`usun ${at}`}>
                {t('remove', { what: name })}
              </Button>
            }
          >
            <HiddenField name={`${at}.id`} value={item.id} />
            {fieldsOf(page, section, at, item as Item)}
            {section === 'goals' ? (
              <ItemList page={page} section="actions" path={`${at}.actions`} items={(item as Item)['actions'] as { id: string }[]} />
            ) : null}
          </FieldGroup>
        );
      })}
      <Row>
        <Button variant="secondary" name="zrob" value={`dodaj ${path}`} id={fieldId(`${path}.add`)}>
          {t(`add.${section}`)}
        </Button>
      </Row>
    </Stack>
  );
}

function fieldsOf(page: PartOnPage, section: ListName, at: string, item: Item): Child {
  const value = (field: string): string => {
    const name = `${at}.${field}`;
    if (page.typed?.has(name)) return page.typed.get(name);
    const stored = item[field];
    if (typeof stored === 'number') return String(stored).replace('.', ',');
    if (typeof stored !== 'string') return '';
    return field === 'from' || field === 'to' ? dayInField(stored) : stored;
  };
  const f = (field: string) => {
    const name = `${at}.${field}`;
    return { name, label: words(`field.${field as 'what'}`), value: value(field), error: page.error(name) };
  };
  const activity = (
    <>
      <TextField {...f('what')} width="full" />
      <TextField {...f('who')} />
      <TextField {...f('when')} hint={t('hint.when')} required={false} />
    </>
  );
  switch (section) {
    case 'strengths':
      return <TextArea {...f('text')} rows={2} />;
    case 'needs':
      return (
        <>
          <TextField {...f('area')} hint={t('hint.area')} />
          <TextArea {...f('description')} rows={3} />
        </>
      );
    case 'goals':
      return <GoalFields page={page} at={at} item={item} f={f} />;
    case 'actions':
    case 'supportingActions':
      return activity;
    case 'services':
      return <ServiceFields page={page} f={f} />;
    case 'responsibilities':
      return (
        <>
          <TextField {...f('who')} />
          <TextArea {...f('what')} rows={2} />
        </>
      );
    case 'monitoring':
      return (
        <>
          <TextField {...f('how')} hint={t('hint.how')} />
          <TextField {...f('when')} hint={t('hint.monitoringWhen')} required={false} />
          <TextField {...f('who')} />
        </>
      );
  }
}

type FieldOf = (field: string) => { name: string; label: string; value: string; error: string | undefined };

function GoalFields({ page, at, item, f }: { page: PartOnPage; at: string; item: Item; f: FieldOf }) {
  const chosen = page.typed?.has(`${at}.id`) ? page.typed.all(`${at}.needIds`) : (item['needIds'] as string[]);
  const needs = page.content.needs.filter((need) => need.description.trim() !== '' || need.area.trim() !== '');
  return (
    <>
      <TextArea {...f('text')} rows={2} />
      {needs.length === 0 ? (
        <Paragraph muted>{t('hint.noNeeds')}</Paragraph>
      ) : (
        <CheckboxGroup
          name={`${at}.needIds`}
          label={words('field.needIds')}
          error={page.error(`${at}.needIds`)}
          values={chosen}
          choices={needs.map((need) => ({ value: need.id, label: need.description || need.area }))}
        />
      )}
      <TextField {...f('measure')} hint={t('hint.measure')} required={false} width="full" />
    </>
  );
}

function ServiceFields({ page, f }: { page: PartOnPage; f: FieldOf }) {
  const options = (all: ReadonlyMap<string, string>) => [...all].map(([value, label]) => ({ value, label }));
  return (
    <>
      <SelectField {...f('serviceId')} options={options(page.choices.services)} />
      <TextArea {...f('scope')} rows={2} />
      <FieldRow>
        <NumberField {...f('quantity')} decimal />
        <SelectField {...f('unit')} empty={false} options={planUnits.map((value) => ({ value, label: unitInWords(value, 'pl') }))} />
        <SelectField {...f('per')} empty={false} options={planPeriods.map((value) => ({ value, label: periodInWords(value, 'pl') }))} />
      </FieldRow>
      <FieldRow>
        <DateField {...f('from')} />
        <DateField {...f('to')} />
      </FieldRow>
      <TextField {...f('place')} hint={t('hint.place')} />
      <SelectField
        {...f('providerId')}
        required={false}
        label={t('editor.provider')}
        empty={t('editor.noProvider')}
        options={options(page.choices.providers)}
      />
      <TextField {...f('provider')} label={t('editor.otherProvider')} hint={t('editor.otherProviderHint')} required={false} />
      <TextField {...f('fee')} hint={t('hint.fee')} width="full" />
    </>
  );
}
