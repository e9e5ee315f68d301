import type { Selectable } from 'kysely';
import type { ColumnMapping, TakenBack } from '#modules/catalogue/index.ts';
import type { FileFormat, RowOutcome, RowProblem, RunState } from '../domain/run.ts';

export interface ImportTables {
  'imports.run': {
    centreId: string;
    id: string;
    version: number;
    fileName: string;
    fileSize: number;
    sha256: string;
    format: FileFormat;
    sheet: number;
    headings: string[];
    mapping: ColumnMapping | null;
    clearsEmpty: boolean;
    state: RunState;
    added: number;
    changed: number;
    unchanged: number;
    broken: number;
    overtaken: number;
    removed: number;
    restored: number;
    ended: number;
    kept: number;
    notes: { row: number; note: string }[];
    forced: string[];
    startedBy: string;
    startedByName: string | null;
    createdAt: Temporal.Instant;
    checkedAt: Temporal.Instant | null;
    importedAt: Temporal.Instant | null;
    undoneAt: Temporal.Instant | null;
    undoneByName: string | null;
  };
  'imports.content': { centreId: string; runId: string; bytes: Uint8Array };
  'imports.progress': { centreId: string; runId: string; done: number; total: number; hasFailed: boolean; at: Temporal.Instant };
  'imports.row': {
    centreId: string;
    runId: string;
    number: number;
    outcome: RowOutcome;
    name: string;
    serviceId: string | null;
    seenVersion: number | null;
    writtenVersion: number | null;
    problems: RowProblem[];
    source: unknown;
    record: unknown;
    before: unknown;
    undo: TakenBack | null;
  };
  'imports.companion': {
    centreId: string;
    runId: string;
    kind: 'provider' | 'location';
    id: string;
    writtenVersion: number;
    before: object | null;
  };
  'imports.knownHeadings': {
    centreId: string;
    key: string;
    mapping: ColumnMapping;
    clearsEmpty: boolean;
    usedAt: Temporal.Instant;
  };
}
/** A file and what became of it. */
export type Run = Selectable<ImportTables['imports.run']>;
export type Row = Selectable<ImportTables['imports.row']>;
export type Progress = Selectable<ImportTables['imports.progress']>;
