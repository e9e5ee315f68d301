import { draft } from '#modules/plans/usecases/draft.ts';
export const bad = draft;
