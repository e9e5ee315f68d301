import { actorKey } from '#shared/actor.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { getServices, isOffered, renewServices } from '#modules/catalogue/index.ts';
import { isPersonal, listTellingWords } from '../domain/unmet.ts';
import type { UtterancesFile } from '../domain/needs.ts';
import { addTaught, listTaughtInForce, listTaughtRows, undoTaught, type TaughtRow, type TaughtTarget } from '../store/taughtStore.ts';
import { listNeeds } from '../understandNeeds.ts';
import { settleSearch } from './unmetSearches.ts';

const PAGE = 50;

export interface Teaching {
  /** As residents say it. */
  readonly words: string;
  /** Ids of needs that they mean. */
  readonly needs: readonly string[];
  /** Ids of services that are called so. */
  readonly serviceIds: readonly string[];
  /** The words of a search in vain that this answers. */
  readonly settles: string | null;
}
export type TeachingRefusal = 'nothing-to-tie' | 'says-too-little' | 'personal';

/**
 * Ties words to needs and services of the centre; the next search knows. What is tied already stays.
 * @returns how many ties are new
 * @throws NotFound for a service that the centre has not
 */
export async function teachSearch(scope: CentreScope, teaching: Teaching): Promise<Result<number, TeachingRefusal>> {
  const words = asTaught(teaching.words);
  if (isPersonal(words)) return refuse('personal');
  if (listTellingWords(words).length === 0) return refuse('says-too-little');
  const needs = teaching.needs.filter((id) => listNeeds().some((need) => need.id === id));
  const services = await getServices(scope, teaching.serviceIds);
  if (teaching.serviceIds.some((id) => !services.has(id))) throw new NotFound('service');
  const targets: TaughtTarget[] = [
    ...needs.map((need) => ({ need, serviceId: null })),
    ...[...services.keys()].map((serviceId) => ({ need: null, serviceId })),
  ];
  if (targets.length === 0) return refuse('nothing-to-tie');
  const { actor } = scope;
  const author = { author: actorKey(actor), authorName: actor.kind === 'user' ? actor.name : null };
  const added = await addTaught(
    scope.tx,
    targets.map((target) => ({ id: newId(), words, ...target, ...author, taughtAt: scope.now })),
  );
  await renewServices(scope, [...services.keys()]);
  if (teaching.settles !== null) await settleSearch(scope, teaching.settles);
  return ok(added);
}

const asTaught = (typed: string): string => typed.trim().replace(/\s+/gu, ' ').toLocaleLowerCase('pl');

/** A service that words are tied to here. */
export interface Tie {
  readonly serviceId: string;
  readonly name: string;
  /** Whether residents see it at all. */
  readonly isOffered: boolean;
  /** The words are one single word that tells something: as a name it is found beside everything else that has it. */
  readonly isOneWord: boolean;
}
/** The services to which exactly these words are tied. */
export async function listTiesOf(scope: CentreScope, typed: string): Promise<readonly Tie[]> {
  const words = asTaught(typed);
  const ids = (await listTaughtInForce(scope.tx)).flatMap((row) => (row.words === words && row.serviceId !== null ? [row.serviceId] : []));
  const services = await getServices(scope, ids);
  const isOneWord = listTellingWords(words).length <= 1;
  return [...services.values()].map((service) => ({
    serviceId: service.id,
    name: service.name,
    isOffered: isOffered(service, scope.today),
    isOneWord,
  }));
}

/**
 * Takes back what was taught; the next search no longer knows it.
 * @throws NotFound when there is nothing to take back
 */
export async function unteachSearch(scope: CentreScope, id: string): Promise<void> {
  const { actor } = scope;
  const undone = await undoTaught(scope.tx, id, scope.now, actor.kind === 'user' ? actor.name : null);
  if (!undone) throw new NotFound('taught');
  await renewServices(scope, undone.serviceId === null ? [] : [undone.serviceId]);
}

/** Something taught, with the name of the service it is tied to; null for a service that is no longer there. */
export type Taught = TaughtRow & { readonly serviceName: string | null };

/** One page of all that was taught, newest first. */
export async function listTaught(
  scope: CentreScope,
  after?: Pick<TaughtRow, 'taughtAt' | 'id'>,
): Promise<{ taught: readonly Taught[]; next: Taught | undefined }> {
  const rows = await listTaughtRows(scope.tx, PAGE + 1, after);
  const services = await getServices(
    scope,
    rows.flatMap(({ serviceId }) => serviceId ?? []),
  );
  const taught = rows.slice(0, PAGE).map((row) => ({ ...row, serviceName: services.get(row.serviceId ?? '')?.name ?? null }));
  return { taught, next: rows.length > PAGE ? taught.at(-1) : undefined };
}

/** The phrases tied to needs, as a file of data/search/needs, to be given to the shared data. */
export async function exportTaught(scope: CentreScope): Promise<UtterancesFile> {
  const said = new Map<string, { need: string; lang?: string; q: string[] }>();
  for (const { need, words } of await listTaughtInForce(scope.tx)) {
    if (need === null) continue;
    const isCyrillic = /\p{Script=Cyrillic}/u.test(words);
    const key = `${need} ${isCyrillic}`;
    const entry = said.get(key) ?? { need, ...(isCyrillic ? { lang: 'uk' } : {}), q: [] };
    entry.q.push(words);
    said.set(key, entry);
  }
  return { utterances: [...said.values()] };
}
