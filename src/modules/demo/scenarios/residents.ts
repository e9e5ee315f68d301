import { Pesel } from '#shared/pesel.ts';
import type { PersonDetails } from '#modules/people/index.ts';
import type { DemoCentre } from './people.ts';

// Family names that nobody bears: whoever sees one on a screen knows at once that the person is invented.
const families = [
  ['Wymyślona', 'Wymyślony'],
  ['Bajeczna', 'Bajeczny'],
  ['Przykładowa', 'Przykładowy'],
  ['Papierowa', 'Papierowy'],
  ['Zmyślińska', 'Zmyśliński'],
  ['Niebywała', 'Niebywały'],
  ['Pokazowa', 'Pokazowy'],
  ['Kartkowska', 'Kartkowski'],
  ['Baśniewska', 'Baśniewski'],
  ['Atramentowa', 'Atramentowy'],
  ['Teatralska', 'Teatralski'],
  ['Wzorcowa', 'Wzorcowy'],
] as const;
const women = ['Zofia', 'Halina', 'Krystyna', 'Bożena', 'Łucja', 'Wanda', 'Teresa', 'Genowefa', 'Irena', 'Agnieszka', 'Żaneta', 'Oksana'];
const men = [
  'Stanisław',
  'Jerzy',
  'Henryk',
  'Zdzisław',
  'Marian',
  'Tadeusz',
  'Ryszard',
  'Bogdan',
  'Mirosław',
  'Łukasz',
  'Jakub',
  'Świętosław',
];
const streets = ['Zmyślona', 'Papierowa', 'Bajkowa', 'Przykładowa', 'Niedorzeczna', 'Tęczowych Kredek'];

/**
 * The invented resident with this number in a demonstration centre, the same at every loading: a PESEL composed for the
 * birth date, an address in a street that the town does not have.
 */
export function residentOf(centre: DemoCentre, number: number): PersonDetails {
  const offset = centre.slug.length;
  const isWoman = (number * 7 + offset) % 5 < 3;
  const given = isWoman ? women : men;
  const family = families[(number * 5 + offset) % families.length] ?? families[0];
  const birthDate = Temporal.PlainDate.from('1936-02-11').add({ days: ((number * 2137 + offset * 401) % 20_000) + number });
  const serial = 1000 + number * 20 + offset * 200 + (isWoman ? 0 : 1);
  return {
    givenName: given[(number * 5 + offset + Math.floor(number / 12)) % given.length] ?? 'Maria',
    familyName: isWoman ? family[0] : family[1],
    birthDate,
    pesel: Pesel.compose(birthDate, serial),
    document: null,
    addressLine: `ul. ${streets[(number + offset) % streets.length] ?? ''} ${(number % 40) + 1}`,
    postcode: centre.postcode,
    town: centre.town,
    phone: number % 3 === 0 ? null : `+48000000${String(300 + number).padStart(3, '0')}`,
    email: number % 2 === 0 ? `osoba${number}.${centre.short}@example.org` : null,
    preferredContact: number % 2 === 0 ? 'email' : 'post',
    language: 'pl',
  };
}
