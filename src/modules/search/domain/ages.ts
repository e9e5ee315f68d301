import { shapeOf } from './tokens.ts';

/**
 * Words of services for an age told in passing: "mama ma 82 lata" → senior. Ages are how residents name a target group.
 * @param words the query's words in order, lower case
 */
export function wordsForAges(words: readonly string[]): { typed: string; means: string }[] {
  const found: { typed: string; means: string }[] = [];
  for (const [at, word] of words.entries()) {
    const joined = /^(\d{1,3})(lat|latek|latka|letni|letnia|letniego|letniej|roku)$/.exec(shapeOf(word).folded);
    const isAge = /^(lat|lata|latek|latka|latki|letni|letnia|letniego|letniej|roku|rok|roczek|year|years|рок|рок[иі]в?|лет)$/.test(
      shapeOf(words[at + 1] ?? '').folded,
    );
    const figure = joined?.[1] ?? (isAge ? inFigures(word, words[at - 1] ?? '') : undefined);
    if (figure !== undefined) for (const means of wordsForAge(Number(figure))) found.push({ typed: figure, means });
  }
  return found;
}

const ONES = ['zero', 'jeden', 'dwa', 'trzy', 'cztery', 'piec', 'szesc', 'siedem', 'osiem', 'dziewiec'];
const TEENS = [
  'dziesiec',
  'jedenascie',
  'dwanascie',
  'trzynascie',
  'czternascie',
  'pietnascie',
  'szesnascie',
  'siedemnascie',
  'osiemnascie',
  'dziewietnascie',
];
const TENS = [
  'dwadziescia',
  'trzydziesci',
  'czterdziesci',
  'piecdziesiat',
  'szescdziesiat',
  'siedemdziesiat',
  'osiemdziesiat',
  'dziewiecdziesiat',
];

/** An age in figures: as typed, or from a number in words, of which `before` may be the tens. */
function inFigures(word: string, before: string): string | undefined {
  if (/^\d{1,3}$/.test(word)) return word;
  const folded = shapeOf(word).folded;
  const tens = 20 + 10 * TENS.indexOf(shapeOf(before).folded);
  if (ONES.includes(folded)) return String((tens >= 20 ? tens : 0) + ONES.indexOf(folded));
  if (TEENS.includes(folded)) return String(10 + TEENS.indexOf(folded));
  return TENS.includes(folded) ? String(20 + 10 * TENS.indexOf(folded)) : undefined;
}

function wordsForAge(years: number): string[] {
  if (years >= 60) return ['senior', 'osoba starsza', 'niesamodzielny'];
  if (years < 3) return ['małe dziecko', 'żłobek'];
  if (years < 7) return ['dziecko', 'przedszkole'];
  if (years < 13) return ['dziecko', 'uczeń'];
  if (years < 19) return ['młodzież', 'nastolatek'];
  return [];
}
