import pino, { type Logger } from 'pino';

/** Lines of JSON on the error stream, without personal data. */
export function makeLog(level: string, destination: pino.DestinationStream = pino.destination({ fd: 2, sync: true })): Logger {
  return pino({ level, base: null, serializers: { err: describeError, error: describeError } }, destination);
}

/**
 * What a log may know of an error. The other properties stay out: an error of PostgreSQL carries
 * values of the row in `detail`, and the connection it happened on.
 */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return {
    type: error.name,
    message: error.message,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    stack: error.stack,
  };
}
