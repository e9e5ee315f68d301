import { expect, test } from 'vitest';
import type { CentreScope } from '#platform/http/index.ts';
import { listShippedServices, putServices } from '#modules/catalogue/index.ts';
import { inTestCentre } from '#tests/support/database.ts';
import { browseServices, searchServices, type Browsed } from './searchServices.ts';
import { servicesForNeed } from './servicesForNeed.ts';

const now = Temporal.Instant.from('2026-03-09T09:00:00Z');
const inDemonstration = (work: (scope: CentreScope) => Promise<void>) =>
  inTestCentre(
    async (scope) => {
      await putServices(scope, listShippedServices('solec-kujawski'));
      await work(scope);
    },
    { now },
  );

test('situations of life lead to services of the demonstration that help', () =>
  inDemonstration(async (scope) => {
    for (const [need, ...wanted] of [
      ['komornik', 'doradca-do-spraw-dlugow', 'porady-prawne-i-obywatelskie'],
      ['nie-wiem-dokad', 'pierwsza-rozmowa'],
      ['brak-dochodu', 'pierwsza-rozmowa'],
    ] as const) {
      const { first } = await servicesForNeed(scope, need);
      expect([need, ...first.slice(0, 4).map(({ slug }) => slug)]).toEqual(expect.arrayContaining([need, ...wanted]));
    }
  }));

test('what residents write finds it first', () =>
  inDemonstration(async (scope) => {
    for (const [words, wanted] of [
      ['mam długi', 'doradca-do-spraw-dlugow'],
      ['klub seniora', 'klub-seniora-zlota-godzina'],
      ['psycholog dla dziecka', 'psycholog-dla-dzieci-i-mlodziezy'],
      ['nie mam gdzie spać', 'nocleg-i-schronienie'],
      ['bezpłatny prawnik', 'porady-prawne-i-obywatelskie'],
    ] as const) {
      const [found] = await searchServices(scope, words);
      expect([words, found?.service.slug]).toEqual([words, wanted]);
    }
    const food = (await searchServices(scope, 'nie mam na jedzenie')).slice(0, 2).map(({ service }) => service.slug);
    expect(food.toSorted()).toEqual(['obiady-na-miejscu-i-z-dowozem', 'paczki-zywnosciowe']);
  }));

const browse = (scope: CentreScope, words: string): Promise<Browsed> =>
  browseServices(scope, { words, narrowing: {}, place: '', radiusKm: 10, sort: 'relevance' });
const slugsOf = ({ hits }: Browsed) => hits.map(({ service }) => service.slug);

test('words that are nobody’s need find nothing, name nothing and offer nothing', () =>
  inDemonstration(async (scope) => {
    for (const words of ['pizza', '<script>alert(1)</script>', 'SELECT * FROM users WHERE 1=1', 'ul. 23 Stycznia 7', 'qwerty zxcvb']) {
      const found = await browse(scope, words);
      expect([words, slugsOf(found), found.choices.map(({ name }) => name), found.isWeak]).toEqual([words, [], [], true]);
    }
  }));

test('words around a need weigh nothing', () =>
  inDemonstration(async (scope) => {
    const polite = await browse(
      scope,
      'Dzień dobry, przepraszam że zawracam głowę, mąż miał udar, nie może chodzić i trzeba go myć, wychodzi ze szpitala w piątek i nie wiem co mam robić',
    );
    expect(slugsOf(polite)[0]).toBe('uslugi-opiekuncze-w-domu');
    const typed = polite.hits.flatMap(({ matches }) => matches.map((match) => match.typed));
    expect(typed.filter((words) => /dzie|wiem|robi|g[łl]ow/.test(words))).toEqual([]);
  }));

test('who thinks of dying finds those who help, with accents and without', () =>
  inDemonstration(async (scope) => {
    const helping = ['interwencja-kryzysowa', 'psycholog-dla-doroslych-i-dla-par', 'psycholog-dla-dzieci-i-mlodziezy'];
    for (const words of ['mam myśli samobójcze', 'nie chce mi sie zyc', 'nie chce mi się żyć']) {
      const found = await browse(scope, words);
      expect([words, slugsOf(found).slice(0, 3).toSorted()]).toEqual([words, helping.toSorted()]);
      expect([words, ...slugsOf(found)]).not.toEqual(expect.arrayContaining(['gimnastyka-i-marsze-z-kijkami']));
    }
  }));

test('what residents write in other languages finds the same', () =>
  inDemonstration(async (scope) => {
    for (const [words, wanted, never] of [
      ['I am deaf and need an interpreter', 'asystent-osobisty-osoby-z-niepelnosprawnoscia', 'klub-nowy-start'],
      ['my mother has dementia and I need a break', 'opieka-wytchnieniowa', 'klub-nowy-start'],
      ['потрібна допомога з дитиною яка не говорить', 'logopeda-dla-dzieci-i-po-udarze', 'nocleg-i-schronienie'],
      ['я не розумію польські документи', 'porady-prawne-i-obywatelskie', 'pomoc-sasiedzka'],
      ['где найти психолога для ребенка', 'psycholog-dla-dzieci-i-mlodziezy', 'paczki-zywnosciowe'],
      ['у меня нет денег на еду', 'paczki-zywnosciowe', 'klub-nowy-start'],
    ] as const) {
      const found = slugsOf(await browse(scope, words));
      expect([words, found[0], found.includes(never)]).toEqual([words, wanted, false]);
    }
  }));

test('services that help in anything stand behind those that help in just this', () =>
  inDemonstration(async (scope) => {
    for (const [words, wanted] of [
      ['dziecko autystyczne i nie mam z kim go zostawić w wakacje', 'opieka-wytchnieniowa'],
      ['chce pogadac z kimś bo jestem sam', 'pomoc-sasiedzka'],
      ['nie mam na leki', 'pierwsza-rozmowa'],
      ['mam 16 lat i jestem w ciąży', 'pierwsze-miesiace-z-dzieckiem'],
    ] as const) {
      const found = slugsOf(await browse(scope, words));
      expect([words, found.slice(0, 2).includes(wanted), found.slice(0, 2).includes('klub-nowy-start')]).toEqual([words, true, false]);
    }
    const offered = (await browse(scope, 'nie mam na leki')).read.needs[0]?.need.name;
    expect(offered).toBe('Nie mam pieniędzy na leki');
  }));

test('reasons are parts of what was written that stand together and say something', () =>
  inDemonstration(async (scope) => {
    const reasons = async (words: string) =>
      (await browse(scope, words)).hits.flatMap(({ matches }) =>
        matches.map(({ typed, found, kind }) => (kind === 'spelling' ? found : typed)),
      );
    expect(await reasons('nie mamy nic')).not.toContain('mamy');
    expect(await reasons('opieka dla mamy')).toContain('opieka dla mamy');
    expect((await reasons('sąsiadka z dołu ma depresję')).filter((words) => words.includes('dołu'))).toEqual([]);
    const outOfPrison = await reasons('wyszedłem z więźenia nie wiem co robic');
    expect(outOfPrison).toContain('więzienie');
    expect(outOfPrison.filter((words) => /wiedzie|wiem|robic/.test(words))).toEqual([]);
    for (const words of ['boje sie wracac do domu', 'co robic na emeryturze', 'нет денег на еду'])
      expect((await reasons(words)).filter((word) => ['boje', 'domu', 'robic', 'нет'].includes(word))).toEqual([]);
  }));
