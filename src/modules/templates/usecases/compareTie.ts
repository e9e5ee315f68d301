import { getService, type CatalogueService } from '#modules/catalogue/index.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { driftOf, mayFollow } from '../domain/template.ts';
import { findStanding, getOffered, type Standing } from './adopt.ts';
import { cardTextOf, type CardText } from './cardText.ts';
import type { TemplateEdition, TemplateField } from './editions.ts';

/** What adopting a template would do to a card. */
export interface Comparison {
  readonly newest: TemplateEdition;
  /** What the service says now. */
  readonly card: CardText;
  /** Fields that would say something else. */
  readonly changes: readonly TemplateField[];
  /** Governed fields that would stay the centre's own. */
  readonly detached: readonly TemplateField[];
  /** Text of the centre's own would be written over, so nothing happens by itself. */
  readonly writesOver: boolean;
}

/**
 * How a service stands to its template, and what adopting the newest edition would change; with `templateId` also for a
 * service that has no template. `reattach` is a detached field that would take the common text again.
 * @throws NotFound when the centre has no such service or cannot read such a template
 */
export async function compareTie(
  scope: CentreScope,
  serviceId: string,
  { templateId, reattach }: { templateId?: string | undefined; reattach?: string | undefined } = {},
): Promise<{ service: CatalogueService; standing: Standing | undefined; comparison: Comparison | undefined }> {
  const standing = await findStanding(scope, serviceId);
  const service = standing?.service ?? (await getService(scope, serviceId));
  const wanted = standing?.adoption.published.templateId ?? templateId;
  if (wanted === undefined) return { service, standing, comparison: undefined };
  const { published, newest } = await getOffered(scope, wanted);
  if (published.withdrawnAt !== null) return { service, standing, comparison: undefined };
  const own = standing?.adoption.detached ?? [];
  const detached = own.filter((name) => name !== reattach && newest.governed.includes(name));
  const isNeeded = !standing || standing.isBehind || standing.drift.length > 0 || own.some((name) => name === reattach);
  if (!isNeeded) return { service, standing, comparison: undefined };
  const card = standing?.card ?? (await cardTextOf(scope, service));
  const changes = driftOf(newest, detached, card);
  const writesOver = standing !== undefined && !mayFollow(standing.adoption.edition, newest, detached, card);
  return { service, standing, comparison: { newest, card, changes, detached, writesOver } };
}
