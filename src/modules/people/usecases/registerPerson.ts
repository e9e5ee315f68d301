import { foldName, nameSimilarity } from '#shared/personName.ts';
import { Pesel } from '#shared/pesel.ts';
import { newId } from '#shared/uuid.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { NotFound } from '#platform/http/index.ts';
import {
  findPerson,
  findPersonByPesel,
  insertPerson,
  listLikelySame,
  listPeople,
  lockPesel,
  type PersonRow,
} from '../store/personStore.ts';

/** What is known of a person when they are written down. Everything but the name may be missing. */
export interface PersonDetails {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate | null;
  readonly pesel: Pesel | null;
  /** For people without PESEL (a newborn, a foreigner). */
  readonly document: { readonly kind: string; readonly number: string } | null;
  readonly addressLine: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly preferredContact: 'phone' | 'email' | 'post' | 'visit' | null;
  readonly language: 'pl' | 'en' | 'uk';
}
export interface Person extends PersonDetails {
  readonly id: string;
  readonly version: number;
}

export interface LikelySame {
  readonly person: Person;
  /** Why it may be the same person: the strongest reason. */
  readonly because: 'pesel' | 'name-and-birth-date' | 'similar-name';
  /** 0 to 1. */
  readonly similarity: number;
}

/** A name alike enough to ask about: one typing mistake in a usual Polish name. */
const alike = 0.8;

/**
 * People already known who may be this one: by PESEL, or by a name that is alike (accents and typing
 * mistakes forgiven) with the same birth date, or alike where a birth date is missing on either side.
 */
export async function findLikelySame(
  scope: CentreScope,
  details: Pick<PersonDetails, 'givenName' | 'familyName' | 'birthDate' | 'pesel'>,
): Promise<LikelySame[]> {
  const candidates = await listLikelySame(
    scope.tx,
    {
      pesel: details.pesel?.reveal() ?? null,
      birthDate: details.birthDate,
      foldedName: foldName(`${details.givenName} ${details.familyName}`),
    },
    20,
  );
  return candidates
    .flatMap((row): LikelySame[] => {
      const person = personOf(row);
      const similarity = nameSimilarity(
        { given: details.givenName, family: details.familyName },
        { given: row.givenName, family: row.familyName },
      );
      if (details.pesel && row.pesel === details.pesel.reveal()) return [{ person, because: 'pesel', similarity: 1 }];
      if (details.pesel && row.pesel) return [];
      if (similarity < alike) return [];
      const bothDates = details.birthDate !== null ? row.birthDate : null;
      if (bothDates && details.birthDate && !bothDates.equals(details.birthDate)) return [];
      return [{ person, because: bothDates ? 'name-and-birth-date' : 'similar-name', similarity }];
    })
    .toSorted((a, b) => Number(b.because === 'pesel') - Number(a.because === 'pesel') || b.similarity - a.similarity);
}

/** Writes a person down. The caller has shown the duplicate warning where a human was there to answer it. */
export async function registerPerson(scope: CentreScope, details: PersonDetails): Promise<string> {
  const id = newId();
  await insertPerson(scope.tx, { id, ...rowOf(details), createdAt: scope.now, updatedAt: scope.now });
  await scope.audit('people.person.registered', { personId: id });
  return id;
}

/**
 * The person known by this PESEL, whose details stay as they are, or a new one. For a caller who must not learn which
 * it was; two at once with the same number get the same person.
 */
export async function findOrRegisterPerson(scope: CentreScope, details: PersonDetails): Promise<string> {
  const pesel = details.pesel?.reveal();
  if (pesel === undefined) return registerPerson(scope, details);
  await lockPesel(scope.tx, pesel);
  const known = await findPersonByPesel(scope.tx, pesel);
  return known?.id ?? registerPerson(scope, details);
}

/** @throws NotFound when the centre has no such person. */
export async function getPerson(scope: CentreScope, id: string): Promise<Person> {
  const row = await findPerson(scope.tx, id);
  if (!row) throw new NotFound('person');
  return personOf(row);
}
export async function getPeople(scope: CentreScope, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const rows = await listPeople(scope.tx, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, personOf(row)]));
}

export const fullName = (person: Pick<PersonDetails, 'givenName' | 'familyName'>) => `${person.givenName} ${person.familyName}`;

export function personOf(row: PersonRow): Person {
  const pesel = row.pesel === null ? undefined : Pesel.parse(row.pesel);
  return {
    id: row.id,
    version: row.version,
    givenName: row.givenName,
    familyName: row.familyName,
    birthDate: row.birthDate,
    pesel: pesel?.ok ? pesel.value : null,
    document: row.documentKind && row.documentNumber ? { kind: row.documentKind, number: row.documentNumber } : null,
    addressLine: row.addressLine,
    postcode: row.postcode,
    town: row.town,
    phone: row.phone,
    email: row.email,
    preferredContact: row.preferredContact as PersonDetails['preferredContact'],
    language: row.language as PersonDetails['language'],
  };
}

/** The columns of a person's row; a PESEL tells the birth date where none was told. */
export function rowOf(details: PersonDetails) {
  return {
    givenName: details.givenName,
    familyName: details.familyName,
    foldedName: foldName(`${details.givenName} ${details.familyName}`),
    birthDate: details.birthDate ?? details.pesel?.birthDate ?? null,
    pesel: details.pesel?.reveal() ?? null,
    documentKind: details.document?.kind ?? null,
    documentNumber: details.document?.number ?? null,
    addressLine: details.addressLine,
    postcode: details.postcode,
    town: details.town,
    phone: details.phone,
    email: details.email,
    preferredContact: details.preferredContact,
    language: details.language,
  };
}
