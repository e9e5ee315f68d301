import { readFileSync } from 'node:fs';
import { Lexicon, type LexiconFile } from './domain/lexicon.ts';
import { Morfologik } from './domain/morfologik.ts';
import { parseSupplement, PolishWords } from './domain/polishWords.ts';
import { parseSameWords, type SameWords } from './domain/sameWords.ts';
import { decodeWordVectors, parseSynonyms, WordVectors } from './domain/wordVectors.ts';

/** The words shipped with the product: inflection dictionary with its supplement, the shared lexicon, and meanings of words. */
export type LexicalFiles = {
  readonly polish: PolishWords;
  readonly lexicon: Lexicon;
  readonly vectors: WordVectors;
  readonly same: SameWords;
};

const DATA = new URL('../../../data/', import.meta.url);
let loaded: LexicalFiles | undefined;

/** Reads data/lexical and data/search once a process, at first use. @throws when a file is missing or damaged. */
export function getLexicalFiles(): LexicalFiles {
  loaded ??= load();
  return loaded;
}

function load(): LexicalFiles {
  const dictionary = new Morfologik(readFileSync(new URL('lexical/polish.dict', DATA)));
  const supplement = parseSupplement(readFileSync(new URL('lexical/supplement.tsv', DATA), 'utf8'));
  const polish = new PolishWords(dictionary, supplement);
  const lexicon = new Lexicon(JSON.parse(readFileSync(new URL('search/lexicon.json', DATA), 'utf8')) as LexiconFile, polish);
  const synonyms = parseSynonyms(readFileSync(new URL('lexical/synonyms.tsv', DATA), 'utf8'));
  const vectors = new WordVectors(decodeWordVectors(readFileSync(new URL('lexical/vectors.bin', DATA))), synonyms);
  const same = parseSameWords(readFileSync(new URL('search/sameWords.tsv', DATA), 'utf8'));
  return { polish, lexicon, vectors, same };
}
