import { actorKey } from '#shared/actor.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { addDescribedService, getService, getServices, type CatalogueService } from '#modules/catalogue/index.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { COUNT } from '../domain/tasks.ts';
import { driftOf, inheritedNames } from '../domain/template.ts';
import {
  deleteAdoption,
  findAdoptionRow,
  listAdoptionRows,
  listBehindRows,
  listFollowedRows,
  putAdoption,
} from '../store/adoptionStore.ts';
import { findEditionRow, findPublishedRow, listEditionRows } from '../store/templateStore.ts';
import type { AdoptionRow, PublishedRow } from '../store/tables.ts';
import { cardTextOf, cardTextsOf, ofCard, writeCardText, writeRuleOf, type CardText } from './cardText.ts';
import { checksumOf, pickFields, readEdition, readFieldNames, type TemplateEdition, type TemplateField } from './editions.ts';

/** What a service has of a template. */
export interface Adoption {
  readonly serviceId: string;
  readonly version: number;
  readonly detached: readonly TemplateField[];
  readonly followsItself: boolean;
  readonly published: PublishedRow;
  /** The edition that the service has. */
  readonly edition: TemplateEdition;
}
/** How a service stands to its template. */
export interface Standing {
  readonly service: CatalogueService;
  /** What the service says now. */
  readonly card: CardText;
  readonly adoption: Adoption;
  /** Inherited fields whose text is not that of the edition any more. */
  readonly drift: readonly TemplateField[];
  /** A newer edition waits. */
  readonly isBehind: boolean;
  readonly isWithdrawn: boolean;
}

/** An offered template with its newest edition. @throws NotFound when the centre cannot read such a template */
export async function getOffered(scope: CentreScope, templateId: string): Promise<{ published: PublishedRow; newest: TemplateEdition }> {
  const published = await findPublishedRow(scope.tx, templateId);
  const newest = published && (await findEditionRow(scope.tx, templateId, published.number));
  if (!published || !newest) throw new NotFound('template');
  return { published, newest: readEdition(newest) };
}

async function adoptionOf(scope: CentreScope, row: AdoptionRow): Promise<Adoption | undefined> {
  const published = await findPublishedRow(scope.tx, row.templateId);
  const edition = await findEditionRow(scope.tx, row.templateId, row.number);
  return published && edition && joined(row, published, readEdition(edition));
}
const joined = (row: AdoptionRow, published: PublishedRow, edition: TemplateEdition): Adoption => ({
  serviceId: row.serviceId,
  version: row.version,
  detached: readFieldNames(row.detached),
  followsItself: row.followsItself,
  published,
  edition,
});
function standingOf(service: CatalogueService, card: CardText, adoption: Adoption): Standing {
  const { published, edition, detached } = adoption;
  const isWithdrawn = published.withdrawnAt !== null;
  const names = inheritedNames(edition, detached);
  const isInStep = checksumOf(card, names) === checksumOf(edition.fields, names);
  const drift = isInStep ? [] : driftOf(edition, detached, card);
  return { service, card, adoption, drift, isBehind: !isWithdrawn && edition.number < published.number, isWithdrawn };
}

/** What a service has of a template, or undefined. @throws NotFound when the centre has no such service */
export async function findStanding(scope: CentreScope, serviceId: string): Promise<Standing | undefined> {
  const service = await getService(scope, serviceId);
  const row = await findAdoptionRow(scope.tx, serviceId);
  const adoption = row && (await adoptionOf(scope, row));
  return adoption && standingOf(service, await cardTextOf(scope, service), adoption);
}

/** How services stand, one page of rows. */
export async function standingsOf(scope: CentreScope, rows: readonly AdoptionRow[]): Promise<readonly Standing[]> {
  const editions = await listEditionRows(scope.tx, rows);
  const byKey = new Map(editions.map((row) => [`${row.templateId} ${row.number}`, readEdition(row)]));
  const publishedOf = new Map<string, PublishedRow | undefined>();
  for (const { templateId } of rows)
    if (!publishedOf.has(templateId)) publishedOf.set(templateId, await findPublishedRow(scope.tx, templateId));
  const services = await getServices(
    scope,
    rows.map(({ serviceId }) => serviceId),
  );
  const cards = await cardTextsOf(scope, [...services.values()]);
  return rows.flatMap((row) => {
    const card = cards.get(row.serviceId);
    const [service, published] = [services.get(row.serviceId), publishedOf.get(row.templateId)];
    const edition = byKey.get(`${row.templateId} ${row.number}`);
    return service && card && published && edition ? [standingOf(service, card, joined(row, published, edition))] : [];
  });
}

/** Services of the centre that have a template. */
export async function listUsers(scope: CentreScope, templateId: string, limit = 200): Promise<readonly Standing[]> {
  return standingsOf(scope, await listAdoptionRows(scope.tx, { templateId, limit }));
}
/** Services for which a newer edition waits. */
export async function listWaiting(scope: CentreScope, limit: number): Promise<readonly Standing[]> {
  return standingsOf(scope, await listBehindRows(scope.tx, { limit }));
}

/** How long a change that came by itself is told. */
const toldFor = { hours: 24 * 30 };
/** Services that took a newer edition by themselves lately, the latest first. */
export async function listFollowedLately(scope: CentreScope, limit: number): Promise<readonly Standing[]> {
  return standingsOf(scope, await listFollowedRows(scope.tx, scope.now.subtract(toldFor), limit));
}

export interface AdoptInput {
  readonly serviceId: string;
  readonly templateId: string;
  /** The edition that was shown. */
  readonly number: number;
  /** The version of the card that was shown. */
  readonly seen: number;
  /** The version of what the service has of a template; 0 when nothing. */
  readonly adoptionVersion: number;
  /** Governed fields that stay the centre's own. */
  readonly detached: readonly TemplateField[];
  readonly followsItself: boolean;
}
/** `newer`: another edition was published since; `changed`: the card or its template changed; `withdrawn`: offered no more. */
export type AdoptRefusal = 'newer' | 'changed' | 'withdrawn';

/**
 * Gives a service the common text of the newest edition, but for what stays its own. One act for attaching, for taking a
 * newer edition and for returning to the common text; the card gets a version like any other.
 * @throws NotFound when the centre has no such service or cannot read such a template
 */
export async function adoptTemplate(scope: CentreScope, input: AdoptInput): Promise<Result<object, AdoptRefusal>> {
  const { serviceId, templateId, number, seen, adoptionVersion, followsItself } = input;
  const { published, newest } = await getOffered(scope, templateId);
  if (published.withdrawnAt !== null) return refuse('withdrawn');
  if (newest.number !== number) return refuse('newer');
  const detached = newest.governed.filter((name) => input.detached.includes(name));
  const described = await writeCardText(scope, serviceId, seen, pickFields(newest.fields, inheritedNames(newest, detached)));
  if (!described.ok) return refuse('changed');
  const { publisherId } = newest;
  const text = { serviceId, publisherId, templateId, number, detached, followsItself, inStep: true };
  const by = { adoptedAt: scope.now, adoptedBy: actorKey(scope.actor) };
  if (!(await putAdoption(scope.tx, adoptionVersion, { ...text, ...by }))) return refuse('changed');
  await askToCount(scope);
  return ok({});
}

/** Adds a service with the text of a template, in preparation, so that the centre can add what is its own. */
export async function addServiceFrom(
  scope: CentreScope,
  templateId: string,
  { name, followsItself }: { name: string; followsItself: boolean },
): Promise<Result<{ id: string }, 'withdrawn'>> {
  const { published, newest } = await getOffered(scope, templateId);
  if (published.withdrawnAt !== null) return refuse('withdrawn');
  const { id } = await addDescribedService(scope, name, ofCard(newest.fields));
  await writeRuleOf(scope, id, newest.fields);
  const row = { serviceId: id, publisherId: newest.publisherId, templateId, number: newest.number, detached: [] };
  const by = { adoptedAt: scope.now, adoptedBy: actorKey(scope.actor) };
  await putAdoption(scope.tx, 0, { ...row, followsItself, inStep: true, ...by });
  await askToCount(scope);
  return ok({ id });
}

/** What may change of a service's tie to its template without touching its text. */
export interface TieChange {
  readonly detach?: TemplateField;
  readonly followsItself?: boolean;
}
/**
 * Makes an inherited field the centre's own (its text stays), or says whether new editions are taken without asking.
 * False when the tie is not as it was read, or the field is not inherited.
 */
export async function changeTie(scope: CentreScope, serviceId: string, version: number, change: TieChange): Promise<boolean> {
  const service = await getService(scope, serviceId);
  const row = await findAdoptionRow(scope.tx, serviceId);
  const adoption = row && (await adoptionOf(scope, row));
  if (!row || !adoption) return false;
  const { detach } = change;
  if (detach !== undefined && !inheritedNames(adoption.edition, adoption.detached).includes(detach)) return false;
  const detached = detach === undefined ? adoption.detached : [...adoption.detached, detach];
  const inStep = standingOf(service, await cardTextOf(scope, service), { ...adoption, detached }).drift.length === 0;
  const { centreId: _, version: __, ...known } = row;
  const followsItself = change.followsItself ?? row.followsItself;
  const isDone = await putAdoption(scope.tx, version, { ...known, detached: [...detached], followsItself, inStep });
  if (isDone) await askToCount(scope);
  return isDone;
}

/** Makes the whole text of a service the centre's own; it stays as it is. False when the tie is not as it was read. */
export async function leaveTemplate(scope: CentreScope, serviceId: string, version: number): Promise<boolean> {
  await getService(scope, serviceId);
  const isDone = await deleteAdoption(scope.tx, serviceId, version);
  if (isDone) await askToCount(scope);
  return isDone;
}

export const askToCount = (scope: CentreScope): Promise<void> => scope.enqueue(COUNT, {}, { key: `${COUNT}:${scope.centre.id}` });
