import { z } from 'zod';
import {
  areas as areaList,
  descriptionFields,
  MODES,
  optionalAge,
  shortLines,
  TARGET_GROUPS,
  type Description,
  type DescriptionField,
} from '#modules/catalogue/index.ts';
import { FormFields, readForm, type FieldError, type FormResult } from '#platform/http/index.ts';
import { choices, optionalText, text } from '#platform/http/fields.ts';
import { isEmpty } from '../../../domain/template.ts';
import { readTemplateFields } from '../../../usecases/editions.ts';
import type { TemplateText } from '../../../usecases/writeTemplates.ts';

/** The name of the box that makes a field common. */
export const commonBox = (name: DescriptionField) => `wspolne-${name}`;
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
});

/** The template as it was typed, or everything that is wrong with it. Empty fields are not told. */
export function readTemplate(typed: FormFields): FormResult<TemplateText> {
  const read = readForm(schema, typed);
  if (!read.ok) return read;
  const { nazwa: name, areas, ...plain } = read.value;
  const card: Description = { ...plain, areas: areas.map(Number) };
  const governed = descriptionFields.filter((each) => typed.has(commonBox(each)));
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
  const shown = (field: DescriptionField): string | string[] => {
    const value = fields[field];
    if (value === undefined || value === null) return [];
    if (field === 'areas' || field === 'targetGroups' || field === 'modes') return (value as (string | number)[]).map(String);
    return Array.isArray(value) ? value.join('\n') : String(value).replace('.', typeof value === 'number' ? ',' : '.');
  };
  const boxes = governed.map((each) => [commonBox(each), 'tak']);
  return FormFields.from({
    nazwa: name,
    ...Object.fromEntries(descriptionFields.map((field) => [field, shown(field)])),
    ...Object.fromEntries(boxes),
  });
}
