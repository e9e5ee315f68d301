/**
 * A failure that the person who runs the installation can mend. Its message is one or two plain
 * sentences: what is wrong and what to do. Programs show it without a stack and exit with 1.
 */
export class OperatorError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OperatorError';
  }
}

/** The `code` of an error of Node or of PostgreSQL, or an empty text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
