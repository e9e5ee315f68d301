/**
 * Fields of a card that a column of a table can fill, in the order in which people are asked about them, and the headings
 * under which files have them: folded (small letters without marks, single spaces), ours first, then names of HSDS.
 */
export const TABLE_FIELDS = {
  name: ['nazwa', 'nazwa uslugi', 'usluga', 'tytul', 'name', 'service name', 'service'],
  nameAndScope: ['nazwa i zakres', 'nazwa i zakres uslugi', 'nazwa i opis'],
  id: ['id', 'identyfikator', 'nr uslugi', 'identyfikator uslugi', 'service id', 'external id'],
  summary: ['skrot', 'w skrocie', 'jedno zdanie', 'krotki opis', 'summary', 'short description'],
  scope: ['zakres', 'opis', 'opis uslugi', 'zakres uslugi', 'na czym polega', 'description'],
  areas: [
    'zakres wg ustawy',
    'zakres wedlug ustawy',
    'zakres wg ustawy z dnia 19 lipca 2019 r',
    'zakres ustawy',
    'obszar',
    'obszary',
    'areas',
  ],
  everydayNames: ['inne nazwy', 'nazwy potoczne', 'jak mowia na to mieszkancy', 'alternate name', 'alternative name'],
  keywords: ['slowa kluczowe', 'hasla', 'tagi', 'keywords', 'tags'],
  status: ['stan', 'status'],
  recipients: ['odbiorcy', 'odbiorcy uslugi', 'adresaci', 'dla kogo', 'eligibility description', 'eligibility'],
  targetGroups: ['grupy mieszkancow', 'grupy odbiorcow', 'grupy', 'target groups'],
  minimumAge: ['wiek od', 'wiek minimalny', 'od lat', 'minimum age'],
  maximumAge: ['wiek do', 'wiek maksymalny', 'do lat', 'maximum age'],
  qualification: ['tryb kwalifikowania', 'tryb kwalifikacji', 'kwalifikowanie', 'jak sie zglosic', 'zasady', 'application process'],
  documents: ['dokumenty', 'co przygotowac', 'wymagane dokumenty', 'required document', 'required documents'],
  modes: ['sposob', 'forma', 'w jaki sposob', 'mode'],
  feeText: ['odplatnosc', 'oplata', 'oplaty', 'koszt', 'fees description', 'fees'],
  price: ['cena', 'kwota', 'stawka', 'amount', 'price'],
  limitsText: ['limity', 'limit'],
  capacity: ['liczba miejsc', 'miejsca', 'ile miejsc', 'capacity'],
  waitTime: ['czas oczekiwania', 'ile sie czeka', 'wait time'],
  provider: ['wykonawca', 'realizator', 'organizacja', 'podmiot', 'organization', 'organization name', 'provider'],
  nip: ['nip', 'nip wykonawcy'],
  regon: ['regon', 'regon wykonawcy'],
  krs: ['krs', 'krs wykonawcy', 'numer krs'],
  phone: ['telefon', 'tel', 'nr telefonu', 'numer telefonu', 'phone'],
  email: ['e mail', 'email', 'mail', 'adres e mail', 'poczta elektroniczna'],
  url: ['strona', 'strona www', 'www', 'adres strony', 'strona internetowa', 'url', 'website'],
  coverage: ['obszar dzialania', 'teren', 'gdzie', 'zasieg', 'coverage'],
  serviceAreas: ['gminy', 'miejscowosci', 'dzielnice', 'solectwa', 'service area', 'service areas'],
  placeName: ['miejsce', 'nazwa miejsca', 'lokalizacja', 'location', 'location name'],
  street: ['ulica', 'adres', 'ulica i numer', 'address 1', 'address'],
  postcode: ['kod pocztowy', 'kod', 'postal code', 'postcode'],
  town: ['miejscowosc', 'miasto', 'city', 'town'],
  latitude: ['szerokosc geograficzna', 'szerokosc', 'latitude', 'lat'],
  longitude: ['dlugosc geograficzna', 'dlugosc', 'longitude', 'lon', 'lng'],
  schedule: ['harmonogram', 'terminy', 'godziny', 'terminy slowami', 'schedule'],
  scheduleDays: ['dni', 'dni tygodnia', 'w jakie dni', 'byday', 'days'],
  opensAt: ['od godziny', 'godzina od', 'otwarcie', 'opens at'],
  closesAt: ['do godziny', 'godzina do', 'zamkniecie', 'closes at'],
  scheduleFrom: ['termin od', 'zajecia od', 'pierwszy dzien', 'dtstart'],
  scheduleTo: ['termin do', 'zajecia do', 'ostatni dzien', 'until'],
  languages: ['jezyki', 'jezyk', 'languages', 'language'],
  validFrom: ['dziala od', 'wazne od', 'data rozpoczecia', 'valid from'],
  validTo: ['dziala do', 'wazne do', 'data zakonczenia', 'valid to'],
  source: ['zrodlo', 'adres zrodla', 'source'],
  checkedOn: ['sprawdzono', 'data sprawdzenia', 'kiedy sprawdzono', 'aktualne na dzien', 'assured date', 'last assured'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type TableField = keyof typeof TABLE_FIELDS;
export const tableFields = Object.keys(TABLE_FIELDS) as readonly TableField[];

/** Fields under the headings that the page of mapping gives them. */
export const FIELD_GROUPS: Readonly<Record<'what' | 'whom' | 'money' | 'who' | 'where' | 'when' | 'truth', readonly TableField[]>> = {
  what: ['name', 'nameAndScope', 'id', 'summary', 'scope', 'areas', 'everydayNames', 'keywords', 'status'],
  whom: ['recipients', 'targetGroups', 'minimumAge', 'maximumAge', 'qualification', 'documents', 'modes'],
  money: ['feeText', 'price', 'limitsText', 'capacity', 'waitTime'],
  who: ['provider', 'nip', 'regon', 'krs', 'phone', 'email', 'url', 'languages'],
  where: ['coverage', 'serviceAreas', 'placeName', 'street', 'postcode', 'town', 'latitude', 'longitude'],
  when: ['schedule', 'scheduleDays', 'opensAt', 'closesAt', 'scheduleFrom', 'scheduleTo'],
  truth: ['validFrom', 'validTo', 'source', 'checkedOn'],
};

/** Which column of a table, from 0, fills a field. */
export type ColumnMapping = Readonly<Partial<Record<TableField, number>>>;
