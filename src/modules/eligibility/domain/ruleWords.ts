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
  readonly from: string;
  readonly to: string;
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
