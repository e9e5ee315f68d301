import type { Changes, OwnField, OwnFields } from '../domain/proposal.ts';
import { labelOf } from './cardInWords.ts';
import { scheduleInWords } from './scheduleWords.ts';

/** A field of a provider's proposal as text, lists one a line. */
export function ownFieldInWords(name: OwnField, value: OwnFields[OwnField]): string {
  if (name === 'hours') return (value as OwnFields['hours']).map((schedule) => scheduleInWords(schedule, 'pl') ?? '–').join('\n');
  return Array.isArray(value) ? value.join('\n') : String(value ?? '');
}
/** Proposed fields with the text that the card has and the one it would have. */
export function changesInWords(changes: Changes, current: OwnFields) {
  return (Object.keys(changes) as OwnField[]).flatMap((name) => {
    const change = changes[name];
    if (!change) return [];
    return [{ name, label: labelOf(name), before: ownFieldInWords(name, current[name]), after: ownFieldInWords(name, change.after) }];
  });
}
