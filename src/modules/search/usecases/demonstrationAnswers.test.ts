import { expect, test } from 'vitest';
import type { CentreScope } from '#platform/http/index.ts';
import { listShippedServices, putServices } from '#modules/catalogue/index.ts';
import { inTestCentre } from '#tests/support/database.ts';
import { searchServices } from './searchServices.ts';
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
