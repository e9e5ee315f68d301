import { createHash } from 'node:crypto';
import { data, type CentreContext, type PlatformContext, type Reply } from '#platform/http/index.ts';
import { readParameters, type ParameterFault, type ParameterName, type Query } from '../../domain/parameters.ts';
import type { ListRoute } from '../../domain/routes.ts';
import { findWithdrawn, type Withdrawn } from '../../usecases/withdrawn.ts';
import { findOne, listPage, narrow, readVersion, streamLines, type Reach } from '../../usecases/directory.ts';

export type ApiContext = PlatformContext | CentreContext;

export const reachOf = (c: ApiContext): Reach => ({ database: c.world.database, publisherId: c.centre?.id, today: c.today });
/** The address of this interface, for one centre or for all. */
export const baseOf = (c: ApiContext): string => `${c.world.publicUrl}${c.centre ? `/${c.centre.slug}` : ''}/hsds`;

/** Parameters in the body of a POST: a JSON object, or a form. */
const bodyTypes = ['application/json', 'application/x-www-form-urlencoded'];

/**
 * A refused request as RFC 9457 has it, naming each parameter.
 * @param why where no parameter is at fault
 */
export function problem(status: 400 | 404 | 415 | 422, title: string, faults: readonly ParameterFault[] = [], why?: string): Reply {
  const type = `urn:okienko:problem:${status === 404 ? 'not-found' : status === 415 ? 'unsupported-body' : 'bad-parameter'}`;
  const detail = why ?? faults.map(({ parameter, detail: said }) => `${parameter}: ${said}`).join(' ');
  const errors = faults.map(({ parameter, code, detail: said }) => ({ parameter, code, detail: said }));
  const body = { type, title, status, ...(detail !== '' && { detail }), ...(errors.length > 0 && { errors }) };
  return data(JSON.stringify(body), 'application/problem+json', { status, headers: { 'cache-control': 'no-store' } });
}

type Given = { readonly ok: true; readonly pairs: readonly (readonly [string, unknown])[] } | { readonly ok: false; readonly reply: Reply };

async function readGiven(c: ApiContext): Promise<Given> {
  const inAddress = [...c.query];
  if (c.request.method !== 'POST') return { ok: true, pairs: inAddress };
  const type = (c.request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/x-www-form-urlencoded') {
    const typed = Object.keys(c.fields.toRecord()).flatMap((name) => c.fields.all(name).map((value) => [name, value] as const));
    return { ok: true, pairs: [...inAddress, ...typed] };
  }
  const text = await c.request.text();
  if (text.trim() === '') return { ok: true, pairs: inAddress };
  if (type !== 'application/json') return { ok: false, reply: problem(415, `The body may be ${bodyTypes.join(' or ')}.`) };
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new SyntaxError('no object');
    return { ok: true, pairs: [...inAddress, ...Object.entries(body)] };
  } catch {
    return { ok: false, reply: problem(400, 'The body is not a JSON object of parameters.') };
  }
}

type Read = { readonly ok: true; readonly query: Query } | { readonly ok: false; readonly reply: Reply };
async function readQuery(c: ApiContext, taken: readonly ParameterName[]): Promise<Read> {
  const given = await readGiven(c);
  if (!given.ok) return given;
  const read = readParameters(taken, given.pairs);
  if (read.ok) return read;
  return { ok: false, reply: problem(400, 'These parameters cannot be used as they are.', read.faults) };
}

/** A page of a list, or all of it as a stream. */
export async function answerList(c: ApiContext, route: ListRoute): Promise<Reply> {
  const read = await readQuery(c, route.parameters);
  if (!read.ok) return read.reply;
  const { query } = read;
  const reach = reachOf(c);
  const narrowed = await narrow(reach, query);
  if (!narrowed.ok) return problem(422, 'This cannot be answered.', [narrowed.fault]);
  const version = await readVersion(reach);
  return unlessKnown(c, version, query, async (headers) => {
    const { filter } = narrowed;
    if (query.format === 'ndjson')
      return data(streamText(streamLines(reach, route.kind, query, filter)), 'application/x-ndjson', { headers });
    return data(JSON.stringify(await listPage(reach, route.kind, query, filter, version)), 'application/json', { headers });
  });
}

/** One object with everything that belongs to it. */
export async function answerOne(c: ApiContext, route: ListRoute, id: string): Promise<Reply> {
  const read = await readQuery(c, route.oneParameters);
  if (!read.ok) return read.reply;
  const reach = reachOf(c);
  return unlessKnown(c, await readVersion(reach), read.query, async (headers) => {
    const found = await findOne(reach, route.kind, id, read.query);
    const withdrawn = found || route.kind !== 'service' ? undefined : await findWithdrawn(c.world, reach, id);
    if (withdrawn) return gone(c, withdrawn);
    if (!found) return problem(404, 'Nothing here', [], `No ${route.kind} with this id is published here.`);
    return data(JSON.stringify(found), 'application/json', { headers });
  });
}

/** Tells who copies the directory that a service is over, and which one follows it. */
function gone(c: ApiContext, { modifiedAt, successorId }: Withdrawn): Reply {
  const successor = successorId === undefined ? undefined : `${baseOf(c)}/services/${successorId}`;
  const body = {
    type: 'urn:okienko:problem:withdrawn',
    title: 'Withdrawn',
    status: 410,
    detail: successor === undefined ? 'This service is no longer offered.' : 'This service is no longer offered; another one follows it.',
    last_modified: modifiedAt.toString({ smallestUnit: 'second' }),
    ...(successorId !== undefined && { successor_id: successorId, successor }),
  };
  return data(JSON.stringify(body), 'application/problem+json', { status: 410, headers: { 'cache-control': 'no-store' } });
}

/** 304 for who has this very answer already. The tag follows from what has been published, so nothing need be read for it. */
export async function unlessKnown(
  c: ApiContext,
  version: string,
  query: unknown,
  answer: (headers: Record<string, string>) => Promise<Reply> | Reply,
): Promise<Reply> {
  const asked = JSON.stringify([c.path, query, version, c.world.publicUrl]);
  const etag = `W/"${createHash('sha256').update(asked).digest('base64url').slice(0, 27)}"`;
  const headers = { etag, 'cache-control': 'public, no-cache' };
  const known = (c.request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim());
  // A POST changes nothing here, but caches may not answer it.
  if (c.request.method !== 'POST' && (known.includes(etag) || known.includes('*'))) return data(null, '', { status: 304, headers });
  return answer(c.request.method === 'POST' ? { 'cache-control': 'no-store' } : headers);
}

/** A body that is written piece by piece, each when the reader has taken the one before. */
export function streamText(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}
