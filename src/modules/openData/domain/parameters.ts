import { z } from 'zod';
import { stemsOf } from './words.ts';

const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const aTime = 'Expected a local time from 00:00 to 23:59, such as 08:00.';
const aMoment = 'Expected a date, such as 2026-01-31, or an instant with its offset, such as 2026-01-31T12:00:00Z.';

/** What lists may be asked with; all that are given must be fulfilled. */
export const PARAMETERS = {
  search: z
    .string()
    .trim()
    .max(200)
    .refine((text) => stemsOf(text).length > 0, 'Expected words: there is no letter and no digit.')
    .describe('Words that all occur in the object; letter case, accents and endings of words make no difference.')
    .meta({ examples: ['opieka nad seniorem'] }),
  page: z
    .int()
    .min(1)
    .max(1_000_000)
    .describe('The number of the page, from 1.')
    .meta({ examples: [1] }),
  per_page: z
    .int()
    .min(1)
    .max(1000)
    .describe('How many objects a page holds; 50 unless told. With minimal=true up to 100000, and all by default.')
    .meta({ examples: [50] }),
  format: z
    .enum(['json', 'ndjson'])
    .describe('json: pages. ndjson: all objects as a stream, one JSON object a line, without pages.')
    .meta({ examples: ['json'] }),
  taxonomy_term_id: z.uuid().describe('Only what carries this term.'),
  taxonomy_id: z.uuid().describe('Only what carries any term of this taxonomy.'),
  organization_id: z.uuid().describe('Only what this organization provides.'),
  modified_after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/, aMoment)
    .refine((text) => readInstant(text) !== undefined, 'There is no such moment.')
    .describe(
      'Only what was changed at this moment or later: a date (its beginning in Poland) or an instant with its offset. What was withdrawn is in no list; its own address answers 410.',
    )
    .meta({ examples: ['2026-01-01', '2026-01-01T12:00:00Z'] }),
  minimal: z.boolean().describe('Only id and last_modified of each service.'),
  full: z.boolean().describe('Objects with everything that belongs to them; without it, lists hold only single values.'),
  full_service: z.boolean().describe('The services of an organization in full.'),
  postcode: z
    .string()
    .regex(/^\d{2}-?\d{3}$/, 'Expected a Polish postcode, such as 86-050.')
    .describe('Only what is given at a place with this postcode; with proximity, within that distance of it.')
    .meta({ examples: ['86-050'] }),
  proximity: z
    .number()
    .positive()
    .max(1_000_000)
    .describe('Metres from the middle of the postcode; needs postcode.')
    .meta({ examples: [5000] }),
  minimum_age: z
    .number()
    .min(0)
    .max(130)
    .describe('Only services open to somebody of this age or older, in years.')
    .meta({ examples: [60] }),
  maximum_age: z
    .number()
    .min(0)
    .max(130)
    .describe('Only services open to somebody of this age or younger, in years.')
    .meta({ examples: [18] }),
  day: z
    .enum(weekdays)
    .describe('Only what has hours on this day of the week.')
    .meta({ examples: ['MO'] }),
  start_time: z
    .string()
    .regex(HOUR, aTime)
    .describe('Only what has hours that begin at this local time or later.')
    .meta({ examples: ['08:00'] }),
  end_time: z
    .string()
    .regex(HOUR, aTime)
    .describe('Only what has hours that end at this local time or earlier.')
    .meta({ examples: ['16:00'] }),
  top_only: z.boolean().describe('Only terms that have no parent.'),
  parent_id: z.uuid().describe('Only terms directly below this one.'),
} as const;
export type ParameterName = keyof typeof PARAMETERS;
/** Parameters as they were understood. */
export type Query = { readonly [Name in ParameterName]?: z.infer<(typeof PARAMETERS)[Name]> };

export interface ParameterFault {
  readonly parameter: string;
  readonly code: 'unknown' | 'repeated' | 'malformed' | 'needs-postcode' | 'ends-before-it-begins' | 'no-position' | 'needs-pages';
  readonly detail: string;
}
/** Longer pages are for lists of bare ids alone. */
export const LONGEST_MINIMAL_PAGE = 100_000;

/** A date as its first moment in Poland, or an instant; undefined for what is neither. */
export function readInstant(text: string): Temporal.Instant | undefined {
  try {
    return text.length === 10 ? Temporal.PlainDate.from(text).toZonedDateTime('Europe/Warsaw').toInstant() : Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}

/** A text of the address as the value it stands for: `12` a number, `true` a boolean; what does not fit stays a text. */
function valueOf(name: ParameterName, given: unknown): unknown {
  if (typeof given !== 'string') return given;
  const { type } = z.toJSONSchema(PARAMETERS[name], { io: 'input' });
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(given)) return Number(given);
  if (type === 'boolean' && (given === 'true' || given === 'false')) return given === 'true';
  return given;
}

/**
 * Reads the parameters that a list takes.
 * @param given names and values as they came; a value is a text, or a JSON value of the right type
 */
export function readParameters(
  taken: readonly ParameterName[],
  given: Iterable<readonly [string, unknown]>,
): { readonly ok: true; readonly query: Query } | { readonly ok: false; readonly faults: readonly ParameterFault[] } {
  const faults: ParameterFault[] = [];
  const query: Record<string, unknown> = {};
  const seen = new Set<string>();
  const values = [...given];
  const isMinimal = values.some(([name, value]) => name === 'minimal' && valueOf('minimal', value) === true);
  for (const [parameter, value] of values) {
    const name = taken.find((each) => each === parameter);
    if (name === undefined) {
      faults.push({
        parameter,
        code: 'unknown',
        detail: taken.length > 0 ? `This address takes: ${taken.join(', ')}.` : 'This address takes no parameters.',
      });
      continue;
    }
    if (seen.has(parameter)) {
      faults.push({ parameter, code: 'repeated', detail: 'A parameter may be given once.' });
      continue;
    }
    seen.add(parameter);
    const schema = name === 'per_page' && isMinimal ? z.int().min(1).max(LONGEST_MINIMAL_PAGE) : PARAMETERS[name];
    const read = schema.safeParse(valueOf(name, value));
    if (read.success) query[name] = read.data;
    else faults.push({ parameter, code: 'malformed', detail: read.error.issues[0]?.message ?? '' });
  }
  if (seen.has('proximity') && !seen.has('postcode'))
    faults.push({ parameter: 'proximity', code: 'needs-postcode', detail: 'A distance is measured from a postcode.' });
  const { start_time: start, end_time: end } = query;
  if (typeof start === 'string' && typeof end === 'string' && start > end)
    faults.push({ parameter: 'end_time', code: 'ends-before-it-begins', detail: 'end_time lies before start_time.' });
  const { minimum_age: youngest, maximum_age: oldest } = query;
  if (typeof youngest === 'number' && typeof oldest === 'number' && youngest > oldest)
    faults.push({ parameter: 'maximum_age', code: 'ends-before-it-begins', detail: 'maximum_age lies below minimum_age.' });
  if (query['format'] === 'ndjson')
    for (const parameter of ['page', 'per_page'])
      if (seen.has(parameter)) faults.push({ parameter, code: 'needs-pages', detail: 'A stream (format=ndjson) has no pages.' });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, query: query as Query };
}
