import { createApp } from '#apps/web/app.ts';
import { listOpenCentres, makeScope } from '#platform/http/index.ts';
import { codeOf, OperatorError } from '#platform/operatorError.ts';
import { inCentre } from '#platform/db/index.ts';
import {
  loadDescriptionCheck,
  loadLinkedDataCheck,
  checkFeed,
  loadPackage,
  publishCatalogue,
  readSchemas,
  readStandardPackage,
  recordResult,
  type Answer,
  type Ask,
  type FeedReport,
} from '#modules/openData/index.ts';
import type { OpenedWorld } from './world.ts';

export interface HsdsCheck {
  /** The folder with the schemas of the standard. */
  readonly schemas: string;
  readonly say: (line: string) => void;
}

/** What the verb `check` asks of the modules. */
export const checkCapabilities = {
  /** Walks the HSDS interface of this installation and holds all of it against the schemas, the second time with foreign terms forbidden. */
  async checkHsds(opened: OpenedWorld, { schemas, say }: HsdsCheck): Promise<FeedReport> {
    const passes = passesOf(schemas);
    await publishAll(opened);
    const report = await checkFeed(askOwn(opened), passes, { say });
    await recordResult(opened.world, 'hsds', report);
    return report;
  },

  /** Loads the tables as CSV into tables made by the definition of the standard, and undoes it. */
  async checkTables(opened: OpenedWorld, { schemas }: HsdsCheck): Promise<CheckReport> {
    await publishAll(opened);
    const ask = askOwn(opened);
    const client = await opened.ownerPool.connect();
    try {
      const { rows, faults } = await loadPackage(client, readStandardPackage(schemas), async (path) => (await ask(`/csv/${path}`)).text);
      const report = { subjects: [...rows.values()].reduce((sum, count) => sum + count, 0), faults };
      await recordResult(opened.world, 'datapackage', report);
      return report;
    } finally {
      client.release();
    }
  },

  /** Holds every service as linked data against the shapes of CPSV-AP. */
  async checkLinkedData(opened: OpenedWorld, { shapes: folder }: { shapes: string }): Promise<CheckReport> {
    const { quadsOfJsonLd, readShapes } = await loadLinkedDataCheck();
    const shapes = readShapes(folder);
    await publishAll(opened);
    const faults: string[] = [];
    let subjects = 0;
    const app = createApp(opened.world);
    for (const centre of await listOpenCentres(opened.world.database)) {
      const answer = await app.request(`${opened.world.publicUrl}/${centre.slug}/cpsv-ap.jsonld`);
      const document = (await answer.json()) as { '@graph': readonly { '@type'?: unknown }[] };
      subjects += document['@graph'].filter((node) => node['@type'] === 'cpsv:PublicService').length;
      for (const fault of await shapes.faultsOf(await quadsOfJsonLd(document))) faults.push(`${centre.slug}: ${fault}`);
    }
    await recordResult(opened.world, 'cpsv-ap', { subjects, faults });
    return { subjects, faults };
  },

  /** Lints the description of the interface. */
  async checkDescription(opened: OpenedWorld): Promise<CheckReport> {
    const { lintDescription } = await loadDescriptionCheck();
    const { text } = await askOwn(opened)('/openapi.json');
    const { operations, faults } = await lintDescription(text);
    await recordResult(opened.world, 'openapi', { subjects: operations, faults });
    return { subjects: operations, faults };
  },
};

export interface CheckReport {
  readonly subjects: number;
  readonly faults: readonly string[];
}

const passesOf = (schemas: string) => [readSchemas(schemas), readSchemas(schemas, { strict: true })];

/** The same for an interface elsewhere; its result is not kept. */
export async function checkForeignHsds(url: string, { schemas, say }: HsdsCheck): Promise<FeedReport> {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
    throw new OperatorError(`"${url}" is no address of an interface. It begins with https:// or http://, as in https://example.org/hsds.`);
  return checkFeed(askOver(url), passesOf(schemas), { say });
}

/** Without a worker of jobs the public copy would not be made. */
async function publishAll({ world }: OpenedWorld): Promise<void> {
  for (const centre of await listOpenCentres(world.database))
    await inCentre(world.database, centre.id, (tx) => {
      const actor = { kind: 'system', task: 'check' } as const;
      const scope = makeScope({
        world,
        tx,
        centre,
        actor,
        now: world.clock(),
        lang: 'pl',
        door: 'okienko check',
        requestId: 'command line',
      });
      return publishCatalogue(scope);
    });
}

const limitMinutes = 1;
const afterLimit = (answer: Response): number => Number(answer.headers.get('retry-after') ?? limitMinutes * 60) * 1000;
const answerOf = async (answer: Response): Promise<Answer> => ({
  status: answer.status,
  headers: answer.headers,
  text: await answer.text(),
});

/** The interface of this build over this installation's data, without a server in between. */
function askOwn({ world }: OpenedWorld): Ask {
  const app = createApp(world);
  let asked = 0;
  return async (path, headers = {}) => {
    const url = `${world.publicUrl}/hsds${path === '/' ? '' : path}`;
    // Questions of the check are counted as those of many callers, or it would wait for its own limit.
    const remoteAddress = `check ${Math.floor(asked++ / 1000)} ${world.clock().epochMilliseconds}`;
    return answerOf(
      await app.request(url, { headers: { accept: 'application/json', ...headers } }, { incoming: { socket: { remoteAddress } } }),
    );
  };
}

/** The program's own "fetch failed" names no reason; its cause does. */
function unreachable(origin: string, error: unknown): OperatorError {
  const cause = error instanceof Error ? error.cause : undefined;
  const reason = codeOf(cause) || (cause instanceof Error ? cause.message : '');
  return new OperatorError(
    `Nothing answers at ${origin}${reason === '' ? '' : ` (${reason})`}. Check the address and that the server runs.`,
    {
      cause: error,
    },
  );
}

/** Another interface; waits where it asks to. */
function askOver(base: string): Ask {
  const origin = base.replace(/\/+$/, '');
  return async (path, headers = {}) => {
    for (;;) {
      const answer = await fetch(origin + path, { headers: { accept: 'application/json', ...headers } }).catch((error: unknown) => {
        throw unreachable(origin, error);
      });
      if (answer.status !== 429) return answerOf(answer);
      await new Promise((resolve) => setTimeout(resolve, afterLimit(answer)));
    }
  };
}
