import { TARGET_GROUPS } from '#shared/targetGroups.ts';
import { derivedId, isUuid } from '#shared/uuid.ts';
import { AREA_CODES, AREA_NAMES_PL, MODES, PROVIDER_KINDS } from '../codes.ts';
import type { HsdsObject } from './keys.ts';

export const AREA_TAXONOMY = 'Obszary usług społecznych (ustawa z 19 lipca 2019 r.)';
export const GROUP_TAXONOMY = 'Grupy odbiorców';
export const KEYWORD_TAXONOMY = 'Słowa kluczowe';
export const MODE_TAXONOMY = 'Sposób udzielania usługi';
export const KIND_TAXONOMY = 'Rodzaj wykonawcy';

const modeNames = { 'at-home': 'w domu', 'on-site': 'na miejscu', remote: 'zdalnie' } as const;
const kindNames = {
  centre: 'centrum usług społecznych',
  'gmina-unit': 'jednostka gminy',
  'public-body': 'inny podmiot publiczny',
  ngo: 'organizacja pozarządowa',
  'social-economy': 'podmiot ekonomii społecznej',
  'social-enterprise': 'przedsiębiorstwo społeczne',
  company: 'firma',
  person: 'osoba',
} as const;

/** A taxonomy of the catalogue with its terms; key words are free and have no list. */
export interface Taxonomy {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly terms: readonly { readonly id: string; readonly code: string; readonly name: string }[];
}
const taxonomy = (name: string, description: string, terms: readonly (readonly [string, string])[]): Taxonomy => ({
  id: derivedId('taxonomy', name),
  name,
  description,
  terms: terms.map(([code, term]) => ({ id: derivedId('taxonomy_term', name, code), code, name: term })),
});

/** The catalogue's own taxonomies. */
export const taxonomies: readonly Taxonomy[] = [
  taxonomy(
    AREA_TAXONOMY,
    'Czternaście obszarów z art. 2 ust. 1 ustawy z 19 lipca 2019 r. o realizowaniu usług społecznych przez centrum usług społecznych.',
    AREA_CODES.map((code, index) => [code, AREA_NAMES_PL[index] ?? code]),
  ),
  taxonomy(
    GROUP_TAXONOMY,
    'Grupy mieszkańców, dla których są usługi.',
    TARGET_GROUPS.map((group) => [group, group]),
  ),
  taxonomy(
    MODE_TAXONOMY,
    'Gdzie mieszkaniec korzysta z usługi.',
    MODES.map((mode) => [mode, modeNames[mode]]),
  ),
  taxonomy(
    KIND_TAXONOMY,
    'Czym jest podmiot, który wykonuje usługę.',
    PROVIDER_KINDS.map((kind) => [kind, kindNames[kind]]),
  ),
];

export const taxonomyToHsds = ({ id, name, description }: Taxonomy): HsdsObject => ({ id, name, description });
export const taxonomyTermToHsds = (of: Taxonomy, { id, code, name }: Taxonomy['terms'][number]): HsdsObject => ({
  id,
  code,
  name,
  description: name,
  taxonomy: of.name,
  taxonomy_detail: taxonomyToHsds(of),
  language: 'pl',
});

/** An attribute that puts a record under a term; its ids follow from the record and the term. */
export function attributeTo(entity: 'service' | 'organization', recordId: string, taxonomyName: string, term: string): HsdsObject {
  const known = taxonomies.find(({ name }) => name === taxonomyName);
  const found = known?.terms.find(({ code }) => code === term);
  const termId = found?.id ?? derivedId('taxonomy_term', taxonomyName, term);
  return {
    id: attributeId(recordId, taxonomyName, term),
    link_id: recordId,
    link_entity: entity,
    taxonomy_term_id: termId,
    taxonomy_term:
      known && found
        ? taxonomyTermToHsds(known, found)
        : { id: termId, name: term, description: term, taxonomy: taxonomyName, language: 'pl' },
  };
}
const attributeId = (recordId: string, taxonomyName: string, term: string) =>
  isUuid(recordId) ? derivedId(recordId, 'attribute', taxonomyName, term) : derivedId('attribute', taxonomyName, term);

/** The code of a term of one of the catalogue's own taxonomies, by the id that export gives the attribute. */
export function ownCode<Code extends string>(
  attributeIds: ReadonlySet<string>,
  recordId: string,
  taxonomyName: string,
  codes: readonly Code[],
): Code[] {
  return codes.filter((code) => attributeIds.has(attributeId(recordId, taxonomyName, code)));
}
