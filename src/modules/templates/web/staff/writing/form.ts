import { z } from 'zod';
import { areas as areaList, MODES, optionalAge, shortLines, TARGET_GROUPS } from '#modules/catalogue/index.ts';
import { FormFields, readForm, type FieldError, type FormResult } from '#platform/http/index.ts';
import { choices, optionalText, text } from '#platform/http/fields.ts';
import type { SharedText } from '#platform/module.ts';
import { isEmpty } from '../../../domain/template.ts';
import { readTemplateFields, templateFields, type TemplateField, type TemplateFields } from '../../../usecases/editions.ts';
import type { TemplateText } from '../../../usecases/writeTemplates.ts';

/** The name of the box that makes a field common. */
export const commonBox = (name: TemplateField) => `wspolne-${name}`;
const areaNumbers = areaList.map(({ number }) => String(number)) as [string, ...string[]];
const mostDocuments = 30;

const schema = z.object({
  nazwa: text(300),
  summary: optionalText(500),
  scope: optionalText(10_000),
  everydayNames: shortLines(),
  keywords: shortLines(),
  areas: choices(areaNumbers),
  recipients: optionalText(4000),
  targetGroups: choices(TARGET_GROUPS),
  minimumAge: optionalAge(),
  maximumAge: optionalAge(),
  qualification: optionalText(4000),
  modes: choices(MODES),
  limitsText: optionalText(2000),
  documents: shortLines().refine((names) => names.length <= mostDocuments, 'too-many-documents'),
  rule: z.string().max(20_000, 'too-long'),
});

/** The template as it was typed, or everything that is wrong with it. Empty fields are not told. */
export function readTemplate(typed: FormFields, sharedRule: SharedText | undefined): FormResult<TemplateText> {
  const read = readForm(schema, typed);
  const rule = sharedRule?.read(typed.get('rule')) ?? { ok: true, text: '' };
  // The rule's own words tell what is wrong with it.
  const problems = rule.ok ? [] : rule.problems.map((code) => ({ field: 'rule', code }));
  if (!read.ok || !rule.ok) return { ok: false, errors: [...(read.ok ? [] : read.errors), ...problems], typed };
  const { nazwa: name, areas, rule: _, ...plain } = read.value;
  const card: Required<TemplateFields> = { ...plain, areas: areas.map(Number), rule: rule.text };
  const governed = templateFields.filter((each) => typed.has(commonBox(each)));
  const { minimumAge, maximumAge } = card;
  const errors: FieldError[] = [
    ...governed.filter((each) => isEmpty(card[each])).map((field) => ({ field, code: 'empty-common' })),
    ...(minimumAge !== null && maximumAge !== null && minimumAge > maximumAge ? [{ field: 'maximumAge', code: 'age-order' }] : []),
  ];
  if (errors.length > 0) return { ok: false, errors, typed };
  const told = Object.fromEntries(Object.entries(card).filter(([, value]) => !isEmpty(value)));
  return { ok: true, value: { name, governed, fields: readTemplateFields(told) } };
}

/** A template as the form shows it. */
export function typedTemplate({ name, governed, fields }: TemplateText): FormFields {
  const shown = (field: TemplateField): string | string[] => {
    const value = fields[field];
    if (value === undefined || value === null) return [];
    if (field === 'areas' || field === 'targetGroups' || field === 'modes') return (value as (string | number)[]).map(String);
    return Array.isArray(value) ? value.join('\n') : String(value).replace('.', typeof value === 'number' ? ',' : '.');
  };
  const boxes = governed.map((each) => [commonBox(each), 'tak']);
  return FormFields.from({
    nazwa: name,
    ...Object.fromEntries(templateFields.map((field) => [field, shown(field)])),
    ...Object.fromEntries(boxes),
  });
}
