/**
 * The pages people open most, on the whole product as the restricted role: with a thousand cases in one centre,
 * then with a hundred thousand (OKIENKO_BENCH_CASES for another number).
 */
import pg from 'pg';
import { createApp } from '#apps/web/app.ts';
import { modules } from '#apps/modules.ts';
import { newId } from '#shared/uuid.ts';
import type { Actor } from '#shared/actor.ts';
import type { Role } from '#shared/roles.ts';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import { listServices, listShippedServices, putService } from '#modules/catalogue/index.ts';
import { fileRequest } from '#modules/requests/index.ts';
import { centreA } from '#tests/support/centres.ts';
import { benchWorld } from './support/benchWorld.ts';
import { openBenchDatabase } from './support/database.ts';
import { anOrderPlaced } from '#modules/orders/testing.ts';
import { aRequest } from './support/aRequest.ts';
import { fillCases } from './support/manyCases.ts';
import { fillOrders } from './support/manyOrders.ts';
import { fillWaiting } from './support/manyWaiting.ts';
import type { Benchmark } from './support/measure.ts';

const sizes = [1_000, Number(process.env['OKIENKO_BENCH_CASES'] ?? 100_000)];
const words = ['opieka dla mamy z demencją', 'dowóz do lekarza', 'asystent', 'psycholog dla dziecka', 'pomoc w domu po szpitalu'];
const anybody: Actor = { kind: 'anonymous' };
const user = (role: Role, providerId: string | null = null): Actor => ({
  kind: 'user',
  userId: newId(),
  name: 'Pomiar',
  roles: [role],
  providerId,
  isStrong: true,
});

export async function* benchmarks(): AsyncIterable<Benchmark> {
  const { database, ownerUrl, stop } = await openBenchDatabase();
  // Row-level security holds for the owner of the tables too.
  const owner = new pg.Client({ connectionString: ownerUrl, options: `-c okienko.centre_id=${centreA.id}` });
  await owner.connect();
  const world = benchWorld(database);
  const stops = await Promise.all(modules.map((module) => module.start?.(world)));
  const inScope = <T>(actor: Actor, work: (scope: CentreScope) => Promise<T>): Promise<T> =>
    inCentre(database, centreA.id, (tx) =>
      work(makeScope({ world, tx, centre: centreA, actor, now: world.clock(), lang: 'pl', door: 'bench', requestId: 'bench' })),
    );
  const opener = (actor: Actor) => {
    const app = createApp({ ...world, authenticate: async () => actor });
    return async (path: string): Promise<void> => {
      const response = await app.request(new URL(`/${centreA.slug}${path}`, world.publicUrl), { headers: { accept: 'text/html' } });
      await response.text();
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    };
  };

  const serviceId = await inScope(user('serviceOrganiser'), async (scope) => {
    for (const service of listShippedServices('solec-kujawski')) await putService(scope, service);
    return (await listServices(scope, { offered: true }))[0]?.id ?? '';
  });
  const resident = opener(anybody);
  const desk = opener(user('frontDesk'));
  const order = await inScope(user('serviceOrganiser'), anOrderPlaced);
  const organiser = opener(user('serviceOrganiser'));
  const director = opener(user('director'));
  const provider = opener(user('providerWorker', order.providerId));
  for (const size of sizes) {
    await fillCases(owner, centreA.id, size);
    await fillOrders(owner, centreA.id, order.orderId, size);
    await fillWaiting(owner, centreA.id, serviceId, size);
    yield { name: 'portal home', size, run: () => resident('') };
    yield { name: 'search', size, run: (round) => resident(`/uslugi?q=${encodeURIComponent(words[round % words.length] ?? '')}`) };
    yield { name: 'service card', size, run: () => resident(`/uslugi/${serviceId}`) };
    yield { name: 'filing a request', size, run: (round) => inScope(anybody, (scope) => fileRequest(scope, aRequest(serviceId, round))) };
    yield {
      name: 'filing, four at once',
      size,
      together: 4,
      run: (round) => inScope(anybody, (scope) => fileRequest(scope, aRequest(serviceId, round))),
    };
    yield { name: 'inbox', size, run: () => desk('/praca/sprawy') };
    yield { name: 'inbox, by words', size, run: (round) => desk(`/praca/sprawy?q=nazwisko${(round * 31) % 1000}`) };
    const numbered = (round: number) => String(1 + ((round * 7919) % size)).padStart(8, '0');
    yield { name: 'inbox, by number', size, run: (round) => desk(`/praca/sprawy?q=${numbered(round)}`) };
    yield { name: 'inbox, by a common word', size, run: () => desk('/praca/sprawy?q=nazwisko') };
    yield { name: 'inbox, by words of nobody', size, run: () => desk('/praca/sprawy?q=kowalskiego') };
    yield { name: 'orders of the centre', size, run: () => organiser('/praca/zlecenia') };
    yield { name: 'orders, by words', size, run: (round) => organiser(`/praca/zlecenia?q=${numbered(round)}`) };
    yield { name: "provider's list", size, run: () => provider('/wykonawca') };
    yield { name: 'reserve list', size, run: () => organiser(`/praca/kolejki/${serviceId}`) };
    yield { name: 'reserve lists', size, run: () => organiser('/praca/kolejki') };
    yield { name: "director's board", size, run: () => director('/praca/pulpit') };
    yield { name: 'services of staff', size, run: () => organiser('/praca/uslugi') };
  }
  for (const each of stops) await each?.();
  await owner.end();
  await stop();
}
