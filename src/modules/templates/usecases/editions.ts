import { createHash } from 'node:crypto';
import { z } from 'zod';
import { descriptionFields, descriptionSchema, type Description, type DescriptionField } from '#modules/catalogue/index.ts';
import { canonicalJson } from '#platform/audit/canonical.ts';
import { comparable, type Edition, type Fields } from '../domain/template.ts';
import type { EditionRow } from '../store/tables.ts';

/** A describing field of a card, or the rule of who may use the service, which is kept beside the card. */
export type TemplateField = DescriptionField | 'rule';
export const templateFields: readonly TemplateField[] = [...descriptionFields, 'rule'];
/** Some of these fields. */
export type TemplateFields = Partial<Description & { readonly rule: string }>;

/** A published text with its fields read. */
export interface TemplateEdition extends Edition<TemplateField> {
  readonly publisherId: string;
  readonly templateId: string;
  readonly name: string;
  readonly fields: TemplateFields & Fields;
  readonly checksum: string;
  readonly note: string | null;
  readonly publishedAt: Temporal.Instant;
}

const fieldsSchema = descriptionSchema.partial().extend({ rule: z.string().max(20_000).optional() });
/** @throws ZodError for what is no stored text of a template */
export const readTemplateFields = (stored: unknown): TemplateFields & Fields => fieldsSchema.parse(stored) as TemplateFields & Fields;
/** Those of the names that are fields of templates, in the order of a card. */
export const readFieldNames = (stored: readonly string[]): readonly TemplateField[] =>
  templateFields.filter((name) => stored.includes(name));

export const readEdition = ({ voivodeship: _, ...row }: EditionRow): TemplateEdition => ({
  ...row,
  governed: readFieldNames(row.governed),
  fields: readTemplateFields(row.fields),
});

/** Those of the fields that are named. */
export const pickFields = (fields: TemplateFields, names: readonly TemplateField[]): TemplateFields =>
  Object.fromEntries(names.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]])) as TemplateFields;

/**
 * Tells two texts apart without comparing them: SHA-256, hexadecimal, over the canonical JSON of the named fields. A field
 * that says nothing counts as null.
 */
export function checksumOf(fields: Fields, names: readonly TemplateField[]): string {
  const governed = Object.fromEntries(names.map((name) => [name, comparable(name, fields[name])]));
  return createHash('sha256').update(canonicalJson(governed)).digest('hex');
}
