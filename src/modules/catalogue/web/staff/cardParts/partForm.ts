import { FormFields, type FieldError } from '#platform/http/index.ts';
import type { ServiceRecord } from '../../../domain/service.ts';
import type { CardSection, PartList, PutContext } from './cardPage.ts';
import { readValue, typedValue, type PartField, type Values } from './fields.ts';

// Fields are named by their place: `costOptions.0.amount`. A row is there while its hidden `was` is.

export type Row = { readonly values: Values; readonly was: number | undefined };
export interface ReadSections {
  /** By the name of the section. A group has one row. */
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly errors: readonly FieldError[];
}

export const at = (section: string, index: number, field: string) => `${section}.${index}.${field}`;

/** How many rows of a section the form has. */
export function countRows(fields: FormFields, section: CardSection): number {
  if (section.kind === 'group') return 1;
  let count = 0;
  while (count < section.most && fields.has(at(section.name, count, 'was'))) count += 1;
  return count;
}

/** A card as the form shows it. */
export function typedSections(sections: readonly CardSection[], service: ServiceRecord): FormFields {
  const typed: Record<string, readonly string[]> = {};
  const show = (section: CardSection, index: number, values: Values) => {
    for (const field of section.fields) typed[at(section.name, index, field.name)] = typedValue(field, values[field.name]);
  };
  for (const section of sections) {
    if (section.kind === 'group') show(section, 0, section.values(service));
    else
      for (const [index, { values, was }] of section.rows(service).entries()) {
        typed[at(section.name, index, 'was')] = [String(was)];
        show(section, index, values);
      }
  }
  return FormFields.from(typed);
}

const isBlank = (section: CardSection, values: Values) =>
  section.fields.every(({ name, kind, required }) => values[name] === undefined || (kind === 'one' && required !== true));

/** What was typed, all faults at once. Rows in which nothing was written are left out. */
export function readSections(sections: readonly CardSection[], fields: FormFields): ReadSections {
  const errors: FieldError[] = [];
  const rows = new Map<string, readonly Row[]>();
  for (const section of sections) {
    const read: Row[] = [];
    for (let index = 0; index < countRows(fields, section); index += 1) {
      const { values, faults } = readRow(section, (name) => fields.all(at(section.name, index, name)));
      const was = Number(fields.get(at(section.name, index, 'was')) || Number.NaN);
      const isKept = section.kind === 'group' || section.isFixed === true || faults.length > 0 || !isBlank(section, values);
      if (!isKept) continue;
      errors.push(...faults.map(({ field, ...fault }) => ({ ...fault, field: at(section.name, index, field) })));
      read.push({ values, was: Number.isInteger(was) ? was : undefined });
    }
    rows.set(section.name, read);
  }
  return { rows, errors };
}

function readRow(section: CardSection, typed: (field: string) => readonly string[]): { values: Values; faults: readonly FieldError[] } {
  const values: Record<string, unknown> = {};
  const faults: FieldError[] = [];
  for (const field of section.fields) {
    const read = readValue(field, typed(field.name));
    if ('value' in read) values[field.name] = read.value;
    else faults.push({ field: field.name, code: read.code, ...(read.values && { values: read.values }) });
  }
  if (section.kind === 'list' && isBlank(section, values)) return { values, faults };
  const isNamed = (field: PartField) => faults.some((fault) => fault.field === field.name);
  const missing = section.fields.filter((field) => field.required === true && values[field.name] === undefined && !isNamed(field));
  faults.push(...missing.map(({ name }) => ({ field: name, code: 'required' })));
  const named = new Set(faults.map(({ field }) => field));
  const contradictions = (section.check?.(values) ?? []).filter((fault) => !named.has(fault.field));
  // A field that cannot be read is missing from the row: only what cannot follow from that is told beside it.
  const isSure = ({ field, code }: FieldError) => named.size === 0 || values[field] !== undefined || alwaysTold.has(code);
  return { values, faults: [...faults, ...contradictions.filter(isSure)].toSorted(inOrderOf(section)) };
}
/** Faults of an empty field that no other field can be the cause of. */
const alwaysTold: ReadonlySet<string> = new Set(['days', 'nth', 'month-days', 'first', 'both']);
const inOrderOf =
  ({ fields }: CardSection) =>
  (one: FieldError, other: FieldError) =>
    fields.findIndex(({ name }) => name === one.field) - fields.findIndex(({ name }) => name === other.field);

/** What a button of the form asks for beside saving. */
export type RowAction = { readonly kind: 'add' | 'remove' | 'up' | 'down'; readonly section: PartList; readonly index: number } | undefined;

/** `dodaj costOptions`, `usun costOptions.2`, `wyzej costOptions.2`, `nizej costOptions.2`; anything else saves. */
export function readAction(sections: readonly CardSection[], asked: string): RowAction {
  const [verb = '', place = ''] = asked.split(' ');
  const [name = '', number = ''] = place.split('.');
  const section = sections.find((each): each is PartList => each.kind === 'list' && each.name === name);
  const kind = ({ dodaj: 'add', usun: 'remove', wyzej: 'up', nizej: 'down' } as const)[verb as 'dodaj'];
  return section === undefined || kind === undefined || section.isFixed ? undefined : { kind, section, index: Number(number) };
}

/** The form after a row was added, removed or moved; everything else stays as typed, also what cannot be read. */
export function afterAction(fields: FormFields, action: NonNullable<RowAction>): FormFields {
  const { kind, section, index } = action;
  const count = countRows(fields, section);
  const names = ['was', ...section.fields.map(({ name }) => name)];
  const rows = Array.from({ length: count }, (_, row) => names.map((name) => fields.all(at(section.name, row, name))));
  const moved = kind === 'up' ? index - 1 : index;
  const pair = [rows[moved + 1], rows[moved]] as const;
  const changed =
    kind === 'add'
      ? [...rows, names.map((name) => (name === 'was' ? [''] : []))].slice(0, section.most)
      : kind === 'remove'
        ? rows.filter((_, row) => row !== index)
        : pair[0] && pair[1]
          ? rows.toSpliced(moved, 2, pair[0], pair[1])
          : rows;
  const kept = Object.fromEntries(
    fields.names().flatMap((name) => (name.startsWith(`${section.name}.`) ? [] : [[name, fields.all(name)]])),
  );
  const own = changed.flatMap((row, place) => row.map((typed, field) => [at(section.name, place, names[field] ?? ''), typed] as const));
  return FormFields.from({ ...kept, ...Object.fromEntries(own) });
}

/** The card with what the sections write, one after another over the card as it is. */
export function applySections(sections: readonly CardSection[], { rows }: ReadSections, known: ServiceRecord, on: PutContext): object {
  return sections.reduce<ServiceRecord>((card, section) => {
    const own = rows.get(section.name) ?? [];
    const changed = section.kind === 'list' ? section.put(own, card, on) : section.put(own[0]?.values ?? {}, card, on);
    return Object.assign({}, card, changed);
  }, known);
}
