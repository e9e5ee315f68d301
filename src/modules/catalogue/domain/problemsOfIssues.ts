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
    return { row, field: fieldOf(issue.path), problem: issue.message, code: codeOf(issue, value), value: shown.slice(0, 500) };
  });
}

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
