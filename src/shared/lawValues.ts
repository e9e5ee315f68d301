/**
 * The figures of the law and of the centre's own rules that the life cycle of a case needs.
 * They are dated data: whoever decides picks the values in force on the day that matters
 * (usually the day the application was filed) and passes them in. No rule holds them as constants.
 */
export type LawValues = {
  /** Days within which the centre contacts a person whose need was reported. */
  readonly needContactDays: number;
  /** Days a person gets to complete an application. */
  readonly supplementDays: number;
  /** Days from the application to the individual plan. */
  readonly planDueDays: number;
  /** The longest time a plan may last, in months. */
  readonly planMaxMonths: number;
  /** Months of coordination from which an individual plan is obligatory. */
  readonly coordinationMonths: number;
  /** Days from the delivery of a refusal to the last day of an appeal. */
  readonly appealDays: number;
  /** Days an answering link of a provider lives. */
  readonly referralLinkDays: number;
};

/** The name of one figure, the key under which dated law parameters are kept. */
export type LawValueKey = keyof LawValues;
