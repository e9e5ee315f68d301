import { getsPlan } from './planned.ts';
import { planStories } from './plans.ts';
import type { Scenario } from './scenario.ts';
import { talks } from './talks.ts';

/** Cases whose services are ordered, answered, delivered, paused. */
export const deliveries: readonly Scenario[] = [
  {
    name: 'an order waits for an answer',
    began: 31,
    async tell(on) {
      await getsPlan(on, 31, ['care']);
      await on(2).orders('care');
    },
  },
  {
    name: 'an order sent by a link has one day left',
    isOfFirstCentre: true,
    began: 33,
    async tell(on) {
      await getsPlan(on, 33, ['rides']);
      await on(7).orders('rides', { amount: 8, fromSecond: true });
    },
  },
  {
    name: 'nobody answered an order in time',
    began: 41,
    async tell(on) {
      await getsPlan(on, 41, ['rides']);
      await on(14).orders('rides', { amount: 6, fromSecond: true });
      await on(4).timeForAnsweringPasses();
    },
  },
  {
    name: 'a provider has no room and rejected an order',
    began: 38,
    async tell(on) {
      await getsPlan(on, 38, ['care']);
      await on(9).orders('care', { amount: 20 });
      await on(6).isRejected('care', { code: 'noCapacity', inOwnWords: 'W tym miesiącu brakuje nam dwóch opiekunek.' });
    },
  },
  {
    name: 'an accepted order is about to begin',
    isOfFirstCentre: true,
    began: 35,
    async tell(on) {
      await getsPlan(on, 35, ['care', 'rides'], { months: 6, talk: talks.afterHospital, plan: planStories.onOwnFeet });
      await on(6).orders('care');
      await on(6).orders('rides', { amount: 8 });
      await on(4).isAccepted('care');
      await on(3).isAccepted('rides');
    },
  },
  {
    name: 'care at home goes on for the third month',
    began: 110,
    async tell(on) {
      await getsPlan(on, 110, ['care']);
      await on(86).orders('care');
      await on(83).isAccepted('care');
      for (const day of [78, 74, 71, 67, 60, 53, 46, 43, 39, 36, 32, 29, 25, 22, 18, 15, 11, 8, 4, 1]) await on(day).delivers('care');
      await on(50).looksIn('visit', 'Opiekunka i pani rozmawiają po imieniu. W domu czysto, lodówka pełna.', 60);
    },
  },
  {
    name: 'care and rides, and a look in that is late',
    isOfFirstCentre: true,
    began: 95,
    async tell(on) {
      await getsPlan(on, 95, ['care', 'rides'], { months: 6, talk: talks.afterHospital, plan: planStories.onOwnFeet });
      await on(70).orders('care');
      await on(70).orders('rides', { amount: 10 });
      await on(67).isAccepted('care');
      await on(66).isAccepted('rides');
      for (const day of [62, 55, 48, 41, 34, 27, 20, 13, 6]) {
        await on(day).delivers('care', { minutes: 150 });
        await on(day - 1).delivers('rides', { minutes: 40 });
      }
      await on(44).looksIn('phone', 'Rehabilitacja idzie dobrze, kierowca zawsze na czas.', 35);
    },
  },
  {
    name: 'respite whose last hours nobody has confirmed',
    isOfFirstCentre: true,
    began: 80,
    async tell(on) {
      await getsPlan(on, 80, ['respite'], { talk: talks.caresForMother });
      await on(55).orders('respite', { amount: 20 });
      await on(52).isAccepted('respite');
      for (const day of [47, 40, 33, 26]) await on(day).delivers('respite', { minutes: 240 });
      for (const day of [19, 12, 5]) await on(day).delivers('respite', { minutes: 240, isConfirmed: false });
    },
  },
  {
    name: 'sessions with a psychologist, without a plan',
    began: 48,
    async tell(on) {
      await on(48).asks(['psychologist'], { channel: 'online', situation: 'Ciągle się kłócimy, a dzieci to słyszą.' });
      await on(46).arrangesTalk('centre', 4);
      await on(42).assesses(talks.youngFamily);
      await on(40).qualifiesFor('psychologist');
      await on(39).decidesCoordination(2);
      await on(38).orders('psychologist', { amount: 4, months: 2 });
      await on(36).isAccepted('psychologist');
      for (const day of [30, 23, 16, 9]) await on(day).delivers('psychologist', { minutes: 50 });
    },
  },
  {
    name: 'a plan is being changed because more help is needed',
    isOfFirstCentre: true,
    began: 130,
    async tell(on) {
      await getsPlan(on, 130, ['care']);
      await on(105).orders('care');
      await on(103).isAccepted('care');
      for (const day of [98, 91, 84, 77, 70, 63, 56, 49, 42, 35, 28, 21, 14, 7]) await on(day).delivers('care');
      await on(6).changesPlan('Po upadku potrzeba pomocy trzy razy w tygodniu.', 24);
    },
  },
  {
    name: 'services are paused during a stay in hospital',
    began: 100,
    async tell(on) {
      await getsPlan(on, 100, ['care'], { talk: talks.afterHospital, plan: planStories.onOwnFeet });
      await on(75).orders('care');
      await on(72).isAccepted('care');
      for (const day of [68, 61, 54, 47, 40, 33, 26]) await on(day).delivers('care');
      await on(10).pauses('hospital', 20, 'Planowy zabieg, powrót za trzy tygodnie.');
    },
  },
  {
    name: 'services went on after a pause',
    isOfFirstCentre: true,
    began: 140,
    async tell(on) {
      await getsPlan(on, 140, ['rides']);
      await on(115).orders('rides', { amount: 6 });
      await on(112).isAccepted('rides');
      for (const day of [105, 98, 91]) await on(day).delivers('rides', { minutes: 45 });
      await on(80).pauses('absence', 30, 'Pobyt u córki.');
      await on(52).goesOn('Powrót dwa dni przed czasem.');
      for (const day of [45, 31, 17, 3]) await on(day).delivers('rides', { minutes: 45 });
    },
  },
  {
    name: 'the provider closed last month',
    isOfCentre: true,
    began: -1,
    async tell(on) {
      await on(0).lastMonthIsClosed();
    },
  },
];
