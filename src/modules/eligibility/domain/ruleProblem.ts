/** What is wrong and where; lines and columns count from 1. `hint` is the nearest thing that would have been understood. */
export type RuleProblem = {
  readonly line: number;
  readonly column: number;
  readonly code:
    | 'unknown-condition'
    | 'unknown-value'
    | 'bad-number'
    | 'value-missing'
    | 'value-not-expected'
    | 'empty-group'
    | 'uneven-indent'
    | 'exception-needs-rule'
    | 'order'
    | 'never'
    | 'too-deep'
    | 'too-long';
  readonly found: string;
  readonly hint: string | null;
};
