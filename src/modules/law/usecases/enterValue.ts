import { ok, refuse, type Result } from '#shared/result.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { lawOfCentre, readTypedValue } from '../domain/lawOfCentre.ts';
import { findInForce, type Parameter } from '../domain/parameters.ts';
import { readShippedParameters } from '../domain/shippedParameters.ts';
import { countEntriesLocked, insertCentreValue, listCentreValues } from '../store/centreValueStore.ts';

const shipped = readShippedParameters();

/** All parameters as the centre of the transaction applies them. */
export async function listLaw(scope: CentreScope): Promise<readonly Parameter[]> {
  return lawOfCentre(shipped, await listCentreValues(scope.tx));
}

/**
 * Says that somebody of the centre checked a figure against its source. `entriesSeen`: how many entries about the parameter
 * there were when they read it; when there are more, they checked another figure than would be marked.
 */
export async function confirmValue(
  scope: CentreScope,
  {
    key,
    validFrom,
    source,
    note,
    entriesSeen,
  }: { key: string; validFrom: string; source: string; note: string | null; entriesSeen: number },
): Promise<Result<Parameter, 'no-such-parameter' | 'entered-meanwhile'>> {
  if ((await countEntriesLocked(scope.tx, key)) !== entriesSeen) return refuse('entered-meanwhile');
  const line = (await listLaw(scope)).find((each) => each.key === key && each.validFrom === validFrom);
  if (!line) return refuse('no-such-parameter');
  await insertCentreValue(scope.tx, {
    key,
    value: line.value,
    validFrom: Temporal.PlainDate.from(validFrom),
    kind: 'confirmed',
    article: line.article,
    source,
    note,
    ...enteredBy(scope),
  });
  return ok(line);
}

/** Changes a figure from a day on; earlier days keep theirs. `entriesSeen` as in `confirmValue`. */
export async function changeValue(
  scope: CentreScope,
  input: {
    key: string;
    validFrom: Temporal.PlainDate;
    typed: string;
    article: string | null;
    source: string;
    note: string | null;
    entriesSeen: number;
  },
): Promise<Result<Parameter['value'], 'no-such-parameter' | 'wrong-value' | 'too-early' | 'entered-meanwhile'>> {
  const like = shipped.find((each) => each.key === input.key);
  if (!like) return refuse('no-such-parameter');
  if (input.validFrom.toString() < firstDayOf(input.key)) return refuse('too-early');
  const inForce = findInForce(await listLaw(scope), input.key, input.validFrom) ?? like;
  const value = readTypedValue(inForce, input.typed);
  if (value === undefined) return refuse('wrong-value');
  if ((await countEntriesLocked(scope.tx, input.key)) !== input.entriesSeen) return refuse('entered-meanwhile');
  const { key, validFrom, article, source, note } = input;
  await insertCentreValue(scope.tx, { key, value, validFrom, kind: 'changed', article, source, note, ...enteredBy(scope) });
  return ok(value);
}

/** The first day on which a parameter had a figure at all. */
export const firstDayOf = (key: string): string =>
  shipped
    .filter((each) => each.key === key)
    .map(({ validFrom }) => validFrom)
    .toSorted()[0] ?? '';

function enteredBy(scope: CentreScope) {
  if (scope.actor.kind !== 'user') throw new Error('only a person answers for a figure of the law');
  return { enteredBy: scope.actor.userId, enteredByName: scope.actor.name, enteredAt: scope.now };
}
