/**
 * The objects of the Human Services Data Specification 3.1 as this installation answers them: every term of the standard,
 * and `okienko`, the one term of our profile. Both the answers and their description are held against these.
 * https://docs.openreferral.org/
 */
import { z } from 'zod';
import {
  text,
  id,
  email,
  uri,
  day,
  instant,
  number,
  optional,
  named,
  extras,
  part,
  language,
  phone,
  contact,
  link,
  funding,
  placeType,
  address,
  accessibility,
  schedule,
  serviceArea,
  metadata,
  taxonomy,
  taxonomyTerm,
  attribute,
} from './hsdsParts.ts';

export { taxonomy, taxonomyTerm };

/** Our profile: what HSDS has no term for, as the catalogue keeps it. */
export const profileTerms = named(
  'ProfileTerms',
  'Terms of the profile HSDS-PL, for which HSDS has none. They are described at /hsds/profile and may grow.',
  z.looseObject({}),
);
export const location = named(
  'Location',
  'A place where a service is given.',
  z.strictObject({
    id,
    location_type: placeType,
    ...optional({
      url: uri,
      organization_id: id,
      name: text,
      alternate_name: text,
      description: text,
      transportation: text,
      latitude: number,
      longitude: number,
      external_identifier: text,
      external_identifier_type: text,
      languages: z.array(language),
      addresses: z.array(address),
      contacts: z.array(contact),
      accessibility: z.array(accessibility),
      phones: z.array(phone),
      schedules: z.array(schedule),
      okienko: profileTerms,
      ...extras,
    }),
  }),
);
const organizationIdentifier = named(
  'OrganizationIdentifier',
  'A number in a public register, such as NIP, REGON or KRS.',
  z.strictObject({ id, identifier_type: text, identifier: text, ...optional({ organization_id: id, identifier_scheme: text, ...extras }) }),
);
const program = named(
  'Program',
  'A programme to which services belong.',
  z.strictObject({ id, name: text, description: text, ...optional({ organization_id: id, alternate_name: text, ...extras }) }),
);
const organizationWithoutServices = z.strictObject({
  id,
  name: text,
  description: text,
  ...optional({
    alternate_name: text,
    email,
    website: uri,
    additional_websites: z.array(link),
    tax_status: text,
    tax_id: text,
    year_incorporated: number,
    legal_status: text,
    logo: text,
    uri,
    parent_organization_id: id,
    funding: z.array(funding),
    contacts: z.array(contact),
    phones: z.array(phone),
    locations: z.array(location),
    programs: z.array(program),
    organization_identifiers: z.array(organizationIdentifier),
    okienko: profileTerms,
    ...extras,
  }),
});
const provider = named('Provider', 'The organization that provides a service.', organizationWithoutServices);
const unit = named(
  'Unit',
  'What capacity is counted in.',
  z.strictObject({ id, name: text, ...optional({ scheme: text, identifier: text, uri, ...extras }) }),
);
const capacity = named(
  'ServiceCapacity',
  'Free places and all places.',
  z.strictObject({
    id,
    unit,
    available: number,
    updated: instant,
    ...optional({ service_id: id, unit_id: id, maximum: number, description: text, ...extras }),
  }),
);
const costOption = part('CostOption', 'What it costs.', {
  service_id: id,
  valid_from: day,
  valid_to: day,
  option: text,
  currency: text,
  amount: number,
  amount_description: text,
});
const requiredDocument = part('RequiredDocument', 'What a person brings.', { service_id: id, document: text, uri });

const placeShape = {
  service_id: id,
  location_id: id,
  description: text,
  service_areas: z.array(serviceArea),
  contacts: z.array(contact),
  phones: z.array(phone),
  schedules: z.array(schedule),
  location,
  ...extras,
};
const placeOfService = named(
  'PlaceOfService',
  'A place of a service.',
  z.strictObject({ id, ...optional({ ...placeShape, okienko: profileTerms }) }),
);
export const service = named(
  'Service',
  'A service that can be asked for.',
  z.strictObject({
    id,
    name: text,
    status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
    ...optional({
      organization_id: id,
      program_id: id,
      alternate_name: text,
      description: text,
      url: uri,
      additional_urls: z.array(link),
      email,
      interpretation_services: text,
      application_process: text,
      fees_description: text,
      wait_time: text,
      fees: text,
      accreditations: text,
      eligibility_description: text,
      minimum_age: number,
      maximum_age: number,
      assured_date: day,
      assurer_email: email,
      licenses: text,
      alert: text,
      last_modified: instant,
      phones: z.array(phone),
      schedules: z.array(schedule),
      service_areas: z.array(serviceArea),
      service_at_locations: z.array(placeOfService),
      languages: z.array(language),
      organization: provider,
      funding: z.array(funding),
      cost_options: z.array(costOption),
      program,
      required_documents: z.array(requiredDocument),
      contacts: z.array(contact),
      capacities: z.array(capacity),
      okienko: profileTerms,
      ...extras,
    }),
  }),
);
export const organization = named(
  'Organization',
  'An organization that provides services.',
  organizationWithoutServices.extend({ services: z.array(service).optional() }),
);
export const serviceAtLocation = named(
  'ServiceAtLocation',
  'A service at one of its places.',
  z.strictObject({ id, ...optional({ ...placeShape, service, okienko: profileTerms }) }),
);
export const minimalService = named(
  'MinimalService',
  'Only what tells whether a service has changed.',
  z.strictObject({ id, last_modified: instant }),
);
export const apiDetails = named(
  'ApiDetails',
  'What this address answers.',
  z.strictObject({
    version: text,
    profile: uri,
    openapi_url: uri,
    description: text,
    publisher: z.strictObject({ name: text, ...optional({ identifier: text, email, website: uri }) }),
  }),
);
export const problem = named(
  'Problem',
  'What was wrong with the request (RFC 9457).',
  z.looseObject({
    type: text,
    title: text,
    status: z.int(),
    detail: text.optional(),
    errors: z.array(z.strictObject({ parameter: text, code: text, detail: text })).optional(),
  }),
);

/** One page of a list. */
export const pageOf = (items: z.ZodType) =>
  z.strictObject({
    total_items: z.int().describe('How many objects there are on all pages.'),
    total_pages: z.int().describe('How many pages there are.'),
    page_number: z.int().describe('The number of this page, from 1.'),
    size: z.int().describe('How many objects this page holds.'),
    first_page: z.boolean(),
    last_page: z.boolean(),
    empty: z.boolean().describe('True when this page holds nothing.'),
    contents: z.array(items),
  });

/** Everything that the description of the interface names. */
export const components = {
  metadata,
  taxonomy,
  taxonomyTerm,
  attribute,
  language,
  phone,
  contact,
  link,
  funding,
  address,
  accessibility,
  schedule,
  serviceArea,
  location,
  organizationIdentifier,
  program,
  provider,
  unit,
  capacity,
  costOption,
  requiredDocument,
  profileTerms,
  placeOfService,
  service,
  organization,
  serviceAtLocation,
  minimalService,
  apiDetails,
  problem,
} as const;
