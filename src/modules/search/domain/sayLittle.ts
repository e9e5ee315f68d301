import type { PolishWords } from './polishWords.ts';
import { fold } from './tokens.ts';

/** Base forms that people use of everything: they are no sign that a service fits, though a service may use them as well. */
const BASE_FORMS: ReadonlySet<string> = new Set(
  `wiedzieć robić zrobić iść pójść przyjść przychodzić wyjść wychodzić chodzić wracać wrócić mieszkać żyć życie mówić powiedzieć pisać napisać pytać zapytać spytać
  zostać zostawić zostawiać dać dawać brać wziąć stać siedzieć czekać myśleć czuć lubić woleć znać widzieć słyszeć próbować zacząć zaczynać kończyć móc musieć
  chcieć mieć być bywać umieć potrafić trzeba należeć radzić poradzić dziać zdarzyć trafić udać znaleźć szukać dostać dostawać pomóc pomagać prosić poprosić
  potrzebować zwrócić zgłosić bać dzień noc rano wieczór południe rok miesiąc tydzień godzina minuta chwila czas raz dziś dzisiaj jutro wczoraj teraz zawsze nigdy często
  czasem wciąż ciągle znowu człowiek osoba rzecz coś ktoś nikt każdy sprawa problem kłopot pytanie dobry dobrze zły źle duży mały wielki nowy różny cały inny sam
  jeden dwa trzy cztery pięć kilka parę dużo mało bardziej więcej mniej prawie około właśnie może nawet dopiero potem przedtem tutaj stamtąd głowa
  poniedziałek wtorek środa czwartek piątek sobota niedziela styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
  ulica kima boja dziękować przepraszać pozdrawiać zawracać przeszkadzać witać`.split(/\s+/),
);

/** The same in other languages of the portal, and forms that dictionaries read as other words. */
const FORMS: ReadonlySet<string> = new Set(
  `ul nr al os kim kims boje bede has have had do does did can cannot how where what when who why from to in on by get got if so not no yes there here go know
  want like just some any all been be was were will would could should about into than then them they i help hello hi thanks thank sorry
  де коли чому який яка яке які чи можна можу треба дуже дякую вибачте день добрий я ти не у в з і о що це цей ця там тут дайте
  где когда почему какой какая какие можно могу надо нужно нужна нужен очень спасибо пожалуйста я ты мы вы он она они не у в с и о что это этот эта там тут как для у меня
  нет есть був була було`
    .split(/\s+/)
    .map(fold),
);

/** A date or a part of an address: it tells neither what services are like nor what somebody needs. */
const CALENDAR: ReadonlySet<string> = new Set(
  `poniedziałek wtorek środa czwartek piątek sobota niedziela styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
  dzień rok miesiąc tydzień godzina minuta ulica`.split(/\s+/),
);
/** Near everything that is offered: met in a description, it tells nobody why. */
const NO_REASON: ReadonlySet<string> = new Set([
  'dom',
  'mama',
  'mąż',
  'żona',
  'tata',
  'syn',
  'córka',
  'ojciec',
  'matka',
  'pomoc',
  'opiekować',
]);

/** Whether a word is no sign of a need either: people need something on any day, in any street, and ask so of anything. */
export function isBesideTheNeed(word: string, polish: PolishWords): boolean {
  if (FORMS.has(fold(word))) return true;
  const { exact, loose } = polish.lemmasOf(word);
  const lemmas = exact.length > 0 ? exact : loose;
  return lemmas.length > 0 && lemmas.every((lemma) => CALENDAR.has(lemma));
}

/**
 * Whether a word tells nothing of what somebody needs, in whatever reading.
 * @param word in lower case, accents as typed
 */
export function saysLittle(word: string, polish: PolishWords): boolean {
  if (FORMS.has(fold(word))) return true;
  const { exact, loose } = polish.lemmasOf(word);
  // Without its accents a word is likelier what everybody says than what few do.
  return exact.length > 0 ? exact.every((lemma) => BASE_FORMS.has(lemma)) : loose.some((lemma) => BASE_FORMS.has(lemma));
}

/** Whether a word may be one that tells nothing by itself: then it is no reason to give, even if it looks like another. */
export function maySayLittle(word: string, polish: PolishWords): boolean {
  if (FORMS.has(fold(word))) return true;
  const { exact, loose } = polish.lemmasOf(word);
  return [...exact, ...loose].some((lemma) => BASE_FORMS.has(lemma) || NO_REASON.has(lemma));
}

/** Whether a word of another language only joins others. */
export const isJoiningElsewhere = (folded: string): boolean => FORMS.has(folded);

/** After these "mamy" is the mother, else we have something. */
const BEFORE_MOTHER =
  /^(?:dla|do|od|u|bez|kolo|obok|wokol|oprocz|zamiast|moj\w*|swoj\w*|nasz\w*|jej|jego|opiek\w*|choroba|zdrowie|stan|\w{2,}(?:ej|iej))$/;

/** Whether "mamy" is a form of "mieć" where it stands. */
export const isHave = (words: readonly string[], at: number): boolean => {
  if (words[at] !== 'mamy') return false;
  const before = words[at - 1];
  return before === undefined || !BEFORE_MOTHER.test(fold(before));
};
