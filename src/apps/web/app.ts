import { Hono, type Context } from 'hono';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { v7 as uuidv7 } from 'uuid';
import { programAddresses, watchOrigins } from '#platform/http/origins.ts';
import { mountDoors, type Env } from '#platform/http/server.ts';
import { answerError } from './answerError.tsx';
import { answerProgram } from './answerProgram.ts';
import { mountAssets } from './assets.ts';
import { mountHealth } from './health.ts';
import { mountLook } from './look.tsx';
import { namedMistakes } from './namedMistakes.ts';
import { trimSlash } from './trimSlash.ts';
import type { World } from '#platform/world.ts';

/** The whole product as one fetch handler: what the server listens with and tests call in-process. */
export function createApp(world: World): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    c.set('requestId', uuidv7());
    c.set('extraCookies', []);
    const began = performance.now();
    await next();
    c.header('x-request-id', c.get('requestId'));
    // Stricter than the pages' own: for files that somebody sent us.
    const policy = c.get('contentPolicy');
    if (policy !== undefined) c.header('content-security-policy', policy);
    // The pattern of the address, never the address itself: codes and words searched for are personal.
    world.log.info(
      {
        requestId: c.get('requestId'),
        method: c.req.method,
        route: c.req.routePath,
        status: c.res.status,
        ms: Math.round(performance.now() - began),
      },
      'request',
    );
  });
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        manifestSrc: ["'self'"],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
    }),
  );
  const doors = world.modules.flatMap((module) => module.doors ?? []);
  app.use(watchOrigins(doors, world.publicUrl));
  app.use(trimSlash);
  // Assets come compressed already; compress() leaves answers alone that name their encoding.
  app.use(compress());
  app.use(namedMistakes);
  mountHealth(app, world);
  mountAssets(app);
  mountLook(app, world);
  mountDoors(app, world, doors);
  const addressOf = programAddresses(doors);
  const answer = (c: Context<Env>, thrown?: unknown) => {
    const { isForPrograms, methods } = addressOf(c.req.path);
    return isForPrograms ? answerProgram(c, world, thrown, methods) : answerError(c, world, thrown);
  };
  app.notFound((c) => answer(c));
  app.onError((thrown, c) => answer(c, thrown));
  return app;
}
