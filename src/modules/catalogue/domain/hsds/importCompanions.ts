import { cleanLine } from '#shared/plainText.ts';
import { locationSchema, type LocationRecord } from '../place.ts';
import { mayBeInPoland } from '../poland.ts';
import { problemsOfIssues } from '../problemsOfIssues.ts';
import { providerSchema, type ProviderRecord } from '../provider.ts';
import { findWrongNumbers } from '../registerNumbers.ts';
import type { ImportProblem } from '../service.ts';
import { wrongNumber } from './importHsds.ts';
import { fromHsdsKeys } from './keys.ts';
import { readCamelLocation } from './location.ts';
import { readCamelOrganization } from './organization.ts';

/** A provider or a place that a file brings on its own, without a service. */
export type CompanionRecord =
  | { readonly companion: 'provider'; readonly provider: ProviderRecord }
  | { readonly companion: 'location'; readonly location: LocationRecord };
export type CompanionReading = { readonly record?: CompanionRecord; readonly problems: readonly ImportProblem[] };

/** Terms that organizations have and services do not; the same for locations. A service says its status. */
const organizationTerms = ['organization_identifiers', 'legal_status', 'year_incorporated', 'parent_organization_id', 'website', 'tax_id'];
const locationTerms = ['location_type', 'addresses', 'latitude', 'longitude', 'transportation', 'accessibility'];
const serviceTerms = ['status', 'organization', 'service_at_locations', 'program', 'fees_description', 'cost_options'];

/** What an object of HSDS is, by the terms that it has. */
export function kindOfHsds(value: unknown): 'service' | 'provider' | 'location' {
  if (typeof value !== 'object' || value === null || serviceTerms.some((term) => term in value)) return 'service';
  // An organization may have a list of its locations; a location has no numbers of registers.
  if (organizationTerms.some((term) => term in value)) return 'provider';
  return locationTerms.some((term) => term in value) ? 'location' : 'service';
}

/** Reads an organization or location object of HSDS 3.1 that stands on its own. */
export function readCompanion(row: number, kind: 'provider' | 'location', value: unknown): CompanionReading {
  return kind === 'provider' ? readProvider(row, value) : readPlace(row, value);
}

function readProvider(row: number, value: unknown): CompanionReading {
  const given = readCamelOrganization(fromHsdsKeys(value));
  const candidate = { ...given, name: cleanLine(String(given['name'] ?? '')) };
  const read = providerSchema.safeParse(candidate);
  if (!read.success) return { problems: problemsOfIssues(row, read.error, candidate) };
  const wrong = findWrongNumbers(read.data);
  if (wrong.length > 0) return { problems: wrong.map((each) => wrongNumber(row, each)) };
  return { record: { companion: 'provider', provider: read.data }, problems: [] };
}

function readPlace(row: number, value: unknown): CompanionReading {
  const given = readCamelLocation(fromHsdsKeys(value));
  const candidate = { ...given, name: cleanLine(String(given['name'] ?? '')) };
  const read = locationSchema.safeParse(candidate);
  if (!read.success) return { problems: problemsOfIssues(row, read.error, candidate) };
  const { latitude, longitude, addresses = [], name } = read.data;
  const isOutside = latitude !== undefined && longitude !== undefined && !mayBeInPoland({ latitude, longitude });
  const country = addresses.find((address) => address.country !== undefined && address.country.toUpperCase() !== 'PL')?.country;
  if (isOutside || country !== undefined) {
    const problem = `a place lies outside the country: ${name}`;
    const field = isOutside ? 'latitude' : 'addresses.country';
    return { problems: [{ row, field, problem, code: 'place-abroad', value: isOutside ? `${latitude}, ${longitude}` : (country ?? '') }] };
  }
  return { record: { companion: 'location', location: read.data }, problems: [] };
}
