import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** What a listener does. Neither may throw. */
export interface Listener {
  /** Something was told on the channel. */
  heard(payload: string): void;
  /** The connection stands, for the first time or again: what was told meanwhile was not heard. */
  connected(): void;
}
/** Listens on a channel until it is told to stop. */
export type Listen = (channel: string, listener: Listener) => () => Promise<void>;

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** A connection that died without a word is noticed after this time. */
const CHECK_EVERY_MS = 30_000;
const ANSWER_WITHIN_MS = 10_000;

/**
 * Listens for NOTIFY over a connection of its own, which is made anew when it is lost, after pauses that grow.
 * @param connection to the server itself: poolers that share connections between transactions pass no notifications on
 * @param onLost tells the log that the connection was lost
 */
export function makeListen(connection: pg.ClientConfig, onLost: (error: Error) => void): Listen {
  return (channel, listener) => {
    const stopping = new AbortController();
    const running = keepListening(connection, channel, listener, onLost, stopping.signal);
    return async () => {
      stopping.abort();
      await running;
    };
  };
}

async function keepListening(
  connection: pg.ClientConfig,
  channel: string,
  listener: Listener,
  onLost: (error: Error) => void,
  stop: AbortSignal,
): Promise<void> {
  let wait = FIRST_PAUSE_MS;
  while (!stop.aborted) {
    const error = await listenOnce(connection, channel, listener, stop, () => (wait = FIRST_PAUSE_MS));
    if (stop.aborted) return;
    if (error) onLost(error);
    // Not all processes come back in the same moment.
    await pause(wait * (0.5 + Math.random()), undefined, { signal: stop }).catch(() => undefined);
    wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
  }
}

/** Listens until the connection is lost, with the reason, or the signal stops it. */
async function listenOnce(
  connection: pg.ClientConfig,
  channel: string,
  listener: Listener,
  stop: AbortSignal,
  onConnected: () => void,
): Promise<Error | undefined> {
  const client = new pg.Client({ ...connection, keepAlive: true, query_timeout: ANSWER_WITHIN_MS });
  const ended = Promise.withResolvers<Error | undefined>();
  client.on('error', (error) => ended.resolve(error));
  client.on('end', () => ended.resolve(new Error('the connection ended')));
  client.on('notification', ({ payload }) => listener.heard(payload ?? ''));
  const stopped = () => ended.resolve(undefined);
  stop.addEventListener('abort', stopped, { once: true });
  const check = setInterval(() => client.query('select 1').catch((error: Error) => ended.resolve(error)), CHECK_EVERY_MS).unref();
  try {
    await client.connect();
    await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    onConnected();
    listener.connected();
    return await ended.promise;
  } catch (error) {
    return error as Error;
  } finally {
    clearInterval(check);
    stop.removeEventListener('abort', stopped);
    await client.end().catch(() => undefined);
  }
}
