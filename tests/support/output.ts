let lines: string[] = [];
let expected: RegExp[] = [];

/** Notes something that was printed or logged as an error while a test runs. */
export function recordOutput(line: string): void {
  lines.push(line);
}

/** Says that the running test makes such a line appear; without it, any output fails the test. */
export function expectOutput(pattern: RegExp): void {
  expected.push(pattern);
}

/** What appeared and was not expected, and which expectations came to nothing. */
export function unexpectedOutput(): string[] {
  const surplus = lines.filter((line) => !expected.some((pattern) => pattern.test(line)));
  const missing = expected.filter((pattern) => !lines.some((line) => pattern.test(line)));
  return [...surplus, ...missing.map((pattern) => `expected output did not appear: ${String(pattern)}`)];
}

export function forgetOutput(): void {
  lines = [];
  expected = [];
}
