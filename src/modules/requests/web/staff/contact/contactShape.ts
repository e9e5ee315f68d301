import { z } from 'zod';
import { formatDate } from '#shared/polishDate.ts';
import { choice, day, optionalChoice, optionalText } from '#platform/http/fields.ts';
import { readForm, type FormFields, type FormResult } from '#platform/http/index.ts';
import { inWords } from '#platform/html/index.ts';
import { requestContactTexts } from '../../../texts/index.ts';
import { contactKinds, contactMeans, type NewContact } from '../../../usecases/contacts.ts';
import type { Mistake } from '../../form/mistakes.ts';

const t = requestContactTexts.in('pl');
export const noteLimit = 2000;
const shape = z.object({
  kind: choice(contactKinds),
  way: optionalChoice(contactMeans),
  madeOn: day(),
  madeAt: optionalText(5),
  note: optionalText(noteLimit),
});

interface When {
  readonly now: Temporal.ZonedDateTime;
  /** The first day of the case. */
  readonly earliest: Temporal.PlainDate;
}

/** What was typed about an attempt, or everything that is wrong with it, in words. */
export function readContact(typed: FormFields, { now, earliest }: When): { contact: NewContact } | { errors: readonly Mistake[] } {
  const read: FormResult<z.output<typeof shape>> = readForm(shape, typed);
  if (!read.ok) return { errors: inWords('pl', read.errors) };
  const { kind, way, madeOn, madeAt, note } = read.value;
  const errors: Mistake[] = [];
  const wrong = (field: string, message: string) => void errors.push({ field, message });
  const today = now.toPlainDate();
  const hour = madeAt === null ? null : hourOf(madeAt);
  if (Temporal.PlainDate.compare(madeOn, today) > 0) errors.push(...inWords('pl', [{ field: 'madeOn', code: 'date-in-future' }]));
  else if (Temporal.PlainDate.compare(madeOn, earliest) < 0) wrong('madeOn', t('error.early', { earliest: formatDate(earliest) }));
  if (hour === undefined) wrong('madeAt', t('error.time'));
  else if (hour && madeOn.equals(today) && hour > now.toPlainTime().toString().slice(0, 5)) wrong('madeAt', t('error.timeAhead'));
  if (kind !== 'handedOver' && !way) wrong('way', t('error.way'));
  if (kind === 'handedOver' && !note) wrong('note', t('error.handedTo'));
  return errors.length > 0 ? { errors } : { contact: { kind, way, madeOn, madeAt: hour ?? null, note } };
}

/** "9.05" and "9:05" alike, as 09:05; undefined for what is no hour. */
function hourOf(typed: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(typed) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}
