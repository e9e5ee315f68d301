import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { anonymous, type Actor } from '#shared/actor.ts';
import type { Decision } from '#shared/policy.ts';
import { admit, inCentre } from '#platform/db/index.ts';
import { languages, type Language } from '#platform/i18n/index.ts';
import { dateInPoland, type World } from '#platform/world.ts';
import { writeAudit } from '#platform/audit/entry.ts';
import { countAttempt } from './attempts.ts';
import { cookieHeader, readCookie } from './cookies.ts';
import type { Centre, CentreContext, Subject } from './context.ts';
import type { CentreDoor, Door, PlatformDoor } from './door.ts';
import { dropDraft } from './drafts.ts';
import { noticeCookie, type Env } from './env.ts';
import { BadRequest, Forbidden, NotFound, OtherActor, TooLarge, Unauthenticated } from './errors.ts';
import { cleanTyped, FormFields } from './form.ts';
import { redirect, type Reply } from './reply.ts';
import { packed } from './packed.ts';
import { makeScope } from './scope.ts';
import { send } from './send.ts';
import { answerSubmission, claimSubmission } from './submissions.ts';
import { isKeyOf, makeSubmissionKey } from './submissionKey.ts';
import { findCentre } from './tenant.ts';

export type { Env } from './env.ts';
type HonoContext = Context<Env>;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The address pattern of a door as the router knows it. */
export function addressOf(door: Door): string {
  return door.scope === 'centre' ? `/:slug${door.path === '/' ? '' : door.path}` : door.path;
}
export const doorName = (door: Door) => `${door.method} ${addressOf(door)}`;

/** Mounts every door. Refuses at start-up a door whose permission or audit rule is missing. */
export function mountDoors(app: Hono<Env>, world: World, doors: readonly Door[]): void {
  const seen = new Set<string>();
  for (const door of doors.toSorted(byFixedParts)) {
    const name = doorName(door);
    if (!door.may || !door.audit) throw new Error(`${name}: every door states who may use it and what it writes to the audit log`);
    if (seen.has(name)) throw new Error(`${name}: two doors at one address`);
    seen.add(name);
    const most = door.maxBody ?? 256 * 1024;
    const limit = bodyLimit({
      maxSize: most,
      onError: () => {
        throw new TooLarge(most);
      },
    });
    app.on(door.method, addressOf(door), limit, async (c) => {
      const reply = door.scope === 'centre' ? await openCentreDoor(world, door, c) : await openPlatformDoor(world, door, c);
      const response = await send(c, world, reply);
      const isAnybodys = door.method === 'GET' && door.may.kind === 'public' && door.may.because === 'no personal data';
      return isAnybodys ? packed(response, c.req.header('accept-encoding')) : response;
    });
  }
}

/**
 * The platform's own addresses go before those that begin with the name of a centre, fixed parts of an address before
 * parameters in the same place, whichever module comes first.
 */
function byFixedParts(a: Door, b: Door): number {
  const shape = (door: Door) =>
    addressOf(door)
      .split('/')
      .map((part) => (part.startsWith(':') ? '1' : '0'))
      .join('');
  if (a.scope !== b.scope) return a.scope === 'centre' ? 1 : -1;
  return shape(a) < shape(b) ? -1 : shape(a) > shape(b) ? 1 : 0;
}

/** Doors of a regional office: those of work and of accounts. What residents use would lead them nowhere there. */
const officePath = /^\/(praca|konto|logowanie|wyloguj|dostepnosc|prywatnosc|poczta-pokazowa)(\/|$)/;

async function openPlatformDoor(world: World, door: PlatformDoor, c: HonoContext): Promise<Reply> {
  const actor = await world.authenticate(c.req.raw, null);
  refuseMalformedIds(c);
  const base = describePage(world, c, null, actor);
  c.set('pageContext', base);
  await guard(world, door, clientAddress(c), base.now, actor);
  return door.handle({ ...base, ...(await describeRequest(world, door, c)), centre: null });
}

async function openCentreDoor(world: World, door: CentreDoor, c: HonoContext): Promise<Reply> {
  const centre = await findCentre(world.database, c.req.param('slug') ?? '');
  if (!centre) throw new NotFound('centre');
  if (centre.kind === 'regionalOffice' && !officePath.test(door.path)) {
    if (door.method === 'GET' && door.path === '/') return redirect(`/${centre.slug}/praca`);
    throw new NotFound('door');
  }
  const signedIn = await world.authenticate(c.req.raw, centre);
  const byCookie = actorOfCookie(world, c, centre);
  // Below /odpowiedz the link speaks, whoever else is signed in to the same browser.
  const actor = signedIn.kind === 'anonymous' || byCookie.kind === 'orderLink' ? byCookie : signedIn;
  const base = describePage(world, c, centre, actor);
  c.set('pageContext', base);
  refuseMalformedIds(c);
  // Who may not come in, or comes too often, must not make us read large files first.
  await guard(world, door, clientAddress(c), base.now, actor);
  const request = await describeRequest(world, door, c);

  const subjects: Subject[] = [];
  try {
    return await inTurn(world.database, centre.id, async (tx) => {
      const scope = makeScope({
        world,
        tx,
        centre,
        actor,
        now: base.now,
        lang: base.lang,
        door: doorName(door),
        requestId: base.requestId,
      });
      const context: CentreContext = { ...base, ...request, centre, scope, concerns: (subject) => void subjects.push(subject) };
      const { reply, isRepeated } = await handleOnce(door, context, c.get('extraCookies'));
      if (reply.kind === 'page') await countWaiting(context, base.waiting);
      if (reply.kind === 'page' && reply.status >= 400 && !reply.keepsTrace) throw new Undo(reply);
      if (reply.kind === 'data' && reply.status >= 400) throw new Undo(reply);
      // Answering a repeated sending does nothing, and must not look like doing it twice.
      if (door.audit.kind === 'event' && !isRepeated) {
        const { event } = door.audit;
        const about = subjects.length > 0 ? subjects : [{}];
        await writeAudit(
          tx,
          about.map((subject) => ({ event, door: doorName(door), actor, subject, at: base.now, requestId: base.requestId })),
        );
      }
      return reply;
    });
  } catch (thrown) {
    if (thrown instanceof Undo) return thrown.reply;
    throw thrown;
  }
}

/** The transaction of a door, whose handler may read registers beside it. */
const inTurn: typeof inCentre = (database, centreId, work) => admit(database)(() => inCentre(database, centreId, work));

/** Pages are drawn after the transaction, so what their navigation counts is asked for here. */
async function countWaiting({ world, scope, actor, path, at }: CentreContext, counts: Map<string, number>): Promise<void> {
  const area = path.startsWith(at('/praca')) ? 'staff' : path.startsWith(at('/wykonawca')) ? 'provider' : undefined;
  for (const item of world.modules.flatMap((module) => module.navigation ?? [])) {
    if (item.area === area && item.count && item.may.allows(actor).allowed) counts.set(item.path, await item.count(scope));
  }
}

function refuseMalformedIds(c: HonoContext): void {
  for (const [key, value] of Object.entries(c.req.param())) if (key.endsWith('Id') && !uuidPattern.test(value)) throw new NotFound(key);
}

/** Carries a refusing reply out of a transaction that must not be kept. */
class Undo extends Error {
  readonly reply: Reply;
  constructor(reply: Reply) {
    super('undo');
    this.reply = reply;
  }
}

/** @param cookies those set for this answer; a repeated sending gets them again */
async function handleOnce(door: CentreDoor, context: CentreContext, cookies: string[]): Promise<{ reply: Reply; isRepeated: boolean }> {
  if (door.method === 'GET' || door.repeatable) return { reply: await door.handle(context), isRepeated: false };
  const key = context.fields.get('_key') || (context.request.headers.get('idempotency-key') ?? '');
  if (!uuidPattern.test(key)) throw new BadRequest('submission key missing');
  // At public doors everybody speaks for themselves, whoever the page was drawn for.
  if (door.may.kind !== 'public' && !isKeyOf(context.world.secret, key, context.actor)) throw new OtherActor();
  const earlier = await claimSubmission(context.scope, { door: doorName(door), path: context.path, key, fields: context.fields });
  if (earlier.kind === 'repeated') {
    cookies.push(...earlier.cookies);
    return { reply: { kind: 'redirect', to: earlier.location, notice: earlier.notice ?? undefined }, isRepeated: true };
  }
  if (earlier.kind === 'changed') throw new AlreadySent(earlier.location);
  const reply = await door.handle(context);
  await answerSubmission(context.scope.tx, key, reply, cookies);
  if (door.keepsDraft && reply.kind === 'redirect') await dropDraft(context.scope, context.path);
  return { reply, isRepeated: false };
}

/** The same form was sent before with other answers; `location` shows what the first one did. */
export class AlreadySent extends Error {
  readonly location: string;
  constructor(location: string) {
    super('already sent');
    this.location = location;
  }
}

async function guard(world: World, door: Door, address: string, now: Temporal.Instant, actor: Actor): Promise<void> {
  if (door.limit) await countAttempt(world.database, { name: doorName(door), who: address, now, ...door.limit });
  if (door.may.kind === 'public') return;
  const decision: Decision = door.may.allows(actor);
  if (decision.allowed) return;
  // Whoever only carries a code or a link may still have an account.
  if (actor.kind !== 'user') throw new Unauthenticated(decision.reason);
  throw new Forbidden(decision.reason);
}

function describePage<C extends Centre | null>(world: World, c: HonoContext, centre: C, actor: Actor) {
  const now = world.clock();
  const url = new URL(c.req.url);
  const query = new URLSearchParams([...url.searchParams].map(([name, value]) => [cleanTyped(name), cleanTyped(value)]));
  return {
    world,
    lang: languageOf(c.req.raw, world.secret),
    scheme: schemeOf(c.req.raw, world.secret),
    centre,
    actor,
    path: url.pathname,
    query,
    now,
    today: dateInPoland(now),
    requestId: c.get('requestId'),
    waiting: new Map<string, number>(),
    notice: readCookie(c.req.raw, world.secret, noticeCookie) ?? null,
    submissionKey: () => makeSubmissionKey(world.secret, actor),
    at: (path: string) => (centre ? `/${centre.slug}${path === '/' ? '' : path}` : path),
  };
}

async function describeRequest(world: World, door: Door, c: HonoContext) {
  const params = Object.fromEntries(Object.entries(c.req.param()).map(([name, value]) => [name, cleanTyped(value)]));
  return {
    params,
    request: c.req.raw,
    fields: door.method === 'POST' ? await readBody(c.req.raw) : new FormFields(),
    address: clientAddress(c),
    setCookie: (name: string, value: string | null, options?: { maxAgeSeconds?: number; path?: string }) =>
      void c
        .get('extraCookies')
        .push(cookieHeader(world.secret, name, value, { secure: world.publicUrl.startsWith('https:'), ...options })),
  };
}

async function readBody(request: Request): Promise<FormFields> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) return new FormFields();
  try {
    return new FormFields([...(await request.formData()).entries()]);
  } catch (thrown) {
    if (thrown instanceof BadRequest) throw thrown;
    throw new BadRequest('unreadable form');
  }
}

/** The caller's address. A proxy's word counts only where the operator says that there is one. */
function clientAddress(c: HonoContext): string {
  const direct = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress;
  const forwarded = process.env['OKIENKO_TRUST_PROXY'] ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return forwarded ?? direct ?? 'unknown';
}

/** The language chosen in the cookie, or the first one the browser asks for that we speak. */
export function languageOf(request: Request, secret: string): Language {
  const chosen = readCookie(request, secret, 'okienko_lang');
  const wanted = chosen
    ? [chosen]
    : (request.headers.get('accept-language') ?? '').split(',').map((each) => each.trim().slice(0, 2).toLowerCase());
  return languages.find((language) => language === wanted.find((each) => (languages as readonly string[]).includes(each))) ?? 'pl';
}
/** Light, dark or as the device says, chosen in the cookie. */
export function schemeOf(request: Request, secret: string): 'auto' | 'light' | 'dark' {
  const chosen = readCookie(request, secret, 'okienko_scheme');
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto';
}

export const caseCookie = 'okienko_case';
export const linkCookie = 'okienko_link';
/** A case holder or the bearer of an order link, by their signed cookie for this centre. */
function actorOfCookie(world: World, c: HonoContext, centre: Centre): Actor {
  const seconds = world.clock().epochMilliseconds / 1000;
  const caseParts = readCookie(c.req.raw, world.secret, caseCookie)?.split(' ');
  const linkParts = readCookie(c.req.raw, world.secret, linkCookie)?.split(' ');
  const isLink = c.req.path.startsWith(`/${centre.slug}/odpowiedz`);
  if (isLink && linkParts && linkParts[0] === centre.id && linkParts[1] && linkParts[2] && Number(linkParts[3]) > seconds)
    return { kind: 'orderLink', orderId: linkParts[1], linkId: linkParts[2] };
  if (caseParts && caseParts[0] === centre.id && caseParts[1] && Number(caseParts[2]) > seconds)
    return { kind: 'caseHolder', caseId: caseParts[1] };
  return anonymous;
}
/** The cookie value that makes its bearer a case holder until `until`. */
export const caseCookieValue = (centre: Centre, caseId: string, until: Temporal.Instant) =>
  `${centre.id} ${caseId} ${Math.floor(until.epochMilliseconds / 1000)}`;
/** The cookie value that lets its bearer answer one order below `/odpowiedz` until `until`. */
export const linkCookieValue = (centre: Centre, orderId: string, linkId: string, until: Temporal.Instant) =>
  `${centre.id} ${orderId} ${linkId} ${Math.floor(until.epochMilliseconds / 1000)}`;
