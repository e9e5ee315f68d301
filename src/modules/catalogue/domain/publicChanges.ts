import type { Metadata } from './parts.ts';

/** A change of one field of a record, as the database kept it. */
export interface Change {
  readonly id: string;
  readonly recordId: string;
  readonly recordKind: string;
  readonly at: Temporal.Instant;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Fields that the standard calls otherwise than by their own name in its spelling. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  everydayNames: 'alternate_name',
  scope: 'description',
  recipients: 'eligibility_description',
  targetGroups: 'attributes',
  areas: 'attributes',
  keywords: 'attributes',
  modes: 'attributes',
  kind: 'attributes',
  qualification: 'application_process',
  fee: 'cost_options',
  coverage: 'service_areas',
  schedule: 'schedules',
  places: 'service_at_locations',
  provider: 'organization_id',
  contact: 'phones',
  checkedOn: 'assured_date',
  interpretation: 'interpretation_services',
  program: 'program',
  publicPhones: 'phones',
  publicEmail: 'email',
  nip: 'organization_identifiers',
  regon: 'organization_identifiers',
  krs: 'organization_identifiers',
  identifiers: 'organization_identifiers',
  type: 'location_type',
  street: 'addresses',
  postcode: 'addresses',
  town: 'addresses',
};
/** People and their telephones stand here: whoever was taken off a card must not go on standing in its history. */
const PERSONAL: ReadonlySet<string> = new Set(['contact', 'contacts', 'phones', 'publicPhones', 'publicEmail', 'assurerEmail', 'places']);
/** What tells its own time or comes from a file, and what only the program needs. */
export const UNTOLD_FIELDS: readonly string[] = ['vacancy', 'metadata', 'demo', 'slug', 'isActive'];
/** Values are told in short; whoever needs the whole reads the record. */
const longest = 2000;

const nameOf = (field: string) => OTHER_NAMES[field] ?? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
function told(field: string, value: unknown): string {
  if (PERSONAL.has(field) || value === null || value === undefined) return '';
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, longest);
}

/**
 * Changes of a record as open data tells them, oldest first: under the standard's names, without what was typed before the
 * record was published, and without the values of fields that hold people.
 * @param by who answers for the catalogue: the centre
 */
export function publicChanges(changes: readonly Change[], by: string): readonly Metadata[] {
  const ordered = changes.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || (a.field < b.field ? -1 : 1));
  const published = ordered.findLast(({ field, before }) => field === 'status' && before === 'draft')?.at;
  return ordered
    .filter(({ at, field }) => !UNTOLD_FIELDS.includes(field) && (!published || Temporal.Instant.compare(at, published) > 0))
    .map(({ id, recordId, recordKind, at, field, before, after }) => ({
      id,
      resourceId: recordId,
      resourceType: recordKind,
      lastActionDate: at.toString(),
      lastActionType: 'update',
      fieldName: nameOf(field),
      previousValue: told(field, before),
      replacementValue: told(field, after),
      updatedBy: by,
    }));
}
