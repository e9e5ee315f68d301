import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { EditionRow, PublishedRow, TemplateRow, TemplateTables, UsageRow } from './tables.ts';

const tables = (tx: CentreTx) => tablesOf<TemplateTables>(tx);
const json = (value: unknown) => sql<unknown>`${JSON.stringify(value)}::jsonb`;

/** The author's own templates by name, each with what is published of it. */
export function listTemplateRows(tx: CentreTx) {
  return tables(tx)
    .selectFrom('templates.template as t')
    .leftJoin('templates.published as p', (on) => on.onRef('p.templateId', '=', 't.id').onRef('p.publisherId', '=', 't.centreId'))
    .select(['t.id', 't.name', 't.updatedAt', 'p.number', 'p.publishedAt', 'p.withdrawnAt'])
    .orderBy(sql`t.name collate "pl-x-icu"`)
    .orderBy('t.id')
    .execute();
}
export const findTemplateRow = (tx: CentreTx, id: string): Promise<TemplateRow | undefined> =>
  tables(tx).selectFrom('templates.template').selectAll().where('id', '=', id).executeTakeFirst();

export async function insertTemplate(tx: CentreTx, row: Omit<TemplateRow, 'centreId' | 'version'>): Promise<void> {
  await tables(tx)
    .insertInto('templates.template')
    .values({ ...row, centreId: tx.centreId, version: 1, fields: json(row.fields) })
    .execute();
}
/** False when somebody has saved it since the version was read. */
export async function replaceTemplate(
  tx: CentreTx,
  id: string,
  version: number,
  row: Pick<TemplateRow, 'name' | 'governed' | 'fields' | 'updatedAt' | 'updatedBy'>,
): Promise<boolean> {
  const done = await tables(tx)
    .updateTable('templates.template')
    .set({ ...row, fields: json(row.fields), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
/** Removes a template that was never published, if it is as it was read. */
export async function deleteTemplate(tx: CentreTx, id: string, version: number): Promise<boolean> {
  const done = await tables(tx)
    .deleteFrom('templates.template')
    .where('id', '=', id)
    .where('version', '=', version)
    .where(sql<boolean>`not exists (select from templates.published p where p.template_id = id)`)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}
/** Holds a template until the transaction ends: two people publish one after the other. */
export const lockTemplate = (tx: CentreTx, id: string): Promise<TemplateRow | undefined> =>
  tables(tx).selectFrom('templates.template').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** What the bound centre can read: its region's and its own. */
export const findPublishedRow = (tx: CentreTx, templateId: string): Promise<PublishedRow | undefined> =>
  tables(tx).selectFrom('templates.published').selectAll().where('templateId', '=', templateId).executeTakeFirst();

export interface OfferedQuery {
  /** Folded; each must stand in the name. */
  readonly words: readonly string[];
  /** Used by a service of the centre, by none, or by one that has an older edition. */
  readonly state?: 'used' | 'unused' | 'changed' | undefined;
  readonly after: { readonly name: string; readonly id: string } | undefined;
  readonly limit: number;
}
/** Templates that the centre can read, by name. Withdrawn ones are left out unless a service of the centre has them. */
export function listPublishedRows(tx: CentreTx, { words, state, after, limit }: OfferedQuery): Promise<PublishedRow[]> {
  const isUsed = sql<boolean>`exists (select from templates.adoption a where a.centre_id = ${tx.centreId} and a.template_id = p.template_id)`;
  const isChanged = sql<boolean>`p.withdrawn_at is null and exists (select from templates.adoption a
    where a.centre_id = ${tx.centreId} and a.template_id = p.template_id and a.number < p.number)`;
  let query = tables(tx)
    .selectFrom('templates.published as p')
    .selectAll('p')
    .where((where) => where.or([where('p.withdrawnAt', 'is', null), isUsed]));
  if (state === 'used') query = query.where(isUsed);
  if (state === 'unused') query = query.where(sql<boolean>`not ${isUsed}`);
  if (state === 'changed') query = query.where(isChanged);
  for (const word of words) query = query.where('p.foldedName', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  if (after)
    query = query.where(sql<boolean>`(p.name collate "pl-x-icu", p.template_id) > (${after.name} collate "pl-x-icu", ${after.id}::uuid)`);
  return query
    .orderBy(sql`p.name collate "pl-x-icu"`)
    .orderBy('p.templateId')
    .limit(limit)
    .execute();
}

export async function putPublished(tx: CentreTx, row: Omit<PublishedRow, 'publisherId' | 'withdrawnAt'>): Promise<void> {
  await tables(tx)
    .insertInto('templates.published')
    .values({ ...row, publisherId: tx.centreId, withdrawnAt: null })
    .onConflict((conflict) => conflict.columns(['publisherId', 'templateId']).doUpdateSet({ ...row, withdrawnAt: null }))
    .execute();
}
export async function insertEdition(tx: CentreTx, row: Omit<EditionRow, 'publisherId'>): Promise<void> {
  await tables(tx)
    .insertInto('templates.edition')
    .values({ ...row, publisherId: tx.centreId, fields: json(row.fields) })
    .execute();
}
/** Withdraws what the bound tenant published, or offers it again. False when it is so already. */
export async function setWithdrawn(tx: CentreTx, templateId: string, at: Temporal.Instant | null): Promise<boolean> {
  const done = await tables(tx)
    .updateTable('templates.published')
    .set({ withdrawnAt: at })
    .where('publisherId', '=', tx.centreId)
    .where('templateId', '=', templateId)
    .where('withdrawnAt', at === null ? 'is not' : 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export const findEditionRow = (tx: CentreTx, templateId: string, number: number): Promise<EditionRow | undefined> =>
  tables(tx)
    .selectFrom('templates.edition')
    .selectAll()
    .where('templateId', '=', templateId)
    .where('number', '=', number)
    .executeTakeFirst();
/** Editions by template and number, those that are wanted. */
export async function listEditionRows(
  tx: CentreTx,
  wanted: readonly { readonly templateId: string; readonly number: number }[],
): Promise<EditionRow[]> {
  if (wanted.length === 0) return [];
  return tables(tx)
    .selectFrom('templates.edition')
    .selectAll()
    .where((where) => where.or(wanted.map(({ templateId, number }) => where.and({ templateId, number }))))
    .execute();
}
/** Editions of a template, newest first. */
export const listEditionsOf = (tx: CentreTx, templateId: string, limit: number): Promise<EditionRow[]> =>
  tables(tx)
    .selectFrom('templates.edition')
    .selectAll()
    .where('templateId', '=', templateId)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();

/** Counts of use of the bound tenant's own templates, centre by centre. */
export function listUsageRows(tx: CentreTx, templateId?: string): Promise<UsageRow[]> {
  let query = tables(tx).selectFrom('templates.usage').selectAll().where('publisherId', '=', tx.centreId);
  if (templateId !== undefined) query = query.where('templateId', '=', templateId);
  return query
    .orderBy(sql`adopter_name collate "pl-x-icu"`)
    .orderBy('adopterId')
    .execute();
}
