import { getsPlan } from './planned.ts';
import type { Scenario } from './scenario.ts';
import { talks } from './talks.ts';

/** Cases that are over, or about to be. */
export const endings: readonly Scenario[] = [
  {
    name: 'a plan is summed up and the case is to be closed',
    began: 210,
    async tell(on) {
      await getsPlan(on, 210, ['care'], { months: 6 });
      await on(186).orders('care', { amount: 8 });
      await on(184).isAccepted('care');
      for (const day of [175, 150, 125, 100, 75, 50, 25]) await on(day).delivers('care');
      await on(6).isCompleted('care');
      await on(4).sumsUp(
        'Przez pół roku opiekunka przychodziła dwa razy w tygodniu. Bez przerw.',
        'Jestem silniejsza i wiem, gdzie dzwonić.',
      );
    },
  },
  {
    name: 'everything was reached and the case is closed',
    began: 240,
    async tell(on) {
      await getsPlan(on, 240, ['care'], { months: 6 });
      await on(215).orders('care', { amount: 8 });
      await on(212).isAccepted('care');
      for (const day of [205, 180, 155, 130, 105, 80, 55]) await on(day).delivers('care');
      await on(34).isCompleted('care');
      await on(32).sumsUp('Usługi trwały pół roku i zakończyły się zgodnie z planem.', 'Dziękuję, teraz dam radę.');
      await on(28).closes('done', 'Cele planu osiągnięte.', 'director');
    },
  },
  {
    name: 'somebody moved to another gmina',
    began: 90,
    async tell(on) {
      await getsPlan(on, 90, ['care']);
      await on(65).orders('care');
      await on(62).isAccepted('care');
      for (const day of [57, 50, 43]) await on(day).delivers('care');
      await on(38).closes('moved', 'Przeprowadzka do córki w innym województwie.');
    },
  },
  {
    name: 'somebody died',
    began: 85,
    async tell(on) {
      await getsPlan(on, 85, ['care', 'rides'], { talk: talks.afterHospital });
      await on(60).orders('care');
      await on(58).isAccepted('care');
      for (const day of [54, 47]) await on(day).delivers('care');
      await on(41).closes('died', 'Zawiadomiła rodzina.');
    },
  },
  {
    name: 'all sessions of the programme were used',
    began: 120,
    async tell(on) {
      await on(120).asks(['psychologist'], { channel: 'phone' });
      await on(118).arrangesTalk('centre', 3);
      await on(115).assesses(talks.youngFamily);
      await on(112).qualifiesFor('psychologist');
      await on(111).decidesCoordination(2);
      await on(110).orders('psychologist', { amount: 4, months: 2 });
      await on(108).isAccepted('psychologist');
      for (const day of [103, 96, 89, 82, 75, 68]) await on(day).delivers('psychologist', { minutes: 50 });
      await on(60).closes('limit', 'Wykorzystano wszystkie spotkania przewidziane w programie.');
    },
  },
];
