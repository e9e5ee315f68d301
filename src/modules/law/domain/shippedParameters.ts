import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { parameterSchema, type Parameter } from './parameters.ts';

const folder = new URL('../../../../data/law/', import.meta.url);

/** All shipped parameters. @throws ZodError when a data file is not of the documented form. */
export function readShippedParameters(): Parameter[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .flatMap((name) => z.array(parameterSchema).parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
}
