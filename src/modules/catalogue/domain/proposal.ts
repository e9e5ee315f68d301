import { z } from 'zod';
import { scheduleSchema } from './parts.ts';
import type { ServiceRecord } from './service.ts';

const words = z.string().nullable();

/** What a provider knows of its own service. Everything else is the centre's to say. */
export const ownFieldsSchema = z.object({
  summary: words,
  scope: words,
  alert: words,
  recipients: words,
  documents: z.array(z.string()),
  hours: z.array(scheduleSchema),
  schedule: words,
  feeText: words,
  capacity: z.number().nullable(),
  waitTime: words,
  interpretation: words,
  phone: words,
  email: words,
  url: words,
});
export type OwnFields = z.infer<typeof ownFieldsSchema>;
export type OwnField = keyof OwnFields;
export const ownFieldNames = Object.keys(ownFieldsSchema.shape) as readonly OwnField[];

type Known = Pick<
  ServiceRecord,
  | 'summary'
  | 'scope'
  | 'alert'
  | 'recipients'
  | 'qualification'
  | 'schedules'
  | 'schedule'
  | 'fee'
  | 'capacity'
  | 'waitTime'
  | 'interpretation'
  | 'contact'
>;

/** The fields of a card that its provider may propose to change, as they are. */
export function ownFieldsOf({ qualification, schedules, fee, contact, ...card }: Known): OwnFields {
  const { summary, scope, alert, recipients, schedule, capacity, waitTime, interpretation } = card;
  const { documents } = qualification;
  const { phone, email, url } = contact;
  const texts = { summary, scope, alert, recipients, schedule, waitTime, interpretation, feeText: fee.text, phone, email, url };
  return { ...texts, documents, capacity, hours: schedules };
}

/** Field by field, what it was when the provider saw it and what it should be. Fields that stay are absent. */
export type Changes = { readonly [Field in OwnField]?: { readonly before: OwnFields[Field]; readonly after: OwnFields[Field] } };
const change = <Value extends z.ZodType>(value: Value) => z.object({ before: value, after: value }).optional();
const changesSchema = z.object(Object.fromEntries(ownFieldNames.map((name) => [name, change(ownFieldsSchema.shape[name])])));
/** @throws ZodError for what is no stored change */
export const readChanges = (stored: unknown): Changes => changesSchema.parse(stored) as Changes;

export function changesBetween(before: OwnFields, after: OwnFields): Changes {
  const changed = ownFieldNames.filter((name) => !isSame(before[name], after[name]));
  return Object.fromEntries(changed.map((name) => [name, { before: before[name], after: after[name] }])) as Changes;
}
export const changedFieldsOf = (changes: Changes): OwnField[] => ownFieldNames.filter((name) => changes[name] !== undefined);

/** Fields that somebody else has changed meanwhile, otherwise than proposed: whoever approves them writes over that. */
export function conflictsOf(changes: Changes, current: OwnFields): OwnField[] {
  return changedFieldsOf(changes).filter((name) => {
    const { before, after } = changes[name] ?? {};
    return !isSame(current[name], before) && !isSame(current[name], after);
  });
}

/** A card with the accepted part of a proposal. */
export function withAccepted<Card extends Known>(card: Card, changes: Changes, accepted: readonly OwnField[]): Card {
  const known = ownFieldsOf(card);
  const pick = <Field extends OwnField>(name: Field): OwnFields[Field] =>
    accepted.includes(name) ? ((changes[name]?.after ?? known[name]) as OwnFields[Field]) : known[name];
  // A null that was proposed is a value too: it empties the field.
  const text = (name: Exclude<OwnField, 'documents' | 'hours' | 'capacity'>) =>
    accepted.includes(name) && changes[name] ? changes[name].after : known[name];
  return {
    ...card,
    summary: text('summary'),
    scope: text('scope'),
    alert: text('alert'),
    recipients: text('recipients'),
    schedule: text('schedule'),
    waitTime: text('waitTime'),
    interpretation: text('interpretation'),
    capacity: accepted.includes('capacity') && changes.capacity ? changes.capacity.after : known.capacity,
    schedules: pick('hours'),
    qualification: { ...card.qualification, documents: pick('documents') },
    fee: { ...card.fee, text: text('feeText') },
    contact: { phone: text('phone'), email: text('email'), url: text('url') },
  };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
/** The database gives keys of an object in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
