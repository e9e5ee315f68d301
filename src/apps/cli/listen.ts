import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { OperatorError, codeOf } from '#platform/operatorError.ts';

type Fetch = (request: Request, env: object) => Response | Promise<Response>;

/** An open port whose answers can be given to the product once it is ready. */
export interface Listening {
  readonly port: number;
  /** Hands every further request to the product. */
  serve(fetch: Fetch): void;
  /** Takes no more requests and waits for those under way, at most `graceMs`. */
  close(graceMs: number): Promise<void>;
}

/**
 * Opens the port before anything else, so that a taken one is known before the database is touched.
 * Until `serve` is called every request is answered with 503.
 * @throws OperatorError when the port cannot be had.
 */
export async function listen(host: string, port: number): Promise<Listening> {
  let current: Fetch = () =>
    new Response('Okienko się uruchamia. Proszę odświeżyć stronę za chwilę.\n', {
      status: 503,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' },
    });
  const server = createAdaptorServer({ fetch: (request, env) => current(request, env) }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explained(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    serve: (fetch) => {
      current = fetch;
    },
    close: (graceMs) => drain(server, graceMs),
  };
}

async function drain(server: Server, graceMs: number): Promise<void> {
  let isClosed = false;
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      isClosed = true;
      resolve();
    });
  });
  const until = performance.now() + graceMs;
  while (!isClosed && performance.now() < until) {
    // A kept-alive connection becomes idle only after its last answer.
    server.closeIdleConnections();
    await Promise.race([closed, sleep(50)]);
  }
  server.closeAllConnections();
  await closed;
}

function explained(error: Error, host: string, port: number): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new OperatorError(`Port ${port} is taken by another program; stop it or choose another, for example PORT=${port + 1}.`);
    case 'EACCES':
      return new OperatorError(`This user may not open port ${port}; choose one from 1024 up with PORT.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new OperatorError(`HOST=${host} is not an address of this machine.`);
    default:
      return error;
  }
}
