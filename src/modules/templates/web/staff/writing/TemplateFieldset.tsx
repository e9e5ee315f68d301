import type { Child } from 'hono/jsx';
import {
  areas,
  asHeading,
  descriptionFields,
  fieldLabel,
  modeInWords,
  MODES,
  targetGroups,
  type DescriptionField,
} from '#modules/catalogue/index.ts';
import type { FormFields } from '#platform/http/index.ts';
import { Checkbox, CheckboxGroup, errorOf, FieldGroup, NumberField, TextArea, TextField } from '#ui/index.ts';
import { templateTexts } from '../../../texts/staff.ts';
import { commonBox } from './form.ts';

const t = templateTexts.in('pl');
interface Props {
  readonly typed: FormFields;
  readonly wrong: readonly { readonly message: string; readonly field?: string | undefined }[];
}

/** The fields of a template, each with the box that makes it common. */
export function TemplateFieldset({ typed, wrong }: Props) {
  return (
    <>
      <TextField
        name="nazwa"
        label={t('editor.templateName')}
        hint={t('editor.nameHint')}
        value={typed.get('nazwa')}
        error={errorOf(wrong, 'nazwa')}
        width="full"
      />
      {descriptionFields.map((name) => (
        <FieldGroup legend={fieldLabel(name)} inner>
          {control(name, typed, errorOf(wrong, name))}
          <Checkbox name={commonBox(name)} label={t('editor.common', { field: fieldLabel(name) })} checked={typed.has(commonBox(name))} />
        </FieldGroup>
      ))}
    </>
  );
}

const limits: Readonly<Partial<Record<DescriptionField, number>>> = {
  summary: 500,
  scope: 10_000,
  recipients: 4000,
  qualification: 4000,
  limitsText: 2000,
};
const longOnes: readonly DescriptionField[] = ['scope', 'qualification'];

function control(name: DescriptionField, typed: FormFields, error: string | undefined): Child {
  const field = { name, label: fieldLabel(name), value: typed.get(name), error, required: false };
  const chosen = { ...field, values: typed.all(name) };
  switch (name) {
    case 'areas':
      return (
        <CheckboxGroup
          {...chosen}
          choices={areas.map((area) => ({ value: String(area.number), label: `${area.number}. ${asHeading(area.name, 'pl')}` }))}
        />
      );
    case 'targetGroups':
      return (
        <CheckboxGroup {...chosen} choices={targetGroups.map((group) => ({ value: group.code, label: asHeading(group.name, 'pl') }))} />
      );
    case 'modes':
      return <CheckboxGroup {...chosen} choices={MODES.map((mode) => ({ value: mode, label: modeInWords(mode, 'pl') }))} />;
    case 'minimumAge':
    case 'maximumAge':
      return <NumberField {...field} decimal />;
    case 'everydayNames':
    case 'keywords':
    case 'documents':
      return <TextArea {...field} hint={t('editor.linesHint')} rows={4} />;
    default:
      return <TextArea {...field} rows={longOnes.includes(name) ? 8 : 3} limit={limits[name] ?? 2000} />;
  }
}
