import { afterAll, afterEach, beforeEach } from 'vitest';
import { forgetOutput, recordOutput, unexpectedOutput } from './output.ts';
import { endFile } from './perFile.ts';

// Runs before every test file: anything printed, and any error-level log line, fails the test that caused it.

for (const level of ['debug', 'log', 'info', 'warn', 'error', 'trace'] as const) {
  console[level] = (...words: unknown[]) => {
    recordOutput(
      `console.${level}: ${words.map((word) => (word instanceof Error ? (word.stack ?? word.message) : String(word))).join(' ')}`,
    );
  };
}

beforeEach(() => forgetOutput());

afterEach(() => {
  const lines = unexpectedOutput();
  forgetOutput();
  if (lines.length > 0)
    throw new Error(`unexpected output; if it belongs to the story, say so with expectOutput(/…/):\n${lines.join('\n')}`);
});

afterAll(endFile);
