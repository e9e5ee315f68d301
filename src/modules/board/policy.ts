import { rolesMay } from '#shared/policy.ts';

/** Figures of the whole centre: for those who answer for its work. */
export const mayReadBoard = rolesMay('board.read', ['director', 'serviceOrganiser']);
