import { catalogueTexts } from '../../texts/index.ts';

const names = new Intl.DisplayNames(['pl'], { type: 'language' });
/** A language by its ISO 639 code, in Polish; `pso` is Polish sign language. */
export function languageName(code: string): string {
  if (code === 'pso') return catalogueTexts.in('pl')('card.feature.sign-language');
  return /^[a-z]{2,3}$/.test(code) ? (names.of(code) ?? code) : code;
}
