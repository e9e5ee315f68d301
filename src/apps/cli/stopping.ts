/** Requests to stop: Ctrl-C, a signal of the system, or the launcher being gone. */
export interface Stopping {
  /** Aborted at the first request. */
  readonly signal: AbortSignal;
  /** Resolves at the first request. */
  readonly asked: Promise<void>;
}

// Ctrl-C arrives from the terminal, from npm and from the launcher at almost the same time.
const sameRequestMs = 2000;

/**
 * Listens for requests to stop. A second one, more than two seconds after the first, calls
 * `onImpatience`.
 */
export function listenForStop(onImpatience: () => void): Stopping {
  const controller = new AbortController();
  let firstAt = 0;
  const ask = (): void => {
    if (!controller.signal.aborted) {
      firstAt = performance.now();
      controller.abort();
    } else if (performance.now() - firstAt > sameRequestMs) onImpatience();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  // The launcher's channel closes however the launcher ends.
  if (process.connected) {
    process.once('disconnect', ask);
    process.channel?.unref();
  }
  const asked = new Promise<void>((resolve) => controller.signal.addEventListener('abort', () => resolve()));
  return { signal: controller.signal, asked };
}
