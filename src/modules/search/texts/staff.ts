import { defineTexts } from '#platform/i18n/index.ts';

export const searchStaffTexts = defineTexts('searchStaff', {
  pl: {
    nav: 'Czego nie znaleziono',
    title: 'Czego mieszkańcy szukali i nie znaleźli',
    lead: 'Podstawowe formy słów z wyszukiwań, które nic albo prawie nic nie dały. Nie zapisujemy, kto szukał ani dokładnych zdań. Pokazujemy tylko to, czego szukano co najmniej trzy razy.',
    words: 'Słowa',
    times: 'Ile razy',
    last: 'Ostatnio',
    what: 'Co zrobić',
    see: 'Zobacz, co teraz znajdują',
    settle: 'Załatwione',
    settleWords: 'Załatwione: {{words}}',
    settled: 'Odłożone. Jeśli ktoś znów tego poszuka, wróci na listę.',
    empty: 'Nic tu nie ma',
    emptyText: 'Mieszkańcy znajdują to, czego szukają, albo szukali za rzadko, żeby to pokazać.',
    howTo: 'Możesz dopisać te słowa do usługi („jak mówią mieszkańcy”), dodać usługę albo odłożyć.',
    toServices: 'Przejdź do usług',
  },
});
