import { z } from 'zod';
import type { FieldError, FormFields, FormResult } from '#platform/http/index.ts';
import { readForm } from '#platform/http/index.ts';
import { choice, choices, optionalDay, optionalText, text } from '#platform/http/fields.ts';
import { refusalReasonCodes, type RefusalReason } from '../../domain/outcome.ts';
import type { Settlement } from '../../usecases/decideService.ts';

/** What staff may say about a condition: nothing new, an outcome, or taking an earlier one back. */
export const settleChoices = ['keep', 'met', 'notMet', 'open'] as const;

/** Reads findings about conditions; each that is settled needs a note. */
export function readSettlements(fields: FormFields, conditionIds: readonly string[]): FormResult<readonly Settlement[]> {
  const errors: FieldError[] = [];
  const value = conditionIds.flatMap((conditionId): Settlement[] => {
    const chosen = fields.get(`c-${conditionId}`);
    if (chosen === '' || chosen === 'keep') return [];
    const note = fields.get(`n-${conditionId}`).trim();
    if (!settleChoices.some((each) => each === chosen)) errors.push({ field: `c-${conditionId}`, code: 'choose-one' });
    else if (note === '') errors.push({ field: `n-${conditionId}`, code: 'note-missing' });
    else if (note.length > 2000) errors.push({ field: `n-${conditionId}`, code: 'too-long', values: { max: 2000 } });
    return [{ conditionId, isMet: chosen === 'open' ? null : chosen === 'met', note }];
  });
  return errors.length > 0 ? { ok: false, errors, typed: fields } : { ok: true, value };
}

/** When each condition was settled last as the author of the form saw it, by its id. */
export function readSeen(fields: FormFields): ReadonlyMap<string, string> {
  return new Map(fields.names().flatMap((name) => (name.startsWith('s-') ? [[name.slice(2), fields.get(name)] as const] : [])));
}

const reasonSchema = z.object({ reasons: choices(refusalReasonCodes, 1) });
/** Reads the coded reasons of a refusal, each with its own words. */
export function readReasons(fields: FormFields): FormResult<readonly RefusalReason[]> {
  const form = readForm(reasonSchema, fields);
  if (!form.ok) return form;
  const errors: FieldError[] = [];
  const value = [...new Set(form.value.reasons)].map((code): RefusalReason => {
    const inOwnWords = fields.get(`words-${code}`).trim();
    if (inOwnWords === '') errors.push({ field: `words-${code}`, code: 'reason-missing' });
    if (inOwnWords.length > 5000) errors.push({ field: `words-${code}`, code: 'too-long', values: { max: 5000 } });
    return { code, inOwnWords };
  });
  return errors.length > 0 ? { ok: false, errors, typed: fields } : { ok: true, value };
}

export const recipients = ['socialAssistanceTeam', 'otherTeam', 'gminaOffice', 'gminaUnit'] as const;
export const forwardSchema = z.object({
  recipient: choice(recipients),
  recipientName: text(300),
  forwardNote: optionalText(5000),
  consentOn: optionalDay(),
});
export const withdrawSchema = z.object({ withdrawNote: optionalText(2000) });
