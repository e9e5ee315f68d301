/** One thing that was looked at. */
export interface Check {
  readonly status: 'ok' | 'warn' | 'fail';
  readonly name: string;
  /** What was found. */
  readonly found: string;
  /** What to do about it; only where there is something to do. */
  readonly todo?: string;
}

export function check(status: Check['status'], name: string, found: string, todo?: string): Check {
  return todo === undefined ? { status, name, found } : { status, name, found, todo };
}
