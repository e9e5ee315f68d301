import { fold } from './tokens.ts';

/**
 * Words of services for an age told in passing: "mama ma 82 lata" → senior. Ages are how residents name a target group.
 * @param words the query's words in order, lower case
 */
export function wordsForAges(words: readonly string[]): { typed: string; means: string }[] {
  const found: { typed: string; means: string }[] = [];
  for (const [at, word] of words.entries()) {
    const joined = /^(\d{1,3})(lat|latek|latka|letni|letnia|letniego|letniej|roku)$/.exec(fold(word));
    const isAge = /^(lat|lata|latek|latka|latki|letni|letnia|letniego|letniej|roku|rok|roczek|year|years|рок|рок[иі]в?|лет)$/.test(
      fold(words[at + 1] ?? ''),
    );
    const figure = joined?.[1] ?? (isAge && /^\d{1,3}$/.test(word) ? word : undefined);
    if (figure !== undefined) for (const means of wordsForAge(Number(figure))) found.push({ typed: figure, means });
  }
  return found;
}

function wordsForAge(years: number): string[] {
  if (years >= 60) return ['senior', 'osoba starsza', 'niesamodzielny'];
  if (years < 3) return ['małe dziecko', 'żłobek'];
  if (years < 7) return ['dziecko', 'przedszkole'];
  if (years < 13) return ['dziecko', 'uczeń'];
  if (years < 19) return ['młodzież', 'nastolatek'];
  return [];
}
