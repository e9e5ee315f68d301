import type { Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { kindOfPrice } from '../domain/fee.ts';
import type { LocationRecord, Place } from '../domain/place.ts';
import type { Schedule } from '../domain/parts.ts';
import { serviceRecordSchema, slugOf, type ServiceRecord } from '../domain/service.ts';
import { locationOf } from '../store/assembleServices.ts';
import { listLocationRowsOf } from '../store/catalogueStore.ts';
import { changedSchedules } from '../domain/weekOfSchedules.ts';
import { changeCard, type EditRefusal } from './changeCard.ts';
import { putServices } from './services.ts';

/** Languages that the editor offers, by ISO 639; others stay as they were imported. */
export const OFFERED_LANGUAGES = ['pl', 'uk', 'en', 'ru', 'be', 'de', 'pso'] as const;

/** What an editor may change of a card; the rest stays as it was imported. */
export type CardChange = Pick<
  ServiceRecord,
  | 'name'
  | 'summary'
  | 'scope'
  | 'everydayNames'
  | 'keywords'
  | 'recipients'
  | 'targetGroups'
  | 'areas'
  | 'limitsText'
  | 'capacity'
  | 'coverage'
  | 'schedule'
  | 'contact'
  | 'validFrom'
  | 'validTo'
  | 'source'
  | 'checkedOn'
  | 'status'
  | 'minimumAge'
  | 'maximumAge'
  | 'modes'
  | 'interpretation'
  | 'alert'
  | 'waitTime'
> & {
  readonly languages: readonly (typeof OFFERED_LANGUAGES)[number][];
  readonly documents: readonly string[];
  /** Names; an area that stays keeps its extent. */
  readonly serviceAreas: readonly string[];
  /** Ids of locations of the centre. */
  readonly placeIds: readonly string[];
  readonly newPlace: Pick<Place, 'name' | 'street' | 'postcode' | 'town'> | null;
  readonly program: string | null;
  readonly funding: readonly string[];
  /** Grosze. */
  readonly price: number | null;
  readonly pricePer: ServiceRecord['fee']['per'];
  /** The week of the card, and the places of its other schedules that stay. */
  readonly hours: { readonly week: readonly Schedule[]; readonly kept: readonly number[] };
  readonly qualificationText: string | null;
  readonly feeKind: ServiceRecord['fee']['kind'];
  readonly feeText: string | null;
  readonly providerName: string | null;
};

const touched = [
  ...['name', 'summary', 'scope', 'everydayNames', 'keywords', 'recipients', 'targetGroups', 'areas', 'limitsText', 'capacity'],
  ...['coverage', 'schedule', 'contact', 'validFrom', 'validTo', 'source', 'checkedOn', 'status', 'minimumAge', 'maximumAge'],
  ...['modes', 'interpretation', 'alert', 'waitTime', 'qualification', 'fee', 'provider', 'languages', 'serviceAreas', 'funding'],
  ...['program', 'places', 'schedules'],
] as readonly (keyof ServiceRecord)[];

/**
 * Changes a card, if what the form shows still is as its editor read it.
 * @throws NotFound when the centre has no such service
 */
export async function changeService(
  scope: CentreScope,
  id: string,
  version: number,
  change: CardChange,
): Promise<Result<{ id: string }, EditRefusal>> {
  const locations = await locationsOf(scope, change.placeIds);
  return changeCard(scope, id, version, { touched, change: (known) => applied(known, change, locations) });
}

/** Adds a service to the catalogue. */
export async function addService(scope: CentreScope, change: CardChange): Promise<{ id: string }> {
  const id = newId();
  // The end of the id keeps two services of one name apart, also when both are being added in this moment.
  const slug = `${slugOf(change.name)}-${id.slice(-8)}`;
  const empty = serviceRecordSchema.parse({ id, slug, name: change.name, areas: [], qualification: {}, fee: {}, demo: scope.world.isDemo });
  await putServices(scope, [serviceRecordSchema.parse(applied(empty, change, await locationsOf(scope, change.placeIds)))], 'editor');
  return { id };
}

/** Those of the ids that the centre has; others come from nowhere that a page shows. */
async function locationsOf(scope: CentreScope, ids: readonly string[]): Promise<readonly LocationRecord[]> {
  return (await listLocationRowsOf(scope.tx, ids)).map(locationOf);
}

/** A form of ticks knows no order: what stays chosen keeps its place (the leading one first), what is new comes after. */
const inOrderOf = <Value>(known: readonly Value[], chosen: readonly Value[]): Value[] => [
  ...known.filter((each) => chosen.includes(each)),
  ...chosen.filter((each) => !known.includes(each)),
];

function applied(known: ServiceRecord, change: CardChange, locations: readonly LocationRecord[]): object {
  const { qualificationText, feeKind, feeText, price, pricePer, providerName, documents, placeIds, newPlace, hours, ...plain } = change;
  const isSameProvider = known.provider !== null && known.provider.name === providerName;
  const places = placeIds.flatMap((id): Place[] => {
    const location = known.places.find((place) => place.id === id) ?? locations.find((each) => each.id === id);
    return location ? [location] : [];
  });
  return {
    ...known,
    ...plain,
    areas: inOrderOf(known.areas, change.areas),
    targetGroups: inOrderOf(known.targetGroups, change.targetGroups),
    qualification: { text: qualificationText, documents },
    fee: {
      kind: feeKind ?? (price === null ? null : kindOfPrice(pricePer)),
      text: feeText,
      price: feeKind === 'free' ? null : price,
      per: feeKind === 'free' ? null : pricePer,
    },
    provider: providerName === null ? null : isSameProvider ? known.provider : { name: providerName },
    languages: [
      ...change.languages.map((code) => known.languages.find((each) => each.code === code) ?? { code }),
      ...known.languages.filter(({ code }) => !OFFERED_LANGUAGES.some((each) => each === code)),
    ],
    serviceAreas: change.serviceAreas.map((name) => known.serviceAreas.find((area) => area.name === name) ?? { name }),
    funding: change.funding.map((source) => known.funding.find((each) => each.source === source) ?? { source }),
    program: change.program === null ? null : { ...(known.program?.name === change.program && known.program), name: change.program },
    places: newPlace === null ? places : [...places, newPlace],
    schedules: changedSchedules(known.schedules, hours),
    // A number that is taken off the card goes also from where it was described.
    phones: change.contact.phone === null ? known.phones.filter(({ number }) => number !== known.contact.phone) : known.phones,
  };
}
