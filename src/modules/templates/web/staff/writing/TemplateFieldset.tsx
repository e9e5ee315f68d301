import type { Child } from 'hono/jsx';
import { areas, asHeading, modeInWords, MODES, targetGroups } from '#modules/catalogue/index.ts';
import type { FormFields } from '#platform/http/index.ts';
import type { SharedText } from '#platform/module.ts';
import { Checkbox, CheckboxGroup, errorOf, NumberField, Stack, TextArea, TextField } from '#ui/index.ts';
import { templateTexts } from '../../../texts/staff.ts';
import { templateFields, type TemplateField } from '../../../usecases/editions.ts';
import { labelOf } from '../fieldWords.ts';
import { commonBox } from './form.ts';

const t = templateTexts.in('pl');
interface Props {
  readonly typed: FormFields;
  /** How a rule is written; absent where nothing keeps rules. */
  readonly rule: SharedText | undefined;
  readonly wrong: readonly { readonly message: string; readonly field?: string | undefined }[];
}

/** The fields of a template, each with the box that makes it common. */
export function TemplateFieldset({ typed, rule, wrong }: Props) {
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
      {templateFields
        .filter((name) => name !== 'rule' || rule !== undefined)
        .map((name) => (
          <Stack gap="sm">
            {control(name, typed, errorOf(wrong, name), rule?.hint('pl'))}
            <Checkbox name={commonBox(name)} label={t('editor.common', { field: labelOf(name) })} checked={typed.has(commonBox(name))} />
          </Stack>
        ))}
    </>
  );
}

const limits: Readonly<Partial<Record<TemplateField, number>>> = {
  summary: 500,
  scope: 10_000,
  recipients: 4000,
  qualification: 4000,
  limitsText: 2000,
};
const longOnes: readonly TemplateField[] = ['scope', 'qualification'];

function control(name: TemplateField, typed: FormFields, error: string | undefined, ruleHint: string | undefined): Child {
  const field = { name, label: labelOf(name), value: typed.get(name), error, required: false };
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
    case 'rule':
      return <TextArea {...field} hint={`${ruleHint ?? ''} ${t('rule.example')}`} rows={8} limit={20_000} spellcheck={false} />;
    default:
      return <TextArea {...field} rows={longOnes.includes(name) ? 8 : 3} limit={limits[name] ?? 2000} />;
  }
}
