import spectral from '@stoplight/spectral-core';
import rulesets from '@stoplight/spectral-rulesets';

// Loaded only where the description is linted: the libraries come with a development installation.

export interface Linted {
  /** How many operations the description has. */
  readonly operations: number;
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
}

const ERROR = 0;

/** Lints an OpenAPI document (JSON) by all rules of Spectral for OpenAPI. */
export async function lintDescription(text: string): Promise<Linted> {
  const linter = new spectral.Spectral();
  // A program has no address for letters of its own.
  linter.setRuleset({ extends: [[rulesets.oas as never, 'all']], rules: { 'contact-properties': 'off' } } as never);
  const found = await linter.run(text);
  const inWords = found.map(({ code, message, path, severity }) => ({ severity, words: `${path.join('.')}: ${message} (${code})` }));
  const { paths = {} } = JSON.parse(text) as { paths?: Record<string, object> };
  return {
    operations: Object.values(paths).reduce((sum, operations) => sum + Object.keys(operations).length, 0),
    faults: inWords.filter(({ severity }) => severity === ERROR).map(({ words }) => words),
    warnings: inWords.filter(({ severity }) => severity !== ERROR).map(({ words }) => words),
  };
}
