import { targetGroups } from '#modules/catalogue/index.ts';
import type { RuleWords } from '../domain/ruleWords.ts';

/** The words in which centres write rules. */
export const ruleWords: RuleWords = {
  heads: {
    residesInArea: 'mieszka w gminie',
    livesAlone: 'mieszka samotnie',
    age: 'wiek',
    disability: 'stopień niepełnosprawności',
    household: 'osób w domu',
    circumstance: 'sytuacja',
    targetGroup: 'grupa',
    income: 'dochód na osobę',
    document: 'dokument',
    inWords: 'pracownik sprawdza',
  },
  groups: {
    allOf: ['wszystkie z', 'wszystkie z tych'],
    anyOf: ['jedno z', 'jedno z tych', 'co najmniej jedno z'],
    noneOf: ['żadne z', 'żadne z tych', 'wykluczone'],
    exception: ['wyjątek', 'chyba że'],
  },
  from: 'od',
  to: 'do',
  or: 'lub',
  years: ['lat', 'roku', 'rok', 'lata'],
  persons: ['osób', 'osoby', 'osoba'],
  zloty: ['zł', 'pln'],
  criterion: ['kryterium', 'kryterium dochodowego'],
  degrees: { severe: 'znaczny', moderate: 'umiarkowany', light: 'lekki', none: 'brak' },
  circumstances: {
    carer: 'opiekuje się bliską osobą',
    parent: 'wychowuje dziecko',
    singleParent: 'samotny rodzic',
    largeFamily: 'rodzina wielodzietna',
    pregnant: 'ciąża',
    pupil: 'uczy się',
    unemployed: 'bez pracy',
    retired: 'na emeryturze albo rencie',
    homeless: 'kryzys bezdomności',
    violence: 'doznaje przemocy',
    addiction: 'uzależnienie',
    foreigner: 'cudzoziemiec',
    leavingCare: 'wychowanek pieczy zastępczej',
    afterPrison: 'po zakładzie karnym',
  },
  targetGroups: Object.fromEntries(targetGroups.map(({ code, name }) => [code, name.pl])),
};
