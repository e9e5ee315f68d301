import { asObject, type Json, type JsonObject, type Kind } from './entries.ts';

const organizationTerms = [
  'id',
  'name',
  'alternate_name',
  'description',
  'email',
  'website',
  'tax_status',
  'tax_id',
  'year_incorporated',
  'legal_status',
  'logo',
  'uri',
  'parent_organization_id',
];
const locationTerms = [
  'id',
  'location_type',
  'url',
  'organization_id',
  'name',
  'alternate_name',
  'description',
  'transportation',
  'latitude',
  'longitude',
  'external_identifier',
  'external_identifier_type',
];
const pick = (object: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(names.flatMap((name) => (object[name] === undefined ? [] : [[name, object[name]]])));
const isSingle = (value: Json | undefined) => typeof value !== 'object' || value === null;
const singles = (object: JsonObject): JsonObject => Object.fromEntries(Object.entries(object).filter(([, value]) => isSingle(value)));

/** A service as lists show it: single values, and its organization and programme in short. */
export function briefService(body: JsonObject): JsonObject {
  const organization = asObject(body['organization']);
  const program = asObject(body['program']);
  return {
    ...singles(body),
    ...(organization && { organization: pick(organization, organizationTerms) }),
    ...(program && { program: singles(program) }),
  };
}

/** An object as lists show it unless everything is asked for. `service` is the one to which a place belongs. */
export function briefForm(kind: Kind, body: JsonObject, service?: JsonObject): JsonObject {
  switch (kind) {
    case 'service':
      return briefService(body);
    case 'organization':
      return pick(body, organizationTerms);
    case 'location':
      // Without its addresses a place could not be found by anybody.
      return body['addresses'] === undefined ? singles(body) : { ...singles(body), addresses: body['addresses'] };
    case 'service_at_location': {
      const location = asObject(body['location']);
      return {
        ...pick(body, ['id', 'service_id', 'location_id', 'description']),
        ...(location && { location: pick(location, locationTerms) }),
        ...(service && { service: briefService(service) }),
      };
    }
    case 'taxonomy':
    case 'taxonomy_term':
      return body;
  }
}
