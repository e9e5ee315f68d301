import { z } from 'zod';

/** One thing wrong with one field. `code` is stable; its words come from the texts of `platform`. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}
export type FormResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly typed: FormFields };

/** The body of a form as it was typed: repeated names keep their order, files stay apart. */
export class FormFields {
  readonly #texts: readonly (readonly [string, string])[];
  readonly #files: ReadonlyMap<string, readonly File[]>;
  constructor(entries: Iterable<readonly [string, string | File]> = []) {
    const texts: (readonly [string, string])[] = [];
    const files = new Map<string, File[]>();
    for (const [name, value] of entries) {
      if (typeof value === 'string') texts.push([name, cleanTyped(value)]);
      // A field where nothing was chosen comes as a file without a name; an empty file has one.
      else if (value.size > 0 || value.name !== '') files.set(name, [...(files.get(name) ?? []), value]);
    }
    this.#texts = texts;
    this.#files = files;
  }
  /** Fields made from a plain record, for drafts and tests. */
  static from(record: Readonly<Record<string, string | readonly string[] | null | undefined>>): FormFields {
    return new FormFields(
      Object.entries(record).flatMap(([name, value]) =>
        value == null ? [] : typeof value === 'string' ? [[name, value] as const] : value.map((each) => [name, each] as const),
      ),
    );
  }
  /** What was typed into a field, or an empty text. */
  get(name: string): string {
    return this.#texts.find(([key]) => key === name)?.[1] ?? '';
  }
  all(name: string): string[] {
    return this.#texts.filter(([key]) => key === name).map(([, value]) => value);
  }
  has(name: string): boolean {
    return this.#texts.some(([key]) => key === name);
  }
  files(name: string): readonly File[] {
    return this.#files.get(name) ?? [];
  }
  /** Every file with the name of its field, in the order in which they came within a field. */
  allFiles(): [string, File][] {
    return [...this.#files].flatMap(([name, files]) => files.map((file): [string, File] => [name, file]));
  }
  names(): string[] {
    return [...new Set(this.#texts.map(([name]) => name))];
  }
  /** For storing as a draft: every name with all its texts, without the hidden fields of the frame. */
  toRecord(): Record<string, string[]> {
    return Object.fromEntries(
      this.names()
        .filter((name) => !name.startsWith('_'))
        .map((name) => [name, this.all(name)]),
    );
  }
}

/**
 * What was typed, with the newer texts in the fields that its author left as they had found them.
 * @param found the form as it was drawn for them; `newer` as it would be drawn now
 */
export function takeNewer(typed: FormFields, found: FormFields, newer: FormFields): FormFields {
  const same = (name: string) => said(typed, name) === said(found, name);
  const names = new Set([...typed.names(), ...newer.names()]);
  return FormFields.from(Object.fromEntries([...names].map((name) => [name, (same(name) ? newer : typed).all(name)])));
}
/** The texts of a field without regard to order and space; an empty one and none say the same. */
const said = (fields: FormFields, name: string): string =>
  JSON.stringify(
    fields
      .all(name)
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .toSorted(),
  );

/** The version of the record that was on the page of a form, 0 when there was none. A form drawn again goes on carrying it. */
export function versionSeen(fields: FormFields): number {
  const version = Number(fields.get('_version'));
  return Number.isInteger(version) && version > 0 ? version : 0;
}

/** NFC, Unix line ends, no control characters and no marks that turn the direction of writing; emoji stay. */
export function cleanTyped(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g, '')
    .toWellFormed();
}

/**
 * Reads a form with a zod object whose messages are error codes (see `fields.ts`).
 * A field whose schema is an array receives all its texts, any other the first (or '').
 * All errors at once; what was typed comes back untouched.
 */
export function readForm<Schema extends z.ZodObject>(schema: Schema, fields: FormFields): FormResult<z.output<Schema>> {
  const input: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    input[name] = acceptsMany(field as z.ZodType) ? fields.all(name) : fields.get(name);
  }
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors = new Map<string, FieldError>();
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '');
    if (errors.has(field)) continue;
    const values =
      issue.code === 'too_big' ? { max: Number(issue.maximum) } : issue.code === 'too_small' ? { min: Number(issue.minimum) } : undefined;
    errors.set(field, { field, code: issue.message, ...(values && { values }) });
  }
  return { ok: false, errors: [...errors.values()], typed: fields };
}

function acceptsMany(schema: z.ZodType): boolean {
  if (schema instanceof z.ZodArray) return true;
  if (schema instanceof z.ZodPipe) return acceptsMany(schema.in as z.ZodType);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return acceptsMany(schema.unwrap() as z.ZodType);
  return false;
}
