import { expect, test } from 'vitest';
import { getLexicalFiles } from '../lexicalFiles.ts';
import { NeedFeatures } from './needFeatures.ts';
import { parseSameWords } from './sameWords.ts';

test('a word is in every group that lists it, and an expression only names its group', () => {
  const same = parseSameWords('# comment\npieniądz\tkasa forsa\ndom dziecka\tbidul\nsklep\tkasa\n');
  expect(same.get('kasa')).toEqual(['pieniadz', 'sklep']);
  expect(same.get('pieniadz')).toEqual(['pieniadz']);
  expect([same.get('bidul'), same.get('dom'), same.get('comment')]).toEqual([['dom dziecka'], undefined, undefined]);
});

test('a word that nobody wrote shares what is known of the plain one', () => {
  const { polish, vectors, same } = getLexicalFiles();
  const features = new NeedFeatures(polish, vectors, same);
  const group = (text: string) => [...features.read(text, () => undefined).keys()].filter((key) => key.startsWith('s:'));
  expect(group('szmalu')).toEqual(['s:pieniadz']);
  expect(group('pieniędzy')).toEqual(['s:pieniadz']);
  expect(group('zegar')).toEqual([]);
});
