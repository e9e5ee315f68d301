import { describe, expect, test } from 'vitest';
import { fold, isStopWord } from './tokens.ts';

describe('words that say nothing about the need', () => {
  test.each(['dla', 'mojej', 'for', 'with', 'для', 'моєї', 'мій', 'й'])('"%s" is one', (word) => expect(isStopWord(fold(word))).toBe(true));
  test.each(['nie', 'opieka', 'care', 'mum', 'мама', 'допомога'])('"%s" is not', (word) => expect(isStopWord(fold(word))).toBe(false));
});
