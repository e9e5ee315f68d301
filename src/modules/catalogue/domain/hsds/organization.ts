import { derivedId, isUuid } from '#shared/uuid.ts';
import { PROVIDER_KINDS } from '../codes.ts';
import { providerSchema, type ProviderRecord } from '../provider.ts';
import { EXTENSION, fromHsdsKeys, named, toHsdsKeys, unnamed, type HsdsObject, type IdOf } from './keys.ts';
import type { HsdsOptions } from './location.ts';
import { newChanges } from './metadata.ts';
import { attributeTo, KIND_TAXONOMY, ownCode } from './taxonomies.ts';

type Parts = Readonly<Record<string, unknown>>;
const registers = [
  { field: 'nip', identifierScheme: 'PL-NIP', identifierType: 'NIP' },
  { field: 'regon', identifierScheme: 'PL-REGON', identifierType: 'REGON' },
  { field: 'krs', identifierScheme: 'PL-KRS', identifierType: 'KRS' },
] as const;

/** The id under which a provider is exported. */
export const idOfOrganization = (provider: ProviderRecord): string => provider.id ?? derivedId('organization', provider.name);

/** The HSDS 3.1 object of a provider. The address and telephone for orders are not part of it. */
export function organizationToHsds(provider: ProviderRecord, options: Pick<HsdsOptions, 'changesOf'> = {}): HsdsObject {
  const id = idOfOrganization(provider);
  const idOf: IdOf = (...words) => derivedId(id, ...words);
  const {
    name,
    kind,
    description,
    publicEmail,
    publicPhones,
    nip,
    regon,
    krs,
    identifiers = [],
    proof,
    attributes = [],
    metadata = [],
    ...rest
  } = providerSchema.parse(provider);
  const numbers = { nip, regon, krs };
  const ownNumbers = registers.flatMap(({ field, ...register }) => {
    const identifier = numbers[field];
    return identifier === undefined ? [] : [{ id: idOf('identifier', field), ...register, identifier }];
  });
  return toHsdsKeys({
    ...(named({ ...rest, phones: publicPhones }, idOf) as Parts),
    id,
    name,
    description: description ?? name,
    email: publicEmail,
    organizationIdentifiers: [...ownNumbers, ...(named(identifiers, idOf, ['organizationIdentifiers']) as unknown[])],
    attributes: [
      ...(kind === null ? [] : [attributeTo('organization', id, KIND_TAXONOMY, kind)]),
      ...(named(attributes, idOf, ['attributes']) as unknown[]),
    ],
    metadata: [...(named(metadata, idOf, ['metadata']) as unknown[]), ...newChanges(metadata, options.changesOf?.(id))],
    [EXTENSION]: proof && { proof },
  });
}

/** What an organization object says, in the catalogue's form; not yet checked. `value` has the names of HSDS. */
export const readOrganization = (value: unknown): Parts => readCamelOrganization(fromHsdsKeys(value));

/** The same for an object whose names are already in camelCase. */
export function readCamelOrganization(value: unknown): Parts {
  const read = (typeof value === 'object' && value !== null ? value : {}) as Parts;
  const id = typeof read['id'] === 'string' && isUuid(read['id']) ? read['id'].toLowerCase() : undefined;
  const idOf: IdOf = (...words) => derivedId(id ?? '', ...words);
  const attributes = objectsOf(read['attributes']);
  const [kind] = ownCode(new Set(attributes.map((each) => String(each['id']))), id ?? '', KIND_TAXONOMY, PROVIDER_KINDS);
  const all = objectsOf(read['organizationIdentifiers']);
  const own = registers.flatMap(({ field, identifierType }) => {
    const found = all.find((each) => each['id'] === idOf('identifier', field)) ?? all.find((each) => isOf(each, identifierType));
    return found ? [{ field, found }] : [];
  });
  const isOwn = new Set(own.map(({ found }) => found));
  const isKind = (each: Parts) => kind !== undefined && each['id'] === attributeTo('organization', id ?? '', KIND_TAXONOMY, kind)['id'];
  const { description, email, phones, locations: _, services: __, [EXTENSION]: extra, ...rest } = unnamed(read, idOf) as Parts;
  const provider = {
    ...rest,
    id: id === derivedId('organization', String(read['name'])) ? undefined : id,
    kind: kind ?? null,
    description: description === read['name'] ? undefined : description,
    publicEmail: email,
    publicPhones: phones,
    ...Object.fromEntries(own.map(({ field, found }) => [field, found['identifier']])),
    identifiers: unnamed(
      all.filter((each) => !isOwn.has(each)),
      idOf,
      ['organizationIdentifiers'],
    ),
    attributes: unnamed(
      attributes.filter((each) => !isKind(each)),
      idOf,
      ['attributes'],
    ),
    proof: (extra as Parts | undefined)?.['proof'],
  };
  return Object.fromEntries(
    Object.entries(provider).filter(([, part]) => part !== undefined && !(Array.isArray(part) && part.length === 0)),
  );
}

const isOf = (identifier: Parts, type: string) => identifier['identifierType'] === type && /^\d+$/.test(String(identifier['identifier']));
const objectsOf = (value: unknown): readonly Parts[] =>
  Array.isArray(value) ? value.filter((each): each is Parts => typeof each === 'object' && each !== null && !Array.isArray(each)) : [];
