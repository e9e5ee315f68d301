import { z } from 'zod';
import { isPublicNumber } from '#shared/phone.ts';
import { FormFields, readForm, type FormResult } from '#platform/http/index.ts';
import { optionalEmail, optionalText } from '#platform/http/fields.ts';
import { ownFieldsOf, type Changes, type OwnFields } from '../../../domain/proposal.ts';
import { changedSchedules } from '../../../domain/weekOfSchedules.ts';
import type { ServiceRecord } from '../../../domain/service.ts';
import { lines, optionalCapacity, optionalUrl } from '../../staff/serviceEditor/form.ts';
import { hourNames, readHours, typedHours } from '../../staff/serviceEditor/hoursForm.ts';

const schema = z.object({
  summary: optionalText(500),
  scope: optionalText(10_000),
  alert: optionalText(2000),
  recipients: optionalText(4000),
  documents: lines(),
  schedule: optionalText(2000),
  feeText: optionalText(2000),
  capacity: optionalCapacity(),
  waitTime: optionalText(2000),
  interpretation: optionalText(2000),
  phone: optionalText(40),
  email: optionalEmail(),
  url: optionalUrl(),
  message: optionalText(2000),
});
export type OwnFormField = keyof typeof schema.shape;
export const textFields = Object.keys(schema.shape).filter((name) => name !== 'message') as readonly Exclude<OwnFormField, 'message'>[];

/**
 * The record as its provider typed it, with the message to the centre. Schedules that the form does not show stay, and fields
 * that come from elsewhere (`inherited`) are not proposed at all.
 */
export function readOwnFields(
  fields: FormFields,
  { schedules: known, contact }: Pick<ServiceRecord, 'schedules' | 'contact'>,
  inherited: readonly string[] = [],
): FormResult<{ readonly proposed: Partial<OwnFields>; readonly message: string | null }> {
  const read = readForm(schema, fields);
  const hours = readHours(fields);
  const phone = fields.get('phone').trim();
  const isWrongNumber = phone !== '' && phone !== contact.phone && !isPublicNumber(phone);
  const errors = [...(read.ok ? [] : read.errors), ...hours.errors, ...(isWrongNumber ? [{ field: 'phone', code: 'not-a-phone' }] : [])];
  if (!read.ok || errors.length > 0) return { ok: false, errors, typed: fields };
  const { message, ...texts } = read.value;
  const all: OwnFields = { ...texts, hours: changedSchedules(known, hours.value) };
  const proposed = Object.fromEntries(Object.entries(all).filter(([name]) => !inherited.includes(name)));
  return { ok: true, value: { proposed, message } };
}

/** What a proposal would make of the record, as the form shows it. */
export const typedProposal = (card: OwnFields, changes: Changes): FormFields =>
  typedOwnFields({
    ...card,
    ...Object.fromEntries(Object.entries(changes).flatMap(([name, change]) => (change ? [[name, change.after]] : []))),
  });

/**
 * What was typed, with what somebody else of the provider proposed meanwhile in the fields that the author left as the card has them:
 * sending it takes nothing of theirs back unseen.
 */
export function withTheirs(mine: FormFields, service: Parameters<typeof ownFieldsOf>[0], newer: { readonly changes: Changes }): FormFields {
  const card = ownFieldsOf(service);
  const untouched = typedOwnFields(card);
  const theirs = typedProposal(card, newer.changes);
  const areHoursMine = hourNames.some((name) => mine.get(name) !== untouched.get(name));
  const taken = [...textFields.filter((name) => sameText(mine.get(name), untouched.get(name))), ...(areHoursMine ? [] : hourNames)];
  return FormFields.from({
    ...Object.fromEntries([...textFields, 'message', ...hourNames].map((name) => [name, mine.get(name)])),
    ...Object.fromEntries(taken.map((name) => [name, theirs.get(name)])),
  });
}

/**
 * The fields that somebody wrote into: they say neither what the form showed them nor what the card says.
 * @param shown the form as it was drawn for them
 */
export function writtenFields(typed: FormFields, card: OwnFields, shown: FormFields, inherited: readonly string[] = []): string[] {
  const untouched = typedOwnFields(card);
  const isWritten = (name: string) => [shown, untouched].every((form) => !sameText(typed.get(name), form.get(name)));
  const texts = textFields.filter((name) => !inherited.includes(name) && isWritten(name));
  return inherited.includes('hours') || !hourNames.some(isWritten) ? texts : [...texts, 'hours'];
}
const sameText = (one: string, other: string) => one.replaceAll('\r\n', '\n').trim() === other.trim();

export function typedOwnFields({ hours, documents, capacity, ...texts }: OwnFields): FormFields {
  return FormFields.from({
    ...texts,
    documents: documents.join('\n'),
    capacity: capacity === null ? '' : String(capacity),
    ...typedHours(hours),
  });
}
