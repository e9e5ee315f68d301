import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { expect, test } from 'vitest';
import { centreA, closeAtTheEnd } from '#tests/support/database.ts';
import { openApp } from '#tests/support/app.ts';
import { expectOutput } from '#tests/support/output.ts';
import { aUser } from '../../testing.ts';
import { createServer } from 'node:http';

const clientSecret = 'a secret that only the test knows about';
/** A real OpenID provider in this process, with one person in it. */
async function openProvider(person: { sub: string; email: string; email_verified: boolean; name: string }): Promise<string> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'okienko',
        client_secret: clientSecret,
        redirect_uris: ['http://localhost/logowanie/oidc/powrot'],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: () => ({ accountId: person.sub, claims: () => person }),
    interactions: { url: () => '/enter' },
    cookies: { keys: ['a key of the test'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
  });
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/enter')) return void provider.callback()(request, response);
    // The person says yes to everything.
    void (async () => {
      const details = await provider.interactionDetails(request, response);
      const { params } = details;
      const grant = new provider.Grant({ accountId: person.sub, clientId: String(params['client_id']) });
      grant.addOIDCScope('openid email profile');
      const grantId = await grant.save();
      await provider.interactionFinished(
        request,
        response,
        { login: { accountId: person.sub }, consent: { grantId } },
        { mergeWithLastSubmission: false },
      );
    })();
  });
  closeAtTheEnd(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  return issuer;
}

/** Walks through the provider as a browser would, until it sends the person back to us. */
async function walk(start: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  for (let hop = 0; hop < 10 && !url.startsWith('http://localhost/'); hop++) {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const pair = cookie.split(';')[0] ?? '';
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    url = new URL(response.headers.get('location') ?? 'http://localhost/', url).href;
  }
  return url.slice('http://localhost'.length);
}

test('somebody known to the identity provider signs in to the account with the same checked address', async () => {
  expectOutput(/oidc-provider|WARNING|NOTICE/);
  const issuer = await openProvider({ sub: 'krajowy-1', email: 'maria@example.org', email_verified: true, name: 'Maria Krajowa' });
  const app = await openApp({
    clock: () => Temporal.Now.instant(),
    oidc: { issuer, clientId: 'okienko', clientSecret, label: 'Węzeł krajowy' },
  });
  await aUser(app.world, { email: 'maria@example.org', name: 'Maria Krajowa', role: 'planCoordinator', centre: centreA });
  const visitor = app.as('anonymous');
  const page = await visitor.get(app.at('/logowanie?powrot=/jodlowo/konto'));
  const [, start] = page.links().find(([text]) => text === 'Zaloguj się przez Węzeł krajowy') ?? [];
  const out = (await visitor.send(start ?? '')).headers.get('location') ?? '';
  expect(out).toMatch(new RegExp(`^${issuer}/auth\\?`));
  expect(out).toContain('code_challenge');
  const account = await visitor.get(await walk(out));
  expect(account.path).toBe('/jodlowo/konto');
  expect(account.text).toContain('koordynacja IPUS');

  // The same answer of the provider, brought by somebody else, opens nothing.
  const replayed = await app.as('anonymous').get(await walk((await app.as('anonymous').send(start ?? '')).headers.get('location') ?? ''));
  expect(replayed.status).toBeLessThan(500);
  expect(replayed.body).not.toContain('maria@example.org');
});
