/**
 * Where a file stands: its columns are being named, it is being checked, the report waits for a decision, it is being
 * written, it is written, it is being taken back, it is taken back, or nobody wants it.
 */
export const RUN_STATES = ['uploaded', 'checking', 'checked', 'importing', 'imported', 'undoing', 'undone', 'dropped'] as const;
export type RunState = (typeof RUN_STATES)[number];
/** While a job works on it. */
export const isUnderWay = (state: RunState): boolean => state === 'checking' || state === 'importing' || state === 'undoing';

export const FILE_FORMATS = ['csv', 'xlsx', 'json', 'package'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];
/** Formats whose columns somebody has to name. */
export const isTable = (format: FileFormat): boolean => format === 'csv' || format === 'xlsx';

export const ROW_OUTCOMES = ['added', 'changed', 'unchanged', 'broken', 'overtaken'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** What is wrong with a row: the field (a field of ours, or a term of HSDS), a stable code, and the value that is wrong. */
export interface RowProblem {
  readonly field: string;
  readonly code: string;
  readonly value: string;
  /** What the words name beside the value: the greatest that may be, or the row that came first. */
  readonly detail?: string;
  /** Of a row that repeats another: the service that both mean. */
  readonly serviceId?: string;
  /** When the file named by the value wrote the card. */
  readonly at?: string;
}
/** The code of a good row that would overwrite what a file has written, though it was left out of that file as a repeated one. */
export const WRITTEN_BEFORE = 'written-before';

/** Greatest file, what it may hold unpacked, and how many rows and columns are read. */
export const LIMITS = { bytes: 20 * 1024 * 1024, unpacked: 200 * 1024 * 1024, rows: 50_000, columns: 200 } as const;
/** The same for whoever runs the program: they have the whole machine. */
export const OPERATOR_LIMITS = { bytes: 400 * 1024 * 1024, unpacked: 400 * 1024 * 1024, rows: 500_000, columns: 200 } as const;
export interface FileLimits {
  readonly bytes: number;
  readonly unpacked: number;
  readonly rows: number;
  readonly columns: number;
}
/** Days for which the file and the rows with mistakes are kept. */
export const KEPT_DAYS = 30;
/** A job that has told nothing for so long may be asked for again. */
export const STALLED_SECONDS = 60;
