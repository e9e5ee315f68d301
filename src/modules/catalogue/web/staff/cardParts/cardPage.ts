import type { CatalogueService } from '../../../store/assembleServices.ts';
import type { ServiceRecord } from '../../../domain/service.ts';
import type { PartField, Values } from './fields.ts';

/** What is wrong with a row as a whole: the field that should change, and why. */
export interface RowFault {
  readonly field: string;
  readonly code: string;
}
/** What a change is made on beside the card as it is now. */
export interface PutContext {
  /** The card that the editor saw, and its version. */
  readonly seen: { readonly card: ServiceRecord; readonly version: number };
  readonly now: Temporal.Instant;
}
interface Base {
  /** Begins the names of its fields. */
  readonly name: string;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly fields: readonly PartField[];
  /** What contradicts itself. */
  check?(row: Values): readonly RowFault[];
}
/** Parts of one kind, any number of them, in an order. */
export interface PartList extends Base {
  readonly kind: 'list';
  /** "Cena 2" */
  item(number: number): string;
  readonly add: string;
  readonly most: number;
  /** Where rows are what the card has and none can be added. */
  readonly isFixed?: boolean;
  /** Rows of a card. `was` is the place of the part among those that `put` is given as they were. */
  rows(service: ServiceRecord): readonly { readonly values: Values; readonly was: number }[];
  /** Fields of the card from the rows; `was` leads to what a part says beside its fields. */
  put(rows: readonly { readonly values: Values; readonly was: number | undefined }[], known: ServiceRecord, on: PutContext): object;
}
/** Single values that belong together. */
export interface PartGroup extends Base {
  readonly kind: 'group';
  values(service: ServiceRecord): Values;
  put(values: Values, known: ServiceRecord, on: PutContext): object;
}
export type CardSection = PartList | PartGroup;

/** One page on which a part of the card is kept. */
export interface CardPage {
  readonly key: 'times' | 'costs' | 'contacts' | 'more' | 'en' | 'uk';
  /** Below the address of the service. */
  readonly path: string;
  readonly title: string;
  readonly lead: string;
  readonly touched: readonly (keyof ServiceRecord)[];
  /** The sections of a card; which there are may follow from what the card has. */
  sections(service: CatalogueService): readonly CardSection[];
}
