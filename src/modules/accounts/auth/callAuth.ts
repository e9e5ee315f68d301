import { isAPIError } from 'better-auth/api';
import type { CentreContext } from '#platform/http/index.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { writeAudit } from '#platform/audit/entry.ts';
import { homeOf } from '../domain/homeOf.ts';
import { localPath } from '../domain/localPath.ts';
import { listRolesOf } from '../store/memberStore.ts';

/** Cookies that the accounts library wants set, for the headers of a reply. */
export function cookiesOf(headers: Headers): Headers {
  const cookies = new Headers();
  for (const cookie of headers.getSetCookie()) cookies.append('set-cookie', cookie);
  return cookies;
}

/** Runs a call of the accounts library; its refusals come back as codes, everything else is thrown. */
export async function attempt<T>(call: () => Promise<T>): Promise<{ ok: true; value: T } | { ok: false; code: string }> {
  try {
    return { ok: true, value: await call() };
  } catch (thrown) {
    if (isAPIError(thrown) && thrown.statusCode < 500) return { ok: false, code: thrown.body?.code ?? String(thrown.status) };
    throw thrown;
  }
}

/**
 * Where a request carries cookies that were just set, for a further call in the same request.
 * @param set headers of the earlier answer
 */
export function withCookies(request: Request, set: Headers): Headers {
  const cookies = new Map(
    (request.headers.get('cookie') ?? '')
      .split(/;\s*/)
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair]),
  );
  for (const cookie of set.getSetCookie()) {
    const pair = cookie.split(';')[0] ?? '';
    cookies.set(pair.slice(0, pair.indexOf('=')), pair);
  }
  return new Headers({ cookie: [...cookies.values()].join('; ') });
}

/** The page to show after signing in: the one asked for, or the home of the person's role. */
export async function pageAfterSignIn(c: CentreContext, userId: string, wanted: string): Promise<string> {
  const roles = (await listRolesOf(c.scope.tx, userId)).map((each) => each.role);
  return localPath(wanted, c.at(homeOf(roles)));
}

/** The audit row of a beginning session: the door was opened by somebody not yet recognised. */
export async function recordSession(
  scope: CentreScope,
  requestId: string,
  user: { readonly id: string; readonly name: string },
  how: 'password' | 'link' | 'code' | 'provider',
): Promise<void> {
  const roles = (await listRolesOf(scope.tx, user.id)).map((each) => each.role);
  const actor = { kind: 'user', userId: user.id, name: user.name, roles, providerId: null, isStrong: how === 'code' } as const;
  await writeAudit(scope.tx, [
    { event: 'accounts.session.started', door: 'sign-in', actor, subject: { detail: { how } }, at: scope.now, requestId },
  ]);
}
