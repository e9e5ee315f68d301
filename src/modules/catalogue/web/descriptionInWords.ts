import type { Description, DescriptionField } from '../domain/description.ts';
import { asHeading, getArea, getTargetGroup } from '../domain/classification.ts';
import { modeInWords } from '../texts/words.ts';
import { labelOf } from './cardInWords.ts';

/** The name of a describing field as the staff see it. */
export const fieldLabel = (name: DescriptionField): string => labelOf(name);

/** A describing field as plain text, lists one a line, empty when nothing is known. */
export function fieldInWords<Field extends DescriptionField>(name: Field, value: Description[Field] | undefined): string {
  if (value === null || value === undefined) return '';
  if (!Array.isArray(value)) return String(value).replace('.', typeof value === 'number' ? ',' : '.');
  const lines = name === 'areas' ? (value as Description['areas']).map((number) => asHeading(getArea(number).name, 'pl')) : undefined;
  if (lines) return lines.join('\n');
  if (name === 'targetGroups')
    return (value as Description['targetGroups']).map((code) => asHeading(getTargetGroup(code).name, 'pl')).join('\n');
  if (name === 'modes') return (value as Description['modes']).map((mode) => modeInWords(mode, 'pl')).join('\n');
  return value.join('\n');
}
