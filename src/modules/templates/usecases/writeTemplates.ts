import { actorKey } from '#shared/actor.ts';
import { foldName } from '#shared/personName.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { voivodeshipCode, type Terc } from '#shared/teryt.ts';
import { newId } from '#shared/uuid.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { HAND_DOWN } from '../domain/tasks.ts';
import { isEmpty } from '../domain/template.ts';
import {
  deleteTemplate,
  findEditionRow,
  findPublishedRow,
  findTemplateRow,
  insertEdition,
  insertTemplate,
  listEditionsOf,
  listTemplateRows,
  listUsageRows,
  lockTemplate,
  putPublished,
  replaceTemplate,
  setWithdrawn,
} from '../store/templateStore.ts';
import type { PublishedRow, TemplateRow, UsageRow } from '../store/tables.ts';
import {
  checksumOf,
  readEdition,
  readFieldNames,
  readTemplateFields,
  type TemplateEdition,
  type TemplateField,
  type TemplateFields,
} from './editions.ts';

/** What an author writes. */
export interface TemplateText {
  readonly name: string;
  readonly governed: readonly TemplateField[];
  readonly fields: TemplateFields;
}
/** A template as its author works on it. */
export interface Template extends TemplateText {
  readonly id: string;
  /** Of the working text; published texts have numbers. */
  readonly version: number;
  readonly updatedAt: Temporal.Instant;
}
/** A template with what is known of it outside. */
export interface TemplateFile {
  readonly template: Template;
  readonly published: PublishedRow | undefined;
  /** What others have read last; undefined before the first time. */
  readonly newest: TemplateEdition | undefined;
  /** Whether the working text differs from what others have read. */
  readonly isChanged: boolean;
}

const templateOf = (row: TemplateRow): Template => ({
  id: row.id,
  version: row.version,
  updatedAt: row.updatedAt,
  name: row.name,
  governed: readFieldNames(row.governed),
  fields: readTemplateFields(row.fields),
});

/** The tenant's own templates by name, with how many services of how many centres use each. */
export async function listOwnTemplates(scope: CentreScope) {
  const usage = await listUsageRows(scope.tx);
  return (await listTemplateRows(scope.tx)).map((row) => {
    const used = usage.filter(({ templateId }) => templateId === row.id);
    const sum = (of: (each: UsageRow) => number) => used.reduce((total, each) => total + of(each), 0);
    return { ...row, centres: used.length, services: sum((each) => each.services), behind: sum((each) => each.behind + each.drifted) };
  });
}

/** @throws NotFound when the tenant has no such template */
export async function getTemplate(scope: CentreScope, id: string): Promise<TemplateFile> {
  const row = await findTemplateRow(scope.tx, id);
  if (!row) throw new NotFound('template');
  return fileOf(scope, row);
}
async function fileOf(scope: CentreScope, row: TemplateRow): Promise<TemplateFile> {
  const template = templateOf(row);
  const published = await findPublishedRow(scope.tx, row.id);
  const newestRow = published && (await findEditionRow(scope.tx, row.id, published.number));
  const newest = newestRow && readEdition(newestRow);
  return { template, published, newest, isChanged: newest === undefined || !isSameText(template, newest) };
}
function isSameText(one: TemplateText, other: TemplateText): boolean {
  const names = readFieldNames([...Object.keys(one.fields), ...Object.keys(other.fields)]);
  const text = ({ name, governed, fields }: TemplateText) => [
    name,
    governed.join(' '),
    checksumOf(fields as TemplateEdition['fields'], names),
  ];
  return JSON.stringify(text(one)) === JSON.stringify(text(other));
}

/** Editions of a template, newest first. @throws NotFound when the tenant has no such template */
export async function listTemplateEditions(scope: CentreScope, id: string, limit = 50): Promise<readonly TemplateEdition[]> {
  await getTemplate(scope, id);
  return (await listEditionsOf(scope.tx, id, limit)).map(readEdition);
}
/** Counts of services by centre. @throws NotFound when the tenant has no such template */
export async function listTemplateUsage(scope: CentreScope, id: string): Promise<readonly UsageRow[]> {
  await getTemplate(scope, id);
  return listUsageRows(scope.tx, id);
}

/** Keeps the text of a new template; nobody else sees it before it is published. */
export async function addTemplate(scope: CentreScope, { name, governed, fields }: TemplateText): Promise<{ id: string }> {
  const id = newId();
  const by = { createdAt: scope.now, updatedAt: scope.now, updatedBy: actorKey(scope.actor) };
  await insertTemplate(scope.tx, { id, name, governed: [...governed], fields, ...by });
  return { id };
}

/**
 * Keeps the text of a template if it still is as its author read it; what is published stays as it is.
 * @throws NotFound when the tenant has no such template
 */
export async function saveTemplate(
  scope: CentreScope,
  id: string,
  seen: number,
  { name, governed, fields }: TemplateText,
): Promise<Result<object, { readonly code: 'changed-meanwhile'; readonly current: Template }>> {
  await getTemplate(scope, id);
  const by = { updatedAt: scope.now, updatedBy: actorKey(scope.actor) };
  if (await replaceTemplate(scope.tx, id, seen, { name, governed: [...governed], fields, ...by })) return ok({});
  return refuse({ code: 'changed-meanwhile', current: (await getTemplate(scope, id)).template });
}

export type PublishRefusal = 'changed-meanwhile' | 'nothing-common' | 'empty-common' | 'same-as-published';

/**
 * Publishes the working text as the next edition and hands it down to the centres that may use it. A withdrawn template is
 * offered again.
 * @param seen the version of the working text that was compared with what is published
 */
export async function publishTemplate(
  scope: CentreScope,
  id: string,
  { seen, note }: { seen: number; note: string | null },
): Promise<Result<{ number: number }, PublishRefusal>> {
  const row = await lockTemplate(scope.tx, id);
  if (!row) throw new NotFound('template');
  const { template, published, isChanged } = await fileOf(scope, row);
  if (template.version !== seen) return refuse('changed-meanwhile');
  if (!isChanged && published?.withdrawnAt === null) return refuse('same-as-published');
  if (template.governed.length === 0) return refuse('nothing-common');
  if (template.governed.some((name) => isEmpty(template.fields[name]))) return refuse('empty-common');
  const voivodeship = scope.centre.kind === 'regionalOffice' ? voivodeshipCode(scope.centre.teryt as Terc) : null;
  const number = (published?.number ?? 0) + 1;
  const shared = { templateId: id, voivodeship, name: template.name, number, publishedAt: scope.now };
  await putPublished(scope.tx, { ...shared, publisherName: scope.centre.displayName, foldedName: foldName(template.name) });
  const checksum = checksumOf(template.fields as TemplateEdition['fields'], template.governed);
  await insertEdition(scope.tx, { ...shared, governed: [...template.governed], fields: template.fields, checksum, note });
  await scope.enqueue(HAND_DOWN, {}, { key: `${HAND_DOWN}:${scope.centre.id}` });
  return ok({ number });
}

/** Removes a template that nobody else has ever seen. False when it was published, or is not as it was read. */
export async function removeTemplate(scope: CentreScope, id: string, seen: number): Promise<boolean> {
  await getTemplate(scope, id);
  return deleteTemplate(scope.tx, id, seen);
}

/** Offers a template no more: services keep their text, which is theirs to change from then on. */
export async function withdrawTemplate(scope: CentreScope, id: string): Promise<boolean> {
  await getTemplate(scope, id);
  return setWithdrawn(scope.tx, id, scope.now);
}
/** Offers a withdrawn template again as it was. */
export async function offerAgain(scope: CentreScope, id: string): Promise<boolean> {
  await getTemplate(scope, id);
  const isDone = await setWithdrawn(scope.tx, id, null);
  if (isDone) await scope.enqueue(HAND_DOWN, {}, { key: `${HAND_DOWN}:${scope.centre.id}` });
  return isDone;
}
