/**
 * Needs: situations of life in residents' own words, and the kinds of services that help. Format in data/search/README.md.
 */
export type Need = {
  readonly id: string;
  /** In plain words, shown to residents. */
  readonly name: string;
  /** Numbers of statutory areas, the leading one first. */
  readonly areas: readonly number[];
  /** Codes of target groups. */
  readonly groups: readonly string[];
  /** Ids of kinds of services: 3 = what the person needs, 2 = a good alternative, 1 = loosely related. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Life or safety may be in danger. */
  readonly urgent?: boolean;
  /** Heading of the life situation on the front page, for the most common needs. */
  readonly life?: string;
  /** How people say it. */
  readonly utterances: readonly string[];
};
export type NeedsFile = { readonly needs: readonly Need[] };
/** Further utterances of needs told elsewhere: in other languages, or kept for measuring. */
export type UtterancesFile = {
  readonly utterances: readonly { readonly need: string; readonly lang?: string; readonly q: readonly string[] }[];
};

/** What a query tells about, and how likely (0–1]. */
export type UnderstoodNeed = Pick<Need, 'id' | 'name' | 'areas' | 'groups'> & { readonly p: number; readonly urgent: boolean };

/** The use of a kind graded 1 to 3 to someone with the need, between 0 and 1. */
export const gainOfGrade = (grade: number): number => (2 ** grade - 1) / 7;
