import { createApp } from '#apps/web/app.ts';
import type { Actor } from '#shared/actor.ts';
import type { Centre } from '#platform/http/index.ts';
import type { World } from '#platform/world.ts';
import { actorOf, recogniseTestActors, type Who, type WhoOptions } from './actors.ts';
import { centreA } from './centres.ts';
import { closeAtTheEnd } from './perFile.ts';
import { Page, type Navigator } from './page.ts';
import { testWorld, type TestWorldOptions } from './world.ts';

export type { Page, Typed } from './page.ts';

/** Someone who uses the product in-process, as with a browser without scripts: cookies, forms, links. */
export interface Visitor extends Navigator {
  readonly actor: Actor;
  /** Sends anything, follows nothing, checks nothing: for doors that a page does not lead to, and for attacks. */
  send(path: string, init?: RequestInit): Promise<Response>;
  cookie(name: string): string | undefined;
}
export interface TestApp {
  readonly world: World;
  /** The address of a path of centreA: `at('/uslugi')`. */
  at(path: string, centre?: Centre): string;
  /** A visitor who is this actor, or a member of the staff with this role and a second factor. Each has own cookies. */
  as(who: Who, options?: WhoOptions & { centre?: Centre }): Visitor;
}

const mostRedirects = 5;

/** The whole product as one fetch handler over the database of the running test file. */
export async function openApp(options: TestWorldOptions = {}): Promise<TestApp> {
  const { world, credentialsOf } = recogniseTestActors(await testWorld(options));
  for (const module of world.modules) {
    const stop = await module.start?.(world);
    if (stop) closeAtTheEnd(stop);
  }
  const app = createApp(world);

  let visitors = 0;
  function visit(actor: Actor, centre: Centre): Visitor {
    visitors += 1;
    const address = `192.0.2.${visitors}`;
    const jar = new Map<string, string>();
    const credentials = credentialsOf(actor, centre);
    for (const cookie of credentials.cookies) keep(jar, cookie);

    async function send(path: string, init: RequestInit = {}): Promise<Response> {
      const url = new URL(path, world.publicUrl);
      const headers = new Headers(init.headers);
      const set = (name: string, value: string) => void (headers.has(name) || headers.set(name, value));
      set('accept', 'text/html,application/xhtml+xml');
      set('accept-language', 'pl');
      if (jar.size > 0) set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
      for (const [name, value] of Object.entries(credentials.headers)) set(name, value);
      if (init.method === 'POST') {
        set('origin', world.publicUrl);
        set('sec-fetch-site', 'same-origin');
      }
      const response = await app.request(url, { ...init, headers }, { incoming: { socket: { remoteAddress: address } } });
      for (const cookie of response.headers.getSetCookie()) keep(jar, cookie);
      return response;
    }
    async function travel(path: string, init: RequestInit): Promise<Page> {
      const redirects: string[] = [];
      let url = new URL(path, world.publicUrl);
      let response = await send(url.href, init);
      while (response.status >= 300 && response.status < 400) {
        redirects.push(url.pathname + url.search);
        if (redirects.length > mostRedirects) throw new Error(`redirected in circles: ${redirects.join(' → ')}`);
        url = new URL(response.headers.get('location') ?? '', url);
        response = await send(url.href);
      }
      return Page.read(response, url, redirects, visitor);
    }
    const visitor: Visitor = {
      actor,
      send,
      get: (path) => travel(path, {}),
      post: (path, body) => travel(path, { method: 'POST', body }),
      cookie: (name) => jar.get(name),
    };
    return visitor;
  }

  return {
    world,
    at: (path, centre = centreA) => `/${centre.slug}${path === '/' ? '' : path}`,
    as: (who, { centre = centreA, ...details } = {}) => visit(actorOf(who, details), centre),
  };
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [pair = ''] = cookie.split(';');
  const name = pair.slice(0, pair.indexOf('='));
  if (/;\s*max-age=0/i.test(cookie)) jar.delete(name);
  else jar.set(name, pair.slice(pair.indexOf('=') + 1));
}
