import { fieldInWords, fieldLabel } from '#modules/catalogue/index.ts';
import { templateTexts } from '../../texts/staff.ts';
import type { TemplateField, TemplateFields } from '../../usecases/editions.ts';

const t = templateTexts.in('pl');

/** The name of a field as the staff see it. */
export const labelOf = (name: TemplateField): string => (name === 'rule' ? t('rule.label') : fieldLabel(name));

/** A field as plain text, lists one a line, empty when nothing is known. */
export const inWordsOf = (name: TemplateField, fields: TemplateFields): string =>
  name === 'rule' ? (fields.rule ?? '') : fieldInWords(name, fields[name]);
