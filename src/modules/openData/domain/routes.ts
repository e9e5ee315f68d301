import type { z } from 'zod';
import type { Kind } from './entries.ts';
import { location, organization, service, serviceAtLocation, taxonomy, taxonomyTerm } from './hsdsObjects.ts';
import type { ParameterName } from './parameters.ts';

/** A list of the interface and its single objects: the doors and their description are both made from it. */
export interface ListRoute {
  readonly kind: Kind;
  /** Below the base address. */
  readonly path: `/${string}`;
  /** For the names of operations: `listServices`, `getService`. */
  readonly plural: string;
  readonly singular: string;
  /** The name of the parameter in the address of one object. */
  readonly idName: `${string}Id`;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly ParameterName[];
  /** Parameters that the address of one object takes. */
  readonly oneParameters: readonly ParameterName[];
  readonly item: z.ZodType;
}

const paging = ['search', 'page', 'per_page', 'format'] as const satisfies readonly ParameterName[];
const narrowing = [
  'taxonomy_term_id',
  'taxonomy_id',
  'organization_id',
  'modified_after',
  'postcode',
  'proximity',
  'minimum_age',
  'maximum_age',
  'day',
  'start_time',
  'end_time',
] as const satisfies readonly ParameterName[];

export const ROUTES: readonly ListRoute[] = [
  {
    kind: 'service',
    path: '/services',
    plural: 'Services',
    singular: 'Service',
    idName: 'serviceId',
    summary: 'Services that can be asked for today',
    description: 'Published services, by their ids. Drafts, ended services and services outside their dates are not listed.',
    parameters: [...paging, ...narrowing, 'minimal', 'full'],
    oneParameters: [],
    item: service,
  },
  {
    kind: 'organization',
    path: '/organizations',
    plural: 'Organizations',
    singular: 'Organization',
    idName: 'organizationId',
    summary: 'Organizations that provide services',
    description: 'Organizations with at least one published service, by their ids.',
    parameters: [...paging, 'taxonomy_term_id', 'taxonomy_id', 'modified_after', 'full', 'full_service'],
    oneParameters: ['full_service'],
    item: organization,
  },
  {
    kind: 'location',
    path: '/locations',
    plural: 'Locations',
    singular: 'Location',
    idName: 'locationId',
    summary: 'Places where services are given',
    description: 'Places of published services, by their ids.',
    parameters: [...paging, ...narrowing, 'full'],
    oneParameters: [],
    item: location,
  },
  {
    kind: 'service_at_location',
    path: '/service_at_locations',
    plural: 'ServiceAtLocations',
    singular: 'ServiceAtLocation',
    idName: 'serviceAtLocationId',
    summary: 'Services at their places',
    description: 'Each published service at each of its places, by their ids.',
    parameters: [...paging, ...narrowing, 'full'],
    oneParameters: [],
    item: serviceAtLocation,
  },
  {
    kind: 'taxonomy',
    path: '/taxonomies',
    plural: 'Taxonomies',
    singular: 'Taxonomy',
    idName: 'taxonomyId',
    summary: 'Classifications',
    description: 'Classifications of which published services carry terms.',
    parameters: paging,
    oneParameters: [],
    item: taxonomy,
  },
  {
    kind: 'taxonomy_term',
    path: '/taxonomy_terms',
    plural: 'TaxonomyTerms',
    singular: 'TaxonomyTerm',
    idName: 'taxonomyTermId',
    summary: 'Terms of classifications',
    description: 'Terms that published services carry, by their ids.',
    parameters: [...paging, 'taxonomy_id', 'top_only', 'parent_id'],
    oneParameters: [],
    item: taxonomyTerm,
  },
];
