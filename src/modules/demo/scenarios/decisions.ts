import type { ServiceKey } from '../telling/setting.ts';
import type { Acts } from '../telling/story.ts';
import type { Scenario } from './scenario.ts';
import { talks } from './talks.ts';

async function isAssessed(on: (daysAgo: number) => Acts, began: number, services: readonly ServiceKey[]): Promise<void> {
  await on(began).asks(services);
  await on(began - 2).arrangesTalk('whereThePersonStays', 3);
  await on(began - 5).assesses(talks.livesAlone);
}

/** Cases decided with too few places, and refusals on their way. */
export const decisions: readonly Scenario[] = [
  {
    name: 'the meetings have two places',
    isOfCentre: true,
    began: 400,
    async tell(on) {
      await on(400).hasPlaces('meetings', 2);
    },
  },
  {
    name: 'the first place at the meetings is taken',
    began: 150,
    async tell(on) {
      await isAssessed(on, 150, ['meetings']);
      await on(143).qualifiesFor('meetings');
      await on(142).decidesCoordination(2);
      await on(141).orders('meetings', { amount: 8 });
      await on(139).isAccepted('meetings');
      for (const day of [130, 100, 70, 40, 12]) await on(day).delivers('meetings', { minutes: 180 });
    },
  },
  {
    name: 'the second place at the meetings is taken',
    began: 145,
    async tell(on) {
      await isAssessed(on, 145, ['meetings']);
      await on(138).qualifiesFor('meetings');
      await on(137).decidesCoordination(2);
      await on(136).orders('meetings', { amount: 8 });
      await on(134).isAccepted('meetings');
      for (const day of [125, 100, 70, 40, 12]) await on(day).delivers('meetings', { minutes: 180 });
    },
  },
  {
    name: 'first on the reserve list of the meetings',
    began: 66,
    async tell(on) {
      await isAssessed(on, 66, ['meetings']);
      await on(58).waitsFor('meetings');
    },
  },
  {
    name: 'second on the reserve list of the meetings, with care already given',
    began: 52,
    async tell(on) {
      await isAssessed(on, 52, ['meetings', 'care']);
      await on(45).waitsFor('meetings');
      await on(44).qualifiesFor('care');
    },
  },
  {
    name: 'third on the reserve list of the meetings',
    isOfFirstCentre: true,
    began: 30,
    async tell(on) {
      await isAssessed(on, 30, ['meetings']);
      await on(22).waitsFor('meetings');
    },
  },
  {
    name: 'a refusal waits for a signature',
    began: 21,
    async tell(on) {
      await isAssessed(on, 21, ['respite']);
      await on(10).isToBeRefused('respite', 'conditionsNotMet', 'Osoba, której dotyczy wniosek, nie wymaga stałej opieki.');
    },
  },
  {
    name: 'the director sent a refusal back',
    isOfFirstCentre: true,
    began: 23,
    async tell(on) {
      await isAssessed(on, 23, ['rides']);
      await on(14).isToBeRefused('rides', 'notEntitled', 'Program jest dla osób z orzeczeniem.');
      await on(12).sendsRefusalBack('rides', 'Jest zaświadczenie od lekarza. Proszę sprawdzić uchwałę i ocenić jeszcze raz.');
    },
  },
  {
    name: 'a signed refusal waits for delivery',
    began: 34,
    async tell(on) {
      await isAssessed(on, 34, ['repairs']);
      await on(20).isToBeRefused('repairs', 'outsideProgramme', 'Remont łazienki przekracza zakres programu.');
      await on(8).signsRefusal('repairs');
    },
  },
  {
    name: 'a delivered refusal may still be appealed',
    isOfFirstCentre: true,
    began: 39,
    async tell(on) {
      await isAssessed(on, 39, ['care']);
      await on(26).isToBeRefused('care', 'notResident', 'Wniosek dotyczy mieszkania w sąsiedniej gminie.');
      await on(20).signsRefusal('care');
      await on(8).deliversRefusal('care');
    },
  },
  {
    name: 'one service refused, another given',
    isOfFirstCentre: true,
    began: 75,
    async tell(on) {
      await isAssessed(on, 75, ['care', 'respite']);
      await on(66).isToBeRefused('respite', 'conditionsNotMet', 'Nikt z domowników nie sprawuje stałej opieki.');
      await on(64).qualifiesFor('care');
      await on(60).signsRefusal('respite');
      await on(52).deliversRefusal('respite');
    },
  },
  {
    name: 'a third place at the meetings can be offered',
    isOfCentre: true,
    began: -1,
    async tell(on) {
      await on(1).hasPlaces('meetings', 3);
    },
  },
];
