import type { World } from '#platform/world.ts';
import { findGminaRow, type GminaRow } from '../store/centreStore.ts';

/** A gmina of the register. */
export type Gmina = Omit<GminaRow, 'foldedName'>;

/** The gmina with this TERC code, or undefined when the register on this installation lacks it. */
export const findGmina = ({ database }: World, teryt: string): Promise<Gmina | undefined> => findGminaRow(database, teryt);
