import type { AccessibilityFeature, Mode } from './codes.ts';
import type { Schedule } from './parts.ts';
import { coordinatesOf, type Place } from './place.ts';
import type { ServiceRecord, Vacancy } from './service.ts';

/** By what residents narrow a search beside the area and the group. */
export interface ServiceFacets {
  readonly modes: readonly Mode[];
  /** Codes of ISO 639; Polish is not assumed. */
  readonly languages: readonly string[];
  /** Features of any of its places. */
  readonly accessibility: readonly AccessibilityFeature[];
  /** Null when the source does not say. */
  readonly cost: 'free' | 'by-income' | 'paid' | null;
  /** Null when nobody reports it. */
  readonly freePlaces: number | null;
  readonly queue: number | null;
  readonly waitDays: number | null;
  readonly hasHours: boolean;
  /** Where it is offered. */
  readonly places: readonly {
    readonly town: string | null;
    readonly postcode: string | null;
    readonly coordinates: { readonly latitude: number; readonly longitude: number } | null;
  }[];
  /** Names of the areas for whose residents it is. */
  readonly serviceAreas: readonly string[];
}

/** How many places are free for somebody who asks today: those who wait already come before them. */
export function freeForNewcomers({ free, queue }: Pick<Vacancy, 'free' | 'queue'>): number {
  return Math.max(0, free - (queue ?? 0));
}

export function facetsOf(service: ServiceRecord): ServiceFacets {
  const { vacancy, places } = service;
  const languages = [...service.languages, ...places.flatMap(({ languages: spoken }) => spoken ?? [])];
  const areas = [...service.serviceAreas, ...places.flatMap(({ site }) => site?.serviceAreas ?? [])];
  return {
    modes: service.modes,
    languages: [...new Set(languages.flatMap(({ code }) => code ?? []))],
    accessibility: [...new Set(places.flatMap(({ accessibility }) => (accessibility ?? []).flatMap(({ feature }) => feature ?? [])))],
    cost: costOf(service),
    freePlaces: vacancy && freeForNewcomers(vacancy),
    queue: vacancy?.queue ?? null,
    waitDays: vacancy?.waitDays ?? null,
    hasHours: hoursOf(service).some(({ opensAt }) => opensAt !== undefined),
    places: places.map((place) => ({ town: place.town, postcode: place.postcode, coordinates: coordinatesOf(place) ?? null })),
    serviceAreas: [...(service.coverage === null ? [] : [service.coverage]), ...areas.flatMap(({ name }) => name ?? [])],
  };
}

function costOf({ fee, costOptions }: ServiceRecord): ServiceFacets['cost'] {
  if (fee.kind === 'free' || fee.kind === 'by-income') return fee.kind;
  if (fee.kind !== null) return 'paid';
  if (fee.price !== null) return fee.price === 0 ? 'free' : 'paid';
  const amounts = costOptions.flatMap(({ amount }) => amount ?? []);
  if (amounts.length === 0) return null;
  return amounts.every((amount) => amount === 0) ? 'free' : 'paid';
}

/** When the service is there: its own schedules, else those of its places, else the hours of the places themselves. */
export const hoursOf = (service: Pick<ServiceRecord, 'schedules' | 'places'>): readonly Schedule[] =>
  placedHoursOf(service).map(({ schedule }) => schedule);

/** The same, each with the place where it holds; null where the service has several places and the hours do not say which. */
export function placedHoursOf({
  schedules,
  places,
}: Pick<ServiceRecord, 'schedules' | 'places'>): readonly { readonly schedule: Schedule; readonly place: Place | null }[] {
  const onlyPlace = places.length === 1 ? (places[0] ?? null) : null;
  if (schedules.length > 0) return schedules.map((schedule) => ({ schedule, place: onlyPlace }));
  const ofSites = places.flatMap((place) => (place.site?.schedules ?? []).map((schedule) => ({ schedule, place })));
  return ofSites.length > 0 ? ofSites : places.flatMap((place) => (place.schedules ?? []).map((schedule) => ({ schedule, place })));
}
