/** Words printed in documents; Polish, the language of administrative letters. */
export const documentsPl = {
  program: 'program Okienko',
  staff: 'pracownik centrum',
  free: 'bezpłatnie',
  programme: 'Program usług społecznych',
  noDecision: 'Zakwalifikowanie do usług następuje bez wydania decyzji administracyjnej.',
  act: 'ustawa z dnia 19 lipca 2019 r. o realizowaniu usług społecznych przez centrum usług społecznych',
  code: 'Kodeks postępowania administracyjnego',
  cardTitle: 'Karta kwalifikacji {{number}}: {{service}}',
  placeTitle: 'Informacja o miejscu na liście rezerwowej: {{service}}',
  decisionTitle: 'Decyzja {{number}} o odmowie: {{service}}',
  authority: 'Dyrektor centrum usług społecznych',
  appealBody: 'samorządowe kolegium odwoławcze',
  file: 'aa',
  represented: {
    statutoryRepresentative: 'przedstawiciel ustawowy: {{name}}',
    actualCarer: 'opiekun faktyczny: {{name}}',
  },
  notMetList: 'Nie są spełnione warunki: {{list}}.',
  legalReason: {
    conditionsNotMet:
      'Z usługi mogą skorzystać osoby, które spełniają wszystkie warunki programu. Co najmniej jeden z nich nie jest spełniony.',
    outsideProgramme: 'Usługa, o którą chodzi we wniosku, wykracza poza program usług społecznych.',
    notEntitled: 'Wniosku nie złożyła osoba, która może go złożyć.',
    notResident: 'Z usług programu mogą skorzystać mieszkańcy gminy, dla której działa centrum. Ten warunek nie jest spełniony.',
    programmeEnded: 'Program, w którym centrum prowadziło tę usługę, nie obowiązuje.',
    other: 'Rozstrzygnięcie wynika z okoliczności opisanych wyżej.',
  },
};
