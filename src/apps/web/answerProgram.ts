import type { Context } from 'hono';
import { NotFound, TooLarge, TooMany } from '#platform/http/index.ts';
import type { Env } from '#platform/http/server.ts';
import type { World } from '#platform/world.ts';
import { kindOf, statuses, type Kind } from './answerError.tsx';

const titles: Readonly<Record<Kind | 'method-not-allowed', string>> = {
  'bad-request': 'The request cannot be read',
  'too-large': 'The body is too large',
  'not-found': 'Nothing here',
  forbidden: 'Not allowed',
  unauthenticated: 'Not signed in',
  'too-many': 'Too many requests',
  'already-sent': 'Sent before with other content',
  'other-actor': 'The form was made for somebody else',
  unexpected: 'Something broke on our side',
  'method-not-allowed': 'This method is not taken here',
};

/**
 * The answer for every failure at an address that serves programs: RFC 9457 in English, whatever the program says it accepts.
 * @param methods that the address takes; none where there is no such address
 */
export function answerProgram(c: Context<Env>, world: World, thrown: unknown, methods: readonly string[]): Response {
  const requestId = c.get('requestId');
  const isOtherMethod = thrown === undefined && methods.length > 0;
  const kind = isOtherMethod ? 'method-not-allowed' : kindOf(thrown);
  if (kind === 'unexpected') world.log.error({ requestId, route: c.req.routePath, err: thrown }, 'unexpected');
  const status = kind === 'method-not-allowed' ? 405 : statuses[kind];
  const headers: Record<string, string> = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  if (isOtherMethod) headers['allow'] = methods.join(', ');
  if (thrown instanceof TooMany) headers['retry-after'] = String(thrown.retryAfter);
  const detail = detailOf(thrown, methods);
  const body = { type: `urn:okienko:problem:${kind}`, title: titles[kind], status, ...(detail && { detail }), instance: requestId };
  return c.json(body, status, headers);
}

function detailOf(thrown: unknown, methods: readonly string[]): string | undefined {
  if (thrown === undefined) return methods.length > 0 ? `This address takes: ${methods.join(', ')}.` : 'There is no such address.';
  if (thrown instanceof TooLarge) return `The body may have ${thrown.most} bytes at most.`;
  if (thrown instanceof TooMany) return `Ask again in ${thrown.retryAfter} seconds.`;
  if (!(thrown instanceof NotFound)) return undefined;
  if (thrown.message === 'centre') return 'There is no centre of this name.';
  if (thrown.message.endsWith('Id')) return 'Nothing is published under this id; ids are UUIDs in small letters.';
  return 'Nothing is published here.';
}
