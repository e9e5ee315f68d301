import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { Kinds, type KindsFile } from './domain/kinds.ts';
import { NeedFeatures } from './domain/needFeatures.ts';
import { decodeModel, encodeModel, NeedModel, type NeedWeights } from './domain/needModel.ts';
import type { Need, NeedsFile } from './domain/needs.ts';
import { type Example, trainNeeds, type TrainingOptions } from './domain/needTraining.ts';
import { Understanding } from './domain/understanding.ts';
import { getLexicalFiles } from './lexicalFiles.ts';

const DATA = new URL('../../../data/search/', import.meta.url);
/** Where `okienko search train` leaves what it learned. */
export const modelFile = new URL('needs.model', DATA);

/** The needs of all files of data/search/needs, in the order of their names, with the file each comes from. */
export function readNeeds(): (Need & { readonly file: string })[] {
  const folder = new URL('needs/', DATA);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.toSorted().flatMap((file) => {
    const { needs } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as NeedsFile;
    return needs.map((need) => ({ ...need, file }));
  });
}

export const readKinds = (): KindsFile => JSON.parse(readFileSync(new URL('kinds.json', DATA), 'utf8')) as KindsFile;

/** What the model is trained from, as a sum that differs when any of it does. */
export const sumOfExamples = (needs: readonly Need[]): string =>
  createHash('sha256')
    .update(JSON.stringify(needs.map(({ id, name, utterances }) => [id, name, utterances])))
    .digest('hex');

/** A need's utterances and its name, each an example of it. */
export const examplesOf = (needs: readonly Need[]): Example[] =>
  needs.flatMap(({ name, utterances }, need) => [...utterances, name].map((text) => ({ text, need })));

/** Trains on some examples of the needs. */
export function trainOn(needs: readonly Need[], examples: readonly Example[], options?: TrainingOptions): NeedWeights {
  const { polish, vectors } = getLexicalFiles();
  const ids = needs.map(({ id }) => id);
  return trainNeeds(examples, ids, new NeedFeatures(polish, vectors), sumOfExamples(needs), options);
}
export const trainOnAll = (needs: readonly Need[]): NeedWeights => trainOn(needs, examplesOf(needs));

export const packModel = (weights: NeedWeights): Uint8Array =>
  brotliCompressSync(encodeModel(weights), { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 } });
export const unpackModel = (bytes: Uint8Array): NeedWeights => decodeModel(brotliDecompressSync(bytes));

let loaded: Understanding | undefined;

/** The understanding of needs that ships, read once a process, at first use. @throws when a file is missing or damaged */
export function getUnderstanding(): Understanding {
  loaded ??= understandingOf(unpackModel(readFileSync(modelFile)), readNeeds());
  return loaded;
}

export function understandingOf(weights: NeedWeights, needs: readonly Need[]): Understanding {
  const { polish, vectors } = getLexicalFiles();
  return new Understanding(needs, new Kinds(readKinds(), polish), new NeedModel(weights), new NeedFeatures(polish, vectors), polish);
}
