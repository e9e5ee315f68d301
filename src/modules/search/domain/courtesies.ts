import { fold, isStopWord, LONGEST_WORD, shapeOf } from './tokens.ts';

/** What people say around what they need, to be polite or because it is hard to ask: by the first word, the longest first. */
const COURTESIES: ReadonlyMap<string, readonly (readonly string[])[]> = Map.groupBy(
  `
dzień dobry|dobry wieczór|dobry dzień|witam|witam serdecznie|witam państwa|cześć|hej|szanowni państwo|szanowna pani|szanowny panie|drodzy państwo
przepraszam|przepraszam bardzo|bardzo przepraszam|przepraszam że zawracam głowę|przepraszam że zawracam państwu głowę|nie chcę zawracać głowy|zawracam głowę|przepraszam że przeszkadzam|przepraszam za kłopot
proszę|bardzo proszę|uprzejmie proszę|proszę o pomoc|bardzo proszę o pomoc|proszę o radę|proszę o informację|proszę mi powiedzieć|proszę powiedzieć|proszę mi pomóc|pomóżcie proszę|błagam o pomoc
czy moglibyście|czy moglibyście mi pomóc|czy możecie mi pomóc|czy mogą państwo pomóc|czy może mi ktoś pomóc|czy ktoś może mi pomóc|czy mogłaby pani|czy mógłby pan|mógłby mi ktoś pomóc
mam pytanie|mam takie pytanie|mam taką sprawę|mam taki problem|mam do państwa pytanie|chciałam zapytać|chciałem zapytać|chciałabym zapytać|chciałbym zapytać|chciałam się zapytać|chciałabym się dowiedzieć|chciałbym się dowiedzieć|chciałam się dowiedzieć
dziękuję|dziękuję bardzo|bardzo dziękuję|dziękuję z góry|z góry dziękuję|z góry dzięki|dzięki|dziękuję za pomoc|dziękuję za odpowiedź|pozdrawiam|pozdrawiam serdecznie|z poważaniem|miłego dnia|z wyrazami szacunku
nie wiem co robić|nie wiem co mam robić|nie wiem już co robić|nie wiem co mam już robić|nie wiem co dalej|nie wiem jak to zrobić|nie wiem do kogo się zwrócić|nie wiem do kogo mam się zwrócić|nie wiem gdzie się zwrócić|nie wiem gdzie szukać pomocy|nie wiem od czego zacząć|co robić|co mam robić|co mam zrobić|co zrobić|gdzie się zgłosić|gdzie mam się zgłosić|do kogo się zwrócić|gdzie szukać pomocy
hello|hi|good morning|good afternoon|good evening|dear sir or madam|please|thank you|thank you very much|thanks|sorry to bother you|i am sorry to bother you|excuse me|could you help me|can you help me|could you please help|i would like to ask|i need help with|need help with|i do not know what to do|i don't know what to do|kind regards|best regards
добрий день|доброго дня|добрий вечір|вітаю|будь ласка|дякую|щиро дякую|вибачте|перепрошую|вибачте за турботу|скажіть|підкажіть|підкажіть будь ласка|допоможіть будь ласка|потрібна допомога з|мені потрібна допомога з|я не знаю що робити|не знаю що робити
здравствуйте|добрый день|добрый вечер|пожалуйста|спасибо|большое спасибо|извините|извините за беспокойство|подскажите|подскажите пожалуйста|скажите|помогите пожалуйста|нужна помощь с|мне нужна помощь с|я не знаю что делать|не знаю что делать
`
    .trim()
    .split(/[\n|]/)
    .map((phrase) => phrase.split(/\s+/).map(foldedWord))
    .toSorted((a, b) => b.length - a.length),
  ([first = '']) => first,
);

/** Less than this is hardly a need: then the courtesies may be all there is. */
const LEFT_AT_LEAST = 1;
const WORD = /[\p{L}\p{N}]+(?:['’ʼ]\p{L}+)*/gu;

/** A text without greetings, thanks and excuses; as it is when they are all it says. */
function withoutCourtesies(text: string): string {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word: foldedWord(word), start: index, end: index + word.length }));
  const cuts: { readonly start: number; readonly end: number }[] = [];
  let left = 0;
  for (let at = 0; at < words.length; at++) {
    const first = words[at];
    const courtesy = COURTESIES.get(first?.word ?? '')?.find((phrase) => phrase.every((word, offset) => words[at + offset]?.word === word));
    const last = words[at + (courtesy?.length ?? 1) - 1];
    if (courtesy === undefined || first === undefined || last === undefined) {
      if (first !== undefined && !isStopWord(first.word)) left++;
      continue;
    }
    cuts.push({ start: first.start, end: last.end });
    at += courtesy.length - 1;
  }
  if (cuts.length === 0 || left < LEFT_AT_LEAST) return text;
  let kept = '';
  let from = 0;
  for (const { start, end } of cuts) {
    kept += `${text.slice(from, start)} `;
    from = end;
  }
  return kept + text.slice(from);
}

/** "Nie mam na leki": what there is none of is money, unless something else is said. */
const NOT_FOR =
  /(?<![\p{L}])(nie (?:mam|mamy|ma|starcza|wystarcza|starczy|wystarczy)(?: (?:mi|nam|jej|mu|już|juz|nawet|teraz)){0,2}) (?=na (?!kogo|kim|czym|co|to|nic|niego|nia|nią|nich|niej|oku|razie|pewno|sobie|stanie|myśli|mysli)\p{L})/giu;

const CANNOT_AFFORD = /(?<![\p{L}])(nie sta[ćc] (?:mnie|nas|jej|go|ich)(?: (?:już|juz|nawet))?) (?=na \p{L})/giu;

/** Who says "jestem sam" and no more is lonely; "sam" alone is said of anything. */
const ALONE =
  /(?<![\p{L}])(jestem (?:zupełnie |zupelnie |całkiem |calkiem |ciągle |ciagle )?(?:sam|sama))(?=$|\s*[,.!?;]| i | od | jak )/giu;

/** A text as if it had been written without courtesies and with nothing left to guess. */
export const inPlainWords = (text: string): string =>
  withoutCourtesies(text)
    .replace(NOT_FOR, '$1 pieniędzy ')
    .replace(CANNOT_AFFORD, '$1, nie mam pieniędzy ')
    .replace(ALONE, (said) => `${said}, ${said.endsWith('a') ? 'samotna' : 'samotny'}`);

function foldedWord(word: string): string {
  const plain = word.toLowerCase().replace(/['’ʼ]/gu, '');
  return plain.length <= LONGEST_WORD ? shapeOf(plain).folded : fold(plain);
}
