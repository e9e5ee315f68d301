import { createHash } from 'node:crypto';
import { descriptionFields, descriptionSchema, type Description, type DescriptionField } from '#modules/catalogue/index.ts';
import { canonicalJson } from '#platform/audit/canonical.ts';
import { comparable, type Edition, type Fields } from '../domain/template.ts';
import type { EditionRow } from '../store/tables.ts';

/** Some of the describing fields of a card. */
export type TemplateFields = Partial<Description>;

/** A published text with its fields read. */
export interface TemplateEdition extends Edition<DescriptionField> {
  readonly publisherId: string;
  readonly templateId: string;
  readonly name: string;
  readonly fields: TemplateFields & Fields;
  readonly checksum: string;
  readonly note: string | null;
  readonly publishedAt: Temporal.Instant;
}

const fieldsSchema = descriptionSchema.partial();
/** @throws ZodError for what is no stored text of a template */
export const readTemplateFields = (stored: unknown): TemplateFields & Fields => fieldsSchema.parse(stored) as TemplateFields & Fields;
/** Those of the names that are describing fields, in the order of a card. */
export const readFieldNames = (stored: readonly string[]): readonly DescriptionField[] =>
  descriptionFields.filter((name) => stored.includes(name));

export const readEdition = ({ voivodeship: _, ...row }: EditionRow): TemplateEdition => ({
  ...row,
  governed: readFieldNames(row.governed),
  fields: readTemplateFields(row.fields),
});

/** Those of the fields that are named. */
export const pickFields = (fields: TemplateFields, names: readonly DescriptionField[]): TemplateFields =>
  Object.fromEntries(names.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]])) as TemplateFields;

/**
 * Tells two texts apart without comparing them: SHA-256, hexadecimal, over the canonical JSON of the named fields. A field
 * that says nothing counts as null.
 */
export function checksumOf(fields: Fields, names: readonly DescriptionField[]): string {
  const governed = Object.fromEntries(names.map((name) => [name, comparable(name, fields[name])]));
  return createHash('sha256').update(canonicalJson(governed)).digest('hex');
}
