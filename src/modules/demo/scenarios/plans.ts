import type { PlanStory } from '../telling/plans.ts';
import type { Scenario } from './scenario.ts';
import { talks } from './talks.ts';

const atHome: PlanStory = {
  need: 'Pomoc w zakupach, sprzątaniu i drodze do lekarza',
  goal: 'Mieszkać u siebie i mieć codziennie ciepły posiłek',
  measure: 'Pełna lodówka i opłacone w terminie rachunki',
  action: 'Zakupy, sprzątanie, wspólne gotowanie',
  neighbours: 'Sąsiadka zagląda w niedziele',
};
const onOwnFeet: PlanStory = {
  need: 'Opieka po złamaniu biodra i dojazdy na rehabilitację',
  goal: 'Dojść bez pomocy do sklepu za rogiem',
  measure: 'Spacer trzysta metrów bez odpoczynku',
  action: 'Ćwiczenia w domu, przejazdy na rehabilitację',
  neighbours: 'Wnuk wychodzi na spacer po szkole',
};

/** Cases between the decision about services and the first order. */
export const plans: readonly Scenario[] = [
  {
    name: 'services without a plan wait for a coordinator to say so',
    isOfFirstCentre: true,
    began: 18,
    async tell(on) {
      await on(18).asks(['psychologist'], { channel: 'inPerson' });
      await on(16).arrangesTalk('centre', 3);
      await on(13).assesses(talks.youngFamily);
      await on(11).qualifiesFor('psychologist');
    },
  },
  {
    name: 'a plan is due in four days and nobody has begun it',
    began: 26,
    async tell(on) {
      await on(26).asks(['care', 'rides']);
      await on(24).findsCoordinator();
      await on(23).arrangesTalk('whereThePersonStays', 4);
      await on(19).assesses(talks.livesAlone);
      await on(15).qualifiesFor('care', 'rides');
      await on(13).decidesCoordination(10);
    },
  },
  {
    name: 'a plan is half written and late',
    isOfFirstCentre: true,
    began: 37,
    async tell(on) {
      await on(37).asks(['care']);
      await on(35).arrangesTalk('whereThePersonStays', 5);
      await on(30).assesses(talks.afterHospital);
      await on(27).qualifiesFor('care');
      await on(25).decidesCoordination(6);
      await on(20).startsPlan(6);
    },
  },
  {
    name: 'a plan waits for the resident to read it',
    began: 24,
    async tell(on) {
      await on(24).asks(['care', 'rides'], { channel: 'online' });
      await on(22).arrangesTalk('whereThePersonStays', 3);
      await on(19).assesses(talks.afterHospital);
      await on(16).qualifiesFor('care', 'rides');
      await on(14).decidesCoordination(6);
      await on(5).writesPlan(6, onOwnFeet);
    },
  },
  {
    name: 'the resident did not agree and the plan is written anew',
    isOfFirstCentre: true,
    began: 28,
    async tell(on) {
      await on(28).asks(['care']);
      await on(26).arrangesTalk('whereThePersonStays', 3);
      await on(23).assesses(talks.livesAlone);
      await on(20).qualifiesFor('care');
      await on(18).decidesCoordination(10);
      await on(12).writesPlan(10, atHome);
      await on(9).declinesPlan('Wolę pomoc po południu, rano śpię.');
    },
  },
  {
    name: 'a plan waits for approval',
    began: 27,
    async tell(on) {
      await on(27).asks(['care', 'rides']);
      await on(26).arrangesTalk('whereThePersonStays', 4);
      await on(22).assesses(talks.livesAlone);
      await on(18).qualifiesFor('care', 'rides');
      await on(16).decidesCoordination(12);
      await on(9).writesPlan(12, atHome);
      await on(2).agreesToPlan();
    },
  },
  {
    name: 'the director returned a plan and it was mended',
    isOfFirstCentre: true,
    began: 32,
    async tell(on) {
      await on(32).asks(['respite']);
      await on(30).arrangesTalk('whereThePersonStays', 4);
      await on(26).assesses(talks.caresForMother);
      await on(23).qualifiesFor('respite');
      await on(21).decidesCoordination(12);
      await on(14).writesPlan(12, { ...atHome, need: 'Odpoczynek opiekunki', goal: 'Raz w tygodniu kilka godzin dla siebie' });
      await on(10).agreesToPlan();
      await on(8).returnsPlan('Proszę dopisać, kto zastąpi opiekunkę w święta.');
    },
  },
  {
    name: 'an approved plan waits for orders',
    began: 29,
    async tell(on) {
      await on(29).asks(['care', 'rides']);
      await on(28).arrangesTalk('whereThePersonStays', 3);
      await on(25).assesses(talks.afterHospital);
      await on(21).qualifiesFor('care', 'rides');
      await on(19).decidesCoordination(6);
      await on(12).writesPlan(6, onOwnFeet);
      await on(7).agreesToPlan();
      await on(3).approvesPlan();
    },
  },
];

export const planStories = { atHome, onOwnFeet };
