/**
 * The answer of a rule: either a value, or a refusal that says why not.
 * A refusal is an ordinary outcome with a stable code, never an exception.
 */
export type Result<T, R> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

/** Wraps a value that the rules allow. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps the reason why the rules do not allow it. */
export function refuse<R>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal };
}

/** Changes the value of a success and leaves a refusal as it is. */
export function mapOk<T, U, R>(result: Result<T, R>, change: (value: T) => U): Result<U, R> {
  return result.ok ? ok(change(result.value)) : result;
}

/**
 * The value of a result that cannot be a refusal, for example of data shipped with the product.
 * Throws when it is one; the message carries the refusal, so do not use it on what a person typed.
 */
export function getValue<T, R>(result: Result<T, R>): T {
  if (result.ok) return result.value;
  throw new Error(`Expected a value, got the refusal ${JSON.stringify(result.refusal)}`);
}
