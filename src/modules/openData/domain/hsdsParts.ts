/** The smaller objects of the Human Services Data Specification 3.1, of which the others are made. */
import { z } from 'zod';

export const text = z.string();
export const id = z.uuid();
export const email = z.email();
export const uri = z.url();
export const day = z.iso.date();
export const instant = z.iso.datetime({ offset: true });
export const number = z.number();

export const optional = <const Shape extends Record<string, z.ZodType>>(shape: Shape) =>
  Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, schema.optional()])) as {
    [Name in keyof Shape]: z.ZodOptional<Shape[Name]>;
  };
export const named = <const Schema extends z.ZodType>(name: string, description: string, schema: Schema): Schema =>
  schema.meta({ id: name, description });

export const metadata = named(
  'Metadata',
  'Who changed what, and when.',
  z.strictObject({
    id,
    last_action_date: text,
    last_action_type: text,
    field_name: text,
    previous_value: text,
    replacement_value: text,
    updated_by: text,
    ...optional({ resource_id: id, resource_type: text }),
  }),
);
const changes = { metadata: z.array(metadata) };
export const taxonomy = named(
  'Taxonomy',
  'A classification to which terms belong.',
  z.strictObject({ id, name: text, description: text, ...optional({ uri, version: text, ...changes }) }),
);
export const taxonomyTerm = named(
  'TaxonomyTerm',
  'A term of a classification.',
  z.strictObject({
    id,
    name: text,
    description: text,
    ...optional({
      code: text,
      parent_id: id,
      taxonomy: text,
      taxonomy_detail: taxonomy,
      language: text,
      taxonomy_id: id,
      term_uri: uri,
      ...changes,
    }),
  }),
);
export const attribute = named(
  'Attribute',
  'A term put on an object.',
  z.strictObject({
    id,
    ...optional({
      link_id: id,
      taxonomy_term_id: id,
      link_type: text,
      link_entity: text,
      value: text,
      taxonomy_term: taxonomyTerm,
      label: text,
      ...changes,
    }),
  }),
);
export const extras = { attributes: z.array(attribute), ...changes };
export const part = <const Shape extends Record<string, z.ZodType>>(name: string, description: string, shape: Shape) =>
  named(name, description, z.strictObject({ id, ...optional({ ...shape, ...extras }) }));

export const language = part('Language', 'A language in which help is given.', {
  service_id: id,
  location_id: id,
  phone_id: id,
  name: text,
  code: text,
  note: text,
});
export const phone = named(
  'Phone',
  'A telephone number.',
  z.strictObject({
    id,
    number: text,
    ...optional({
      location_id: id,
      service_id: id,
      organization_id: id,
      contact_id: id,
      service_at_location_id: id,
      extension: number,
      type: text,
      description: text,
      languages: z.array(language),
      ...extras,
    }),
  }),
);
export const contact = part('Contact', 'Whom to ask; an office, never a private person.', {
  organization_id: id,
  service_id: id,
  service_at_location_id: id,
  location_id: id,
  name: text,
  title: text,
  department: text,
  email,
  phones: z.array(phone),
});
export const link = named(
  'Url',
  'A further address on the web.',
  z.strictObject({ id, url: uri, ...optional({ label: text, organization_id: id, service_id: id, ...extras }) }),
);
export const funding = part('Funding', 'Where the money comes from.', { organization_id: id, service_id: id, source: text });
export const placeType = z.enum(['physical', 'postal', 'virtual']);
export const address = named(
  'Address',
  'A postal or visiting address.',
  z.strictObject({
    id,
    address_1: text,
    city: text,
    state_province: text,
    postal_code: text,
    country: text,
    address_type: placeType,
    ...optional({ location_id: id, attention: text, address_2: text, region: text, ...extras }),
  }),
);
export const accessibility = part('Accessibility', 'What a place offers to people with disabilities.', {
  location_id: id,
  description: text,
  details: text,
  url: uri,
});
const weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
export const schedule = part('Schedule', 'When it is open, by the rules of RFC 5545.', {
  service_id: id,
  location_id: id,
  service_at_location_id: id,
  valid_from: day,
  valid_to: day,
  dtstart: day,
  timezone: number,
  until: day,
  count: number,
  wkst: weekday,
  freq: z.enum(['WEEKLY', 'MONTHLY']),
  interval: number,
  byday: text,
  byweekno: text,
  bymonthday: text,
  byyearday: text,
  description: text,
  opens_at: text,
  closes_at: text,
  schedule_link: uri,
  attending_type: text,
  notes: text,
});
export const serviceArea = part('ServiceArea', 'Where people may live to use the service.', {
  service_id: id,
  service_at_location_id: id,
  name: text,
  description: text,
  extent: text,
  extent_type: text,
  uri: text,
});
