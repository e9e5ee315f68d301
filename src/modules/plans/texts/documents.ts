export const documents = {
  planTitle: 'Indywidualny plan usług społecznych, wersja {{version}}',
  summaryTitle: 'Opis przebiegu i rezultatów planu',
  notGiven: 'nie podano',
  unnamed: 'przedstawiciel',
  coordinator: 'koordynator planu',
  blankLine: '………………………',
  capacity: { self: 'osoba, której dotyczy plan', statutoryRepresentative: 'przedstawiciel ustawowy', actualCarer: 'opiekun faktyczny' },
  consent: {
    together: 'Plan powstał wspólnie ze mną. Rozumiem go i zgadzam się na niego.',
    change: 'Wiem, że mogę w każdej chwili poprosić o zmianę planu albo z niego zrezygnować.',
  },
  function: {
    director: 'Dyrektor Centrum Usług Społecznych',
    serviceOrganiser: 'Organizator usług społecznych z upoważnienia dyrektora',
  },
};
