import { isIsoDate } from '#shared/isoTime.ts';
import { formatDate } from '#shared/polishDate.ts';
import { defineTexts, type Language } from '#platform/i18n/index.ts';
import { en } from './en.ts';
import { pl, residentPl } from './pl.ts';
import { uk } from './uk.ts';

/** Texts of the resident's side, in three languages. */
export const caseTexts = defineTexts('cases', { pl: residentPl, en, uk });
/** Texts of the staff's side, in Polish. */
export const caseStaffTexts = defineTexts('casesStaff', {
  pl: {
    next: pl.next,
    refusal: pl.refusal,
    changed: pl.changed,
    file: pl.file,
    list: pl.list,
    start: pl.start,
    uses: pl.uses,
    coordinator: pl.coordinator,
    attach: pl.attach,
  },
});

type RefusalText = keyof typeof pl.refusal;
/** Why a case may not do something, in words for staff. */
export function refusalInWords(refusal: { readonly code: string }, lang: Language = 'pl'): string {
  const code = refusal.code in pl.refusal ? (refusal.code as RefusalText) : 'unknown';
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(refusal)) {
    if (typeof value === 'string') values[name] = isIsoDate(value) ? formatDate(Temporal.PlainDate.from(value), lang) : value;
    else if (typeof value === 'number') values[name] = value;
  }
  return caseStaffTexts.in(lang)(`refusal.${code}`, values);
}
