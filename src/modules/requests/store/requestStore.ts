import type { Selectable } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import { toldSchema, type Told } from '../domain/toldPeople.ts';
import type { Purpose } from '../domain/wordings.ts';

interface RequestTables {
  'requests.request': {
    centreId: string;
    id: string;
    caseId: string;
    kind: 'application' | 'need';
    channel: string;
    receivedOn: Temporal.PlainDate;
    recordedAt: Temporal.Instant;
    recordedBy: string | null;
    applicantType: string | null;
    personId: string | null;
    applicantId: string | null;
    reporter: string | null;
    isAnonymous: boolean;
    serviceIds: string[];
    situation: string | null;
    isUrgent: boolean;
    told: unknown;
    otherPersonReason: string | null;
  };
  'requests.consent': {
    centreId: string;
    id: string;
    caseId: string;
    purpose: Purpose;
    wordingVersion: string;
    language: string;
    channel: string;
    givenAt: Temporal.Instant;
  };
}
export type RequestRow = Omit<Selectable<RequestTables['requests.request']>, 'centreId' | 'told'> & { readonly told: Told };
export type ConsentRow = Omit<Selectable<RequestTables['requests.consent']>, 'centreId'>;

export async function insertRequest(tx: CentreTx, row: RequestRow): Promise<void> {
  await tablesOf<RequestTables>(tx)
    .insertInto('requests.request')
    .values({ ...row, told: JSON.stringify(row.told), centreId: tx.centreId })
    .execute();
}

/** What was told of people in each of these cases, the newest last. */
export async function listTold(tx: CentreTx, caseIds: readonly string[]): Promise<{ caseId: string; told: Told }[]> {
  if (caseIds.length === 0) return [];
  const rows = await tablesOf<RequestTables>(tx)
    .selectFrom('requests.request')
    .select(['caseId', 'told'])
    .where('caseId', 'in', caseIds)
    .orderBy('recordedAt')
    .orderBy('id')
    .execute();
  return rows.map(({ caseId, told }) => ({ caseId, told: toldSchema.parse(told) }));
}

/** What was asked or reported in a case, the first one first. */
export async function listRequestsOfCase(tx: CentreTx, caseId: string): Promise<RequestRow[]> {
  const rows = await tablesOf<RequestTables>(tx)
    .selectFrom('requests.request')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('recordedAt')
    .orderBy('id')
    .execute();
  return rows.map(({ centreId: _, ...row }) => ({ ...row, told: toldSchema.parse(row.told) }));
}

export async function insertConsents(tx: CentreTx, rows: readonly ConsentRow[]): Promise<void> {
  await tablesOf<RequestTables>(tx)
    .insertInto('requests.consent')
    .values(rows.map((row) => ({ ...row, centreId: tx.centreId })))
    .execute();
}
export async function listConsentsOfCase(tx: CentreTx, caseId: string): Promise<ConsentRow[]> {
  return tablesOf<RequestTables>(tx)
    .selectFrom('requests.consent')
    .select(['id', 'caseId', 'purpose', 'wordingVersion', 'language', 'channel', 'givenAt'])
    .where('caseId', '=', caseId)
    .orderBy('givenAt')
    .orderBy('id')
    .execute();
}
