export { importAtOnce, undoAtOnce, type ImportedAtOnce, type UndoneAtOnce, type UnsureColumns } from './usecases/importAtOnce.ts';
export { OPERATOR_LIMITS } from './domain/run.ts';
export type { FileRefusal } from './usecases/openFile.ts';
