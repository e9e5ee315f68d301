import type { Circumstance, DisabilityDegree } from './conditions.ts';

/** Beginnings of lines, by what they say. */
export type RuleHead =
  | 'residesInArea'
  | 'livesAlone'
  | 'age'
  | 'disability'
  | 'household'
  | 'circumstance'
  | 'targetGroup'
  | 'income'
  | 'document'
  | 'inWords';

/** The words in which rules are written. The first of several is the one used in writing. */
export type RuleWords = {
  readonly heads: Readonly<Record<RuleHead, string>>;
  readonly groups: Readonly<Record<'allOf' | 'anyOf' | 'noneOf' | 'exception', readonly string[]>>;
  /** What people also say for the beginning of a line. */
  readonly headsAlso: Readonly<Partial<Record<RuleHead, readonly string[]>>>;
  /** A line of each kind as it may be written: told where one is not understood. */
  readonly examples: Readonly<Record<RuleHead, string>>;
  readonly from: string;
  readonly to: string;
  /** Other words for "from" and for "to", the bound included. */
  readonly fromAlso: readonly string[];
  readonly toAlso: readonly string[];
  /** The bound itself excluded. */
  readonly above: readonly string[];
  readonly below: readonly string[];
  /** Before a number of years that are completed; they say by themselves that a line is of age. */
  readonly completed: readonly string[];
  /** After a number: and more of them. */
  readonly orMore: readonly string[];
  /** Years counted from birth ("the 60th year of life" is that before the birthday, unless it is completed). */
  readonly yearsOfLife: readonly string[];
  readonly or: string;
  readonly years: readonly string[];
  readonly persons: readonly string[];
  readonly zloty: readonly string[];
  readonly criterion: readonly string[];
  readonly degrees: Readonly<Record<DisabilityDegree, string>>;
  readonly circumstances: Readonly<Record<Circumstance, string>>;
  /** Target groups by their codes. */
  readonly targetGroups: Readonly<Record<string, string>>;
};
