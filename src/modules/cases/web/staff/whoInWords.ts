import type { ToldOfCase } from '#platform/module.ts';
import { caseStaffTexts } from '../../texts/index.ts';

/** Longer descriptions of a place are cut in headings and lists; the request below tells all of it. */
const longestPlace = 60;

/**
 * Whom a case is about: the name in the record; otherwise the name that somebody wrote, marked as not confirmed, or at least the place,
 * so that reported needs can be told apart.
 */
export function whoInWords(personName: string | null, told: ToldOfCase | null | undefined): string {
  const t = caseStaffTexts.in('pl');
  if (personName) return personName;
  if (told?.name) return t('file.unconfirmed', { name: told.name });
  const place = told?.place?.replace(/\s+/g, ' ').trim();
  if (!place) return t('file.noPerson');
  return t('file.unknownAt', { place: place.length > longestPlace ? `${place.slice(0, longestPlace)}…` : place });
}
