import type { Scenario } from './scenario.ts';

/** What the staff and a provider did with the records of services, so that their pages have something to show. */
export const cards: readonly Scenario[] = [
  {
    name: 'the meetings have new words, which nobody has translated yet',
    isOfCentre: true,
    isOfFirstCentre: true,
    began: 62,
    async tell(on) {
      await on(62).rewrites('meetings', {
        scope:
          'Dzień wśród ludzi: śniadanie i obiad, gimnastyka, zajęcia, odpoczynek.\nW piątki śpiewamy. W razie potrzeby dowozimy busem.',
      });
      await on(61).rewrites('meetings', { waitTime: 'Zwykle od dwóch do czterech tygodni.' });
    },
  },
  {
    name: 'a provider takes two services over and proposes changes',
    isOfCentre: true,
    isOfFirstCentre: true,
    began: 50,
    async tell(on) {
      await on(50).takesOver('respite');
      await on(50).takesOver('repairs');
      await on(2).proposes(
        'repairs',
        {
          scope:
            'Drobne naprawy do dwóch godzin: kran, zamek, gniazdko, próg, uchwyt w łazience, czujka czadu; materiały kupuje mieszkaniec.',
          feeText: '12 zł za wizytę; materiały kupuje mieszkaniec.',
          phone: '+48 000 000 101',
        },
        'Od przyszłego miesiąca zmieniamy cenę. Prosimy o sprawdzenie.',
      );
    },
  },
  {
    name: 'two cards are due for a look, and some searches found nothing',
    isOfCentre: true,
    isOfFirstCentre: true,
    began: 40,
    async tell(on) {
      await on(40).isReviewedEvery('family', 3);
      await on(40).isReviewedEvery('psychologist', 2);
      await on(6).areSearchedInVain({ 'nauka pływania': 7, 'przedszkole dla dziecka': 5, 'spacery z psem': 4 });
      await on(1).areSearchedInVain({ 'nauka pływania': 2, 'wymiana pieca': 6 });
    },
  },
  {
    name: 'a card is begun again by mistake',
    isOfCentre: true,
    isOfFirstCentre: true,
    began: 12,
    async tell(on) {
      await on(12).isBegunAgain('speech', 'Logopeda po udarze i dla dzieci');
    },
  },
];
