/** From text to words: splitting, folding, character 4-grams and the words that carry no meaning for a search. */

/** Longer runs without a space are not words (pasted addresses, held-down keys); the rest of them is dropped. */
export const LONGEST_WORD = 40;
const WORD = /[\p{L}\p{N}]+/gu;
const PLAIN = /^[a-z0-9]*$/;

/** A word without Polish accents, in lower case: "Żółć" → "zolc". */
export function fold(word: string): string {
  if (PLAIN.test(word)) return word;
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');
}

/** Shorter texts are split as quickly as they are remembered. */
const WORTH_REMEMBERING = 24;
let lastText = '';
let lastWords: readonly string[] = [];

/** The words of a text in lower case, accents kept. "800+" is read as residents say it: "800 plus". */
export function listWords(text: string): readonly string[] {
  // A query is read by one part of the search after another.
  if (text === lastText) return lastWords;
  const words = split(text);
  if (text.length >= WORTH_REMEMBERING) [lastText, lastWords] = [text, words];
  return words;
}

function split(text: string): readonly string[] {
  const spoken = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(\d)\s*\+/gu, '$1 plus ')
    .replace(/(\p{L})['’ʼ](?=\p{L})/gu, '$1');
  const words = spoken.match(WORD) ?? [];
  return words.map((word) => (word.length <= LONGEST_WORD ? word : Array.from(word).slice(0, LONGEST_WORD).join('')));
}

/** Folded 4-grams of a word with its borders marked: "dom" → "^dom", "dom$". */
export function fourGrams(folded: string): string[] {
  const letters = Array.from(`^${folded}$`);
  const grams: string[] = [];
  for (let start = 0; start + 4 <= letters.length; start++) grams.push(letters.slice(start, start + 4).join(''));
  return grams;
}

const STOP_WORDS: ReadonlySet<string> = new Set(
  `a aby albo ale ani az bardzo bede bedzie bez bo by byc byl byla bylo byly byli choc chce chcemy chcialabym chcialbym chcialem chcialam chyba ci cie
  co cos czego czemu czy czym dla do dlaczego dostac gdy gdyz gdzie go i ich ile im inny innych ja jak jaka jaki jakie jakies jako jakis je jego jej jemu
  jest jestem jestesmy jeszcze jesli jezeli juz kazdy kiedy kogo komu kto ktora lat lata ktore ktorego ktorej ktory ktorzy ktos lub ma maja mam
  mial miala miec mi mna mnie moge mogla mogl moj moja moje mojej mojego mojemu moim moich mozna moze mozecie musi musze my na nad nam nami nas nasz nasza nasze
  natomiast ne ni nic nich niech niego niej niemu nim nimi o od on ona one oni ono oraz oto pan pani panstwo po pod potrzebna potrzebne potrzebny
  potrzebuje potrzebujemy poza prosze przed przez przy sa sam sama sie skad soba sobie stad swoj swoja swoje swojego swojej ta tak taka taki takie tam te tego tej temu
  ten tez to toba tobie troche tu ty tych tylko tym u w wam was we wiec wszystko wy z za zeby ze znalezc zalatwic zrobic szukam szuka mojemu`.split(
    /\s+/,
  ),
);

/** The same for the other languages of the portal; no word here means something in Polish. */
const STOP_WORDS_ELSEWHERE: ReadonlySet<string> = new Set(
  `the an and or for with of at is am are my me her his she he it we our you your who that this need want someone somebody please
  та й для до на від зі із про або але що як мені мене мій моя моє мого моєї моїй моєму моєї мою ми нам нас наш він вона його її їй йому вони їх є потрібна потрібен
  потрібно потрібні хочу шукаю`
    .split(/\s+/)
    .map(fold),
);

/** Words that say nothing about the need. "nie" is not among them: "nie chodzi" and "chodzi" are different needs. */
export function isStopWord(folded: string): boolean {
  return (
    STOP_WORDS.has(folded) ||
    STOP_WORDS_ELSEWHERE.has(folded) ||
    folded.length < 2 ||
    (folded.length === 2 && Array.from(folded).length < 2)
  );
}

/** A word as queries need it again and again: without accents, whether it tells anything, and its 4-grams. */
export type WordShape = { readonly folded: string; readonly isStop: boolean; readonly grams: readonly string[] };

const SHAPES_KEPT = 5_000;
const shapes = new Map<string, WordShape>();

/** @param word in lower case. Remembered, since people say the same words. */
export function shapeOf(word: string): WordShape {
  const remembered = shapes.get(word);
  if (remembered !== undefined) return remembered;
  const folded = fold(word);
  const shape = { folded, isStop: isStopWord(folded), grams: fourGrams(folded) };
  if (shapes.size >= SHAPES_KEPT) shapes.clear();
  shapes.set(word, shape);
  return shape;
}
