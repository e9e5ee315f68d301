import { refusalInWords } from '#modules/cases/index.ts';
import { staffPl } from '../../texts/staff.ts';
import { qualificationTexts } from '../../texts/words.ts';

/** Why something could not be done, in words for staff; a place that was just taken is said so. */
export function reasonsInWords(refusals: readonly { readonly code: string }[]): string[] {
  const t = qualificationTexts.in('pl');
  return refusals.map((refusal) => {
    if (refusal.code in staffPl.placeRefusal) return t(`placeRefusal.${refusal.code as keyof typeof staffPl.placeRefusal}`);
    if (refusal.code in staffPl.groundRefusal) return t(`groundRefusal.${refusal.code as keyof typeof staffPl.groundRefusal}`);
    return refusalInWords(refusal);
  });
}
/** The same where the page itself tells that the case changed, and what. */
export const otherReasonsInWords = (refusals: readonly { readonly code: string }[]) =>
  reasonsInWords(refusals.filter(({ code }) => code !== 'case-changed'));
/** Somebody was quicker: the page comes back as it is now. */
export const isConflict = (refusals: readonly { readonly code: string }[]) =>
  refusals.some(({ code }) => ['case-changed', 'no-place', 'not-from-this-state', 'service-in-other-state'].includes(code));
