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
