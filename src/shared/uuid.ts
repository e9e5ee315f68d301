import { v5, v7, validate } from 'uuid';

/** A new identifier (UUID version 7, so that rows made later sort later). */
export function newId(): string {
  return v7();
}

/** An identifier that carries the given moment, for demonstrations and tests with a fixed clock. */
export function newIdAt(moment: Temporal.Instant): string {
  return v7({ msecs: moment.epochMilliseconds });
}

/** True for the text of a UUID of any version, in lower or upper case. */
export function isUuid(text: string): boolean {
  return validate(text);
}

/** Names made from this project's own names live here (UUID version 5 of its name in the DNS namespace). */
const NAMESPACE = v5('okienko', v5.DNS);

/** The identifier that always belongs to the given words, so that repeating an import or export changes nothing. */
export function derivedId(...words: readonly string[]): string {
  return v5(JSON.stringify(words), NAMESPACE);
}
