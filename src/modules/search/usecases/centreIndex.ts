import { setImmediate as untilIdle } from 'node:timers/promises';
import type { Database } from '#platform/db/index.ts';
import type { Centre, CentreScope } from '#platform/http/index.ts';
import {
  facetsOf,
  getArea,
  getCatalogueRevision,
  getTargetGroup,
  hoursOf,
  listServicesSince,
  openState,
  type CatalogueService,
} from '#modules/catalogue/index.ts';
import { listFindings, type Finding } from '../store/findingStore.ts';
import { listTaughtInForce, type TaughtRow } from '../store/taughtStore.ts';
import type { Offer } from '../domain/offer.ts';
import type { SearchDocument, SearchIndex } from '../domain/searchIndex.ts';
import { createSearchIndex } from '../createSearchIndex.ts';

/** The index of one centre's published services in this process. */
export interface CentreIndex {
  readonly index: SearchIndex;
  readonly offers: ReadonlyMap<string, Offer>;
  /** All of them in the order of the Polish alphabet. */
  byName(): readonly Offer[];
}
interface HeldIndex {
  readonly centre: Centre;
  index: SearchIndex;
  offers: Map<string, Offer>;
  named: readonly Offer[] | undefined;
  /** The change of the catalogue up to which the index has read. */
  revision: number;
  /** The reading that is under way; readings of one index go one after another. */
  reading: Promise<void>;
}

const indexes = new WeakMap<Database, Map<string, HeldIndex>>();
const inPolish = new Intl.Collator('pl');
/** Services put into an index before other requests get their turn. */
const batch = 40;

/**
 * The centre's index, as new as its catalogue in the scope's transaction. Built at first use; later only what changed is
 * read. The number of the last change is asked for each time, so a change made by another process is found at once.
 */
export async function currentIndex(scope: CentreScope): Promise<CentreIndex> {
  const held = heldIndex(scope);
  const revision = await getCatalogueRevision(scope);
  if (held.revision !== revision) {
    held.reading = held.reading.then(
      () => readChanges(scope, held),
      () => readChanges(scope, held),
    );
    await held.reading;
  }
  return {
    index: held.index,
    offers: held.offers,
    byName: () => (held.named ??= [...held.offers.values()].toSorted((a, b) => inPolish.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))),
  };
}

/** Centres whose index this process holds, and the change up to which each has read. */
export const listHeldIndexes = (database: Database): readonly { readonly centre: Centre; readonly revision: number }[] =>
  [...(indexes.get(database)?.values() ?? [])].map(({ centre, revision }) => ({ centre, revision }));

function heldIndex(scope: CentreScope): HeldIndex {
  const { database } = scope.world;
  const ofDatabase = indexes.get(database) ?? new Map<string, HeldIndex>();
  indexes.set(database, ofDatabase);
  const held = ofDatabase.get(scope.centre.id) ?? {
    centre: scope.centre,
    index: createSearchIndex(),
    offers: new Map(),
    named: undefined,
    revision: 0,
    reading: Promise.resolve(),
  };
  ofDatabase.set(scope.centre.id, held);
  return held;
}

async function readChanges(scope: CentreScope, held: HeldIndex): Promise<void> {
  const revision = await getCatalogueRevision(scope);
  if (revision === held.revision) return;
  if (revision < held.revision) {
    // What was read has been rolled back or restored from a copy.
    held.index = createSearchIndex();
    held.offers = new Map();
    held.revision = 0;
  }
  const changed = await listServicesSince(scope, held.revision);
  const findings = await listFindings(scope.tx, held.revision === 0 ? undefined : changed.map(({ id }) => id));
  const taught = await listTaughtInForce(scope.tx);
  held.index.teach(taught.flatMap(({ words, need }) => (need === null ? [] : [{ words, need }])));
  const names = namesByService(taught);
  for (const [position, service] of changed.entries()) {
    if (position % batch === batch - 1) await untilIdle();
    if (service.status !== 'active') {
      held.index.remove(service.id);
      held.offers.delete(service.id);
      continue;
    }
    held.index.put(documentOf(service, findings.get(service.id), names.get(service.id)));
    held.offers.set(service.id, offerOf(service));
  }
  held.named = undefined;
  held.revision = revision;
}

function offerOf(service: CatalogueService): Offer {
  const { modes, languages, accessibility, cost, freePlaces, waitDays, places, serviceAreas } = facetsOf(service);
  const hours = hoursOf(service);
  return {
    id: service.id,
    name: service.name,
    areas: service.areas,
    groups: service.targetGroups,
    validTo: service.validTo,
    modes,
    languages,
    accessibility,
    cost,
    freePlaces,
    waitDays,
    places,
    serviceAreas,
    isOpenAt: (at) => openState(hours, at)?.isOpen ?? null,
  };
}

/** What editors say that a service is called, by its id. */
function namesByService(taught: readonly Pick<TaughtRow, 'words' | 'serviceId'>[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { words, serviceId } of taught) if (serviceId !== null) names.set(serviceId, [...(names.get(serviceId) ?? []), words]);
  return names;
}

/**
 * A service as the search sees it.
 * @param taughtNames what editors say it is called, besides its card
 */
export function documentOf(service: CatalogueService, finding?: Finding, taughtNames: readonly string[] = []): SearchDocument {
  const { en, uk } = service.translations;
  return {
    id: service.id,
    name: service.name,
    everydayNames: [...service.everydayNames, ...taughtNames],
    keywords: [...service.keywords, ...[en, uk].flatMap((each) => each?.name ?? [])],
    targetGroups: service.targetGroups.filter((code) => code !== 'EVERYONE').map((code) => getTargetGroup(code).name.pl),
    areaName: service.areas.map((number) => getArea(number).name.pl).join(', '),
    description: [service.summary, service.scope, service.recipients].filter((text) => text !== null).join('\n'),
    kinds: finding?.kinds ?? undefined,
    needs: finding?.needs ?? [],
    deniedNeeds: finding?.denied ?? [],
  };
}
