import type { GeneratedAlways, Selectable } from 'kysely';
import type { Vacancy } from '../domain/service.ts';

export interface CatalogueTables {
  'catalogue.provider': {
    centreId: string;
    id: string;
    version: number;
    name: string;
    foldedName: string;
    kind: string | null;
    /** Where orders go; residents get what `details` holds. */
    email: string | null;
    phone: string | null;
    isActive: boolean;
    details: unknown;
    createdAt: Temporal.Instant;
    updatedAt: Temporal.Instant;
    revision: number;
  };
  'catalogue.location': {
    centreId: string;
    id: string;
    version: number;
    key: string;
    name: string;
    street: string | null;
    postcode: string | null;
    town: string | null;
    details: unknown;
    createdAt: Temporal.Instant;
    updatedAt: Temporal.Instant;
    revision: number;
  };
  'catalogue.serviceAtLocation': { centreId: string; id: string; serviceId: string; locationId: string };
  'catalogue.service': {
    centreId: string;
    id: string;
    version: number;
    slug: string;
    externalId: string | null;
    name: string;
    status: string;
    providerId: string | null;
    areas: number[];
    targetGroups: string[];
    /** The card without what the rows of its provider and locations hold. */
    card: unknown;
    vacancy: Vacancy | null;
    createdAt: Temporal.Instant;
    updatedAt: Temporal.Instant;
    /** The change of the catalogue that wrote the row last. */
    revision: number;
    /** The words of the name without accents, in an order of their own; made by the database. */
    nameKey: GeneratedAlways<string>;
    /** When the card was checked, or else added; made by the database. */
    trueSince: GeneratedAlways<Temporal.PlainDate>;
  };
  /** Services taken out again, as they last were. */
  'catalogue.removedService': Omit<CatalogueTables['catalogue.service'], 'nameKey' | 'trueSince'>;
  /** Written by the database alone, with each change of a record. */
  'catalogue.change': {
    centreId: string;
    id: string;
    recordId: string;
    recordKind: 'service' | 'organization' | 'location';
    at: Temporal.Instant;
    field: string;
    before: unknown;
    after: unknown;
  };
  /** A service as a write left it. Rows are added and read, never changed. */
  'catalogue.serviceVersion': {
    centreId: string;
    serviceId: string;
    number: number;
    card: unknown;
    providerId: string | null;
    writtenAt: Temporal.Instant;
    way: string;
    author: string;
    authorName: string | null;
    restored: number | null;
  };
  /** What a provider would change of its own record. */
  'catalogue.proposal': {
    centreId: string;
    id: string;
    version: number;
    serviceId: string;
    providerId: string;
    base: number;
    changes: unknown;
    state: string;
    proposedAt: Temporal.Instant;
    proposedBy: string;
    proposedByName: string | null;
    message: string | null;
    note: string | null;
    accepted: string[];
    decidedAt: Temporal.Instant | null;
    decidedBy: string | null;
  };
  /** What the staff know of a service beside its card; it is never exported. */
  'catalogue.serviceCare': {
    centreId: string;
    serviceId: string;
    version: number;
    reviewMonths: number | null;
    keeperEmail: string | null;
    staffNote: string | null;
    publishOn: Temporal.PlainDate | null;
    publishUntil: Temporal.PlainDate | null;
    successorId: string | null;
    isMerged: boolean;
    remindedAt: Temporal.Instant | null;
  };
  'catalogue.notDuplicate': { centreId: string; oneId: string; otherId: string; saidAt: Temporal.Instant; saidBy: string };
  'catalogue.revision': { centreId: string; number: number };
}
export type ProviderRow = Selectable<CatalogueTables['catalogue.provider']>;
export type LocationRow = Selectable<CatalogueTables['catalogue.location']>;
/** What the database makes of a row stays with the lists that ask for it. */
export type ServiceRow = Omit<Selectable<CatalogueTables['catalogue.service']>, 'nameKey' | 'trueSince'>;
export type ProposalRow = Selectable<CatalogueTables['catalogue.proposal']>;
export type CareRow = Selectable<CatalogueTables['catalogue.serviceCare']>;
export type VersionRow = Selectable<CatalogueTables['catalogue.serviceVersion']>;
export type ChangeRow = Selectable<CatalogueTables['catalogue.change']>;
