import { ok, refuse, type Result } from '#shared/result.ts';
import { inCentre } from '#platform/db/index.ts';
import { findCentre, makeScope, type CentreScope } from '#platform/http/index.ts';
import type { World } from '#platform/world.ts';
import {
  readDescription,
  tellsContact,
  type CentreDescription,
  type DescriptionFault,
  type DescriptionField,
  type ToldDescription,
} from '../domain/description.ts';
import { findCentreRow, saveOwnFacts } from '../store/centreStore.ts';
import { readFacts } from './centreFacts.ts';

export type { CentreDescription };
export type DescribeCentreRefusal = 'no-such-centre' | 'demonstration' | 'changed-meanwhile' | DescriptionFault['code'];

/** What the centre of a scope tells of itself now. */
export interface OwnDescription extends Required<ToldDescription> {
  /** The list that the register gives, used until the centre tells its own. */
  readonly registered: readonly string[];
  readonly version: number;
  /** When it was last changed; null when never since versions are counted. */
  readonly savedAt: Temporal.Instant | null;
}
export interface Described {
  /** Fields that are now otherwise; none when all stood like that already. */
  readonly changed: readonly DescriptionField[];
  /** Names of places that were told more than once. */
  readonly repeated: readonly string[];
}
export type DescribeOwnRefusal =
  | { readonly code: 'demonstration'; readonly fields: readonly DescriptionField[] }
  | { readonly code: 'changed-meanwhile' }
  | { readonly code: 'wrong'; readonly faults: readonly DescriptionFault[] };

export async function getOwnDescription({ tx, centre }: CentreScope): Promise<OwnDescription> {
  const row = await findCentreRow(tx.db, centre.slug);
  if (!row) throw new Error(`the centre ${centre.slug} has no row`);
  const facts = readFacts(row.facts);
  const own = facts.own;
  return {
    phone: row.phone,
    email: row.email,
    address: row.address,
    hours: own?.hours ?? null,
    website: own?.website ?? null,
    localities: own?.localities ?? null,
    registered: facts.registeredLocalities,
    version: row.toldVersion,
    savedAt: row.toldAt,
  };
}

/**
 * Writes down how the centre is reached and which places its gmina has. In a demonstration it may tell places, but not
 * how to reach it: nobody answers there in the name of a real centre. Writes the audit event when anything changed.
 * @param versionSeen the version that was on the page; left out, the last word wins
 */
export async function describeOwnCentre(
  scope: CentreScope,
  told: CentreDescription,
  versionSeen?: number,
): Promise<Result<Described, DescribeOwnRefusal>> {
  const read = readDescription(told);
  if (!read.ok) return refuse({ code: 'wrong', faults: read.refusal });
  const { description, repeated } = read.value;
  const before = await getOwnDescription(scope);
  const changed = (Object.keys(description) as DescriptionField[]).filter((field) => isOther(field, description, before));
  if (changed.length === 0) return ok({ changed, repeated });
  const speaking = changed.filter((field) => tellsContact(field) && description[field] !== null);
  if ((scope.world.isDemo || scope.centre.isDemo) && speaking.length > 0) return refuse({ code: 'demonstration', fields: speaking });
  if (versionSeen !== undefined && versionSeen !== before.version) return refuse({ code: 'changed-meanwhile' });
  const { phone, email, address, ...own } = Object.fromEntries(changed.map((field) => [field, description[field]])) as ToldDescription;
  const isSaved = await saveOwnFacts(scope.tx.db, scope.centre.slug, {
    contact: { ...(phone !== undefined && { phone }), ...(email !== undefined && { email }), ...(address !== undefined && { address }) },
    own,
    version: before.version,
    at: scope.now,
  });
  if (!isSaved) return refuse({ code: 'changed-meanwhile' });
  await scope.audit('centres.centre.described', { detail: { fields: changed } });
  return ok({ changed, repeated });
}

/** The same for whoever runs the installation, over any open centre. */
export async function describeCentre(
  world: World,
  slug: string,
  told: CentreDescription,
): Promise<Result<Described, DescribeCentreRefusal>> {
  const centre = await findCentre(world.database, slug);
  if (!centre) return refuse('no-such-centre');
  return inCentre(world.database, centre.id, async (tx) => {
    const actor = { kind: 'system', task: 'centre describe' } as const;
    const door = 'okienko centre describe';
    const scope = makeScope({ world, tx, centre, actor, now: world.clock(), lang: 'pl', door, requestId: 'command line' });
    const written = await describeOwnCentre(scope, told);
    if (written.ok) return written;
    const { refusal } = written;
    return refuse(refusal.code === 'wrong' ? (refusal.faults[0]?.code ?? 'too-long') : refusal.code);
  });
}

/** The list of the register, told again, is no list of the centre's own. */
function isOther(field: DescriptionField, told: ToldDescription, before: OwnDescription): boolean {
  if (field !== 'localities') return told[field] !== before[field];
  const now = told.localities ?? null;
  if (before.localities === null && now !== null) return !isSame(now, before.registered);
  return now === null || before.localities === null ? now !== before.localities : !isSame(now, before.localities);
}
const isSame = (some: readonly string[], others: readonly string[]) => JSON.stringify(some) === JSON.stringify(others);
