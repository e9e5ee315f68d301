import type { Selectable } from 'kysely';

export interface TemplateTables {
  'templates.template': {
    centreId: string;
    id: string;
    version: number;
    name: string;
    governed: string[];
    fields: unknown;
    createdAt: Temporal.Instant;
    updatedAt: Temporal.Instant;
    updatedBy: string;
  };
  'templates.published': {
    publisherId: string;
    templateId: string;
    /** Two digits; null for a centre's own standard. */
    voivodeship: string | null;
    publisherName: string;
    name: string;
    foldedName: string;
    number: number;
    publishedAt: Temporal.Instant;
    withdrawnAt: Temporal.Instant | null;
  };
  'templates.edition': {
    publisherId: string;
    templateId: string;
    number: number;
    voivodeship: string | null;
    name: string;
    governed: string[];
    fields: unknown;
    checksum: string;
    note: string | null;
    publishedAt: Temporal.Instant;
  };
  'templates.adoption': {
    centreId: string;
    serviceId: string;
    version: number;
    publisherId: string;
    templateId: string;
    number: number;
    detached: string[];
    followsItself: boolean;
    inStep: boolean;
    adoptedAt: Temporal.Instant;
    adoptedBy: string;
  };
  'templates.usage': {
    adopterId: string;
    publisherId: string;
    templateId: string;
    adopterName: string;
    services: number;
    behind: number;
    drifted: number;
    /** Services that have the newest edition as it is and take the next one by themselves; null where that was not counted yet. */
    following: number | null;
    countedAt: Temporal.Instant;
  };
}
export type TemplateRow = Selectable<TemplateTables['templates.template']>;
export type PublishedRow = Selectable<TemplateTables['templates.published']>;
export type EditionRow = Selectable<TemplateTables['templates.edition']>;
export type AdoptionRow = Selectable<TemplateTables['templates.adoption']>;
export type UsageRow = Selectable<TemplateTables['templates.usage']>;
