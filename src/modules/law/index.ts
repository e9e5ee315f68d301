import type { LawValues } from '#shared/lawValues.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { findInForce, lawValuesOn, readShippedParameters, type Parameter } from './domain/parameters.ts';

export type { Parameter } from './domain/parameters.ts';

/** The law as one centre applies it on a day: the figures, and each with its article, source and verified flag. */
export interface LawOnDay {
  readonly values: LawValues;
  /** The parameter behind a figure or a required content, or undefined when none is in force. */
  find(key: string): Parameter | undefined;
}

const shipped = readShippedParameters();

/** The law in force at a centre on a day. @throws Error when a figure that decisions need is missing. */
export async function lawOn(_scope: CentreScope, on: Temporal.PlainDate): Promise<LawOnDay> {
  return { values: lawValuesOn(shipped, on), find: (key) => findInForce(shipped, key, on) };
}
