import type { LawValues } from '#shared/lawValues.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { lawOfCentre } from './domain/lawOfCentre.ts';
import { findInForce, lawValuesOn, type Parameter } from './domain/parameters.ts';
import { readShippedParameters } from './domain/shippedParameters.ts';
import { listCentreValues } from './store/centreValueStore.ts';

export type { Parameter } from './domain/parameters.ts';

/** The law as one centre applies it on a day: the figures, and each with its article, source and verified flag. */
export interface LawOnDay {
  readonly values: LawValues;
  /** The parameter behind a figure or a required content, or undefined when none is in force. */
  find(key: string): Parameter | undefined;
}

const shipped = readShippedParameters();

/**
 * The law in force at a centre on a day: what ships with the product, and what the centre confirmed or changed.
 * @throws Error when a figure that decisions need is missing.
 */
export async function lawOn(scope: CentreScope, on: Temporal.PlainDate): Promise<LawOnDay> {
  const parameters = lawOfCentre(shipped, await listCentreValues(scope.tx));
  return { values: lawValuesOn(parameters, on), find: (key) => findInForce(parameters, key, on) };
}
