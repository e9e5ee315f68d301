import { foldName } from '#shared/personName.ts';
import type { CentreScope } from '#platform/http/index.ts';
import type { InheritedFields } from '#platform/module.ts';
import { inheritedNames } from '../domain/template.ts';
import { listServices, type CatalogueService } from '#modules/catalogue/index.ts';
import { countBehind, countByTemplate, listTiedServiceIds } from '../store/adoptionStore.ts';
import { listEditionsOf, listPublishedRows, type OfferedQuery } from '../store/templateStore.ts';
import type { PublishedRow } from '../store/tables.ts';
import { templateTexts } from '../texts/staff.ts';
import { findStanding } from './adopt.ts';
import { readEdition, type TemplateEdition } from './editions.ts';

/** A template that the centre may use, and how its services stand to it. */
export interface OfferedTemplate extends PublishedRow {
  readonly isOwn: boolean;
  readonly services: number;
  readonly behind: number;
  readonly drifted: number;
}

/** One page of the templates that the centre may use, by name. */
export async function listOffered(
  scope: CentreScope,
  { typed, state, after, limit }: { typed: string; state?: OfferedQuery['state']; after?: OfferedQuery['after']; limit: number },
): Promise<{ templates: readonly OfferedTemplate[]; hasMore: boolean }> {
  const words = foldName(typed).split(' ').filter(Boolean).slice(0, 6);
  const rows = await listPublishedRows(scope.tx, { words, state, after, limit: limit + 1 });
  const counts = await countByTemplate(scope.tx);
  const templates = rows.slice(0, limit).map((row) => {
    const { services = 0, behind = 0, drifted = 0 } = counts.get(row.templateId) ?? {};
    return { ...row, isOwn: row.publisherId === scope.centre.id, services, behind, drifted };
  });
  return { templates, hasMore: rows.length > limit };
}

const t = templateTexts.in('pl');
/** Which fields of a service's card are not its centre's own, for the editor of the card. */
export async function inheritedFieldsOf(scope: CentreScope, serviceId: string): Promise<InheritedFields | null> {
  const standing = await findStanding(scope, serviceId);
  if (!standing) return null;
  const { adoption, isBehind, isWithdrawn } = standing;
  const { published, edition, detached } = adoption;
  const whose = published.publisherId === scope.centre.id ? 'own' : 'region';
  const path = (name: string) => `/praca/uslugi/${serviceId}/wzor#${name}`;
  // A withdrawn template governs nothing any more: its text is the centre's to change.
  if (isWithdrawn) return { names: [], source: '', notice: t(`inherited.withdrawn.${whose}`, { name: edition.name }), path };
  return {
    names: inheritedNames(edition, detached),
    source: t(`inherited.${whose}`, { number: edition.number }),
    ...(isBehind && { notice: t('inherited.behind', { name: edition.name, number: published.number }) }),
    path,
  };
}

/** How many services wait for somebody to decide about a newer edition. */
export const countWaiting = (scope: CentreScope): Promise<number> => countBehind(scope.tx);

/** Every text of a template that the centre can read, newest first. */
export const listEditions = async (scope: CentreScope, templateId: string, limit = 20): Promise<readonly TemplateEdition[]> =>
  (await listEditionsOf(scope.tx, templateId, limit)).map(readEdition);

/** Services of the centre that have no template and have not ended, by name. */
export async function listServicesWithout(scope: CentreScope): Promise<readonly Pick<CatalogueService, 'id' | 'name'>[]> {
  const taken = new Set(await listTiedServiceIds(scope.tx));
  return (await listServices(scope)).filter(({ id, status }) => status !== 'ended' && !taken.has(id)).map(({ id, name }) => ({ id, name }));
}
/** Templates that a service of the centre can be attached to, by name. */
export async function listTemplateNames(scope: CentreScope): Promise<readonly { readonly templateId: string; readonly name: string }[]> {
  const rows = await listPublishedRows(scope.tx, { words: [], after: undefined, limit: 300 });
  return rows.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ templateId, name }) => ({ templateId, name }));
}
