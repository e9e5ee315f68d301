import { draft } from '../usecases/draft.ts';
export const bad = draft;
