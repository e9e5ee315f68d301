import type { z } from 'zod';
import type { ImportProblem } from './service.ts';

/** Faults of a record that its shape refused, as problems of its row: each with a code, the value and the place. */
export function problemsOfIssues(
  row: number,
  error: z.ZodError,
  record: unknown,
  fieldOf: (path: readonly PropertyKey[]) => string = (path) => inSnakeCase(path.map(String).join('.')),
): ImportProblem[] {
  return error.issues.map((issue) => {
    const value = valueAt(record, issue.path);
    const shown = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
    const code = codeOf(issue, value);
    const detail = issue.code === 'too_big' ? { detail: String(issue.maximum) } : {};
    return { row, field: fieldOf(issue.path), problem: plainWords(code, issue), code, value: shown.slice(0, 500), ...detail };
  });
}

/** For whoever reads in a terminal. */
function plainWords(code: string, issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big') {
    const unit = issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : '';
    return `is too ${issue.origin === 'string' ? 'long' : 'great'}: at most ${issue.maximum}${unit}`;
  }
  if (issue.code === 'invalid_value') return `is none of the values that may be: ${issue.values.map(String).join(', ')}`;
  return wordsOfCode[code] ?? issue.message;
}
const wordsOfCode: Readonly<Record<string, string>> = {
  required: 'is missing',
  'wrong-type': 'is a value of another kind, such as a text instead of a number',
  'too-small': 'is too small',
  'not-an-email': 'is no e-mail address',
  'not-a-url': 'is no address of a page',
  'not-a-date': 'is no date; write it as 2026-05-03',
  'not-an-id': 'is no UUID',
  'wrong-form': 'has not the form that it should have',
};

const formats: Readonly<Record<string, string>> = {
  email: 'not-an-email',
  url: 'not-a-url',
  date: 'not-a-date',
  datetime: 'not-a-date',
  uuid: 'not-an-id',
};

function codeOf(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined || value === null ? 'required' : 'wrong-type';
    case 'too_small':
      return issue.origin === 'string' ? 'required' : 'too-small';
    case 'too_big':
      return issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'too-big';
    case 'invalid_format':
      return formats[issue.format] ?? 'wrong-form';
    case 'invalid_value':
      return 'unknown-value';
    default:
      return 'wrong';
  }
}

function valueAt(record: unknown, path: readonly PropertyKey[]): unknown {
  let at: unknown = record;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

export const inSnakeCase = (term: string): string => term.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
