import { listKinds, listNeeds } from '../../../understandNeeds.ts';

/** Names of kinds by their ids, divided by commas; an id that is no longer known stands for itself. */
export const kindNames = (ids: readonly string[]): string =>
  ids.map((id) => listKinds().find((kind) => kind.id === id)?.name ?? id).join(', ');
/** Names of needs by their ids. */
export const needNames = (ids: readonly string[]): string =>
  ids.map((id) => listNeeds().find((need) => need.id === id)?.name ?? id).join(', ');
