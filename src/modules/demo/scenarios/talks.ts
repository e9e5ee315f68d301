import type { Talk } from '../telling/assessment.ts';

/** Talks about needs, as the coordinators of the demonstration wrote them down. */
export const talks = {
  livesAlone: {
    wishes: 'Chcę mieszkać u siebie i sama decydować, co jem na obiad. Brakuje mi rozmowy.',
    resources: 'Dobra pamięć, lubi gotować. Sąsiadka zagląda w niedziele, syn dzwoni codziennie.',
    difficulty: 2,
    summary: 'Potrzebuje pomocy w zakupach, sprzątaniu i dojazdach do lekarza. Resztę robi bez pomocy.',
    coordinatedFor: 10,
  },
  caresForMother: {
    wishes: 'Raz w tygodniu chcę wyjść z domu na kilka godzin i nie bać się o mamę.',
    resources: 'Zna się na opiece, ma oparcie w siostrze. Sąsiedzi pomagają w zakupach.',
    difficulty: 3,
    summary: 'Opieka całą dobę od dwóch lat. Bez odpoczynku grozi przeciążenie.',
    risks: 'Przemęczenie opiekuna, mówi o bezsenności.',
    coordinatedFor: 12,
  },
  afterHospital: {
    wishes: 'Chcę znowu dojść na własnych nogach do sklepu.',
    resources: 'Silna wola, ćwiczy codziennie. Wnuk przychodzi po szkole.',
    difficulty: 3,
    summary: 'Po złamaniu biodra potrzebuje opieki w domu i dojazdów na rehabilitację przez kilka miesięcy.',
    risks: 'Upadki, śliski próg w łazience.',
    coordinatedFor: 6,
  },
  youngFamily: {
    wishes: 'Chcemy mniej się kłócić i spokojnie odrabiać lekcje.',
    resources: 'Rodzice chętnie rozmawiają, babcia mieszka obok.',
    difficulty: 1,
    summary: 'Wystarczą spotkania ze specjalistą przez kilka tygodni.',
    coordinatedFor: 2,
  },
  shortHelp: {
    wishes: 'Trzeba naprawić kran i zamocować poręcz, więcej mi nie potrzeba.',
    resources: 'Radzi sobie w domu, ma samochód.',
    difficulty: 1,
    summary: 'Jednorazowa pomoc w domu.',
  },
} as const satisfies Record<string, Talk>;
