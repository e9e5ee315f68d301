import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { Kinds, type KindsFile } from './domain/kinds.ts';
import { NeedFeatures } from './domain/needFeatures.ts';
import { decodeModel, encodeModel, NeedModel, type NeedWeights } from './domain/needModel.ts';
import type { Need, NeedsFile, UtterancesFile } from './domain/needs.ts';
import { type Example, trainNeeds, type TrainingOptions } from './domain/needTraining.ts';
import { Understanding } from './domain/understanding.ts';
import { getLexicalFiles } from './lexicalFiles.ts';

const DATA = new URL('../../../data/search/', import.meta.url);
/** Where `okienko search train` leaves what it learned. */
export const modelFile = new URL('needs.model', DATA);

/** Files of this name hold utterances that measure what was learned; the model that ships learns them too, afterwards. */
const KEPT_FOR_MEASURING = /^heldout-/;

/** The needs of data/search/needs in the order of the files, each with all that people say about it, in whatever language. */
export function readNeeds(): Need[] {
  const files = readFolder().filter(({ name }) => !KEPT_FOR_MEASURING.test(name));
  const further = utterancesByNeed(files);
  const needs = files.flatMap(({ content }) => ('needs' in content ? content.needs : []));
  return needs.map((need) => ({ ...need, utterances: [...need.utterances, ...(further.get(need.id) ?? [])] }));
}

/** Utterances by an author who has not seen the others. */
export function readHeldOut(needs: readonly Need[]): Example[] {
  const kept = utterancesByNeed(readFolder().filter(({ name }) => KEPT_FOR_MEASURING.test(name)));
  return needs.flatMap(({ id }, need) => (kept.get(id) ?? []).map((text) => ({ text, need })));
}

function readFolder(): { name: string; content: NeedsFile | UtterancesFile }[] {
  const folder = new URL('needs/', DATA);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names
    .toSorted()
    .map((name) => ({ name, content: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as NeedsFile | UtterancesFile }));
}

function utterancesByNeed(files: readonly { content: NeedsFile | UtterancesFile }[]): Map<string, string[]> {
  const told = new Map<string, string[]>();
  for (const { content } of files)
    if ('utterances' in content) for (const { need, q } of content.utterances) told.set(need, [...(told.get(need) ?? []), ...q]);
  return told;
}

/** What people type that is nobody's need. */
const readNonsense = (): readonly string[] =>
  (JSON.parse(readFileSync(new URL('nonsense.json', DATA), 'utf8')) as { readonly texts: readonly string[] }).texts;

export const readKinds = (): KindsFile => JSON.parse(readFileSync(new URL('kinds.json', DATA), 'utf8')) as KindsFile;

/** What the model is trained from, as a sum that differs when any of it does. */
export const sumOfExamples = (needs: readonly Need[], examples: readonly Example[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        needs.map(({ id }) => id),
        examples.map(({ text, need }) => [text, need]),
        [...getLexicalFiles().same],
        readNonsense(),
      ]),
    )
    .digest('hex');

/** A need's utterances and its name, each an example of it. */
export const examplesOf = (needs: readonly Need[]): Example[] =>
  needs.flatMap(({ name, utterances }, need) => [...utterances, name].map((text) => ({ text, need })));

/** Stands for no need at all: what the model gives it, no need gets. */
const NO_NEED = '-';

/** Trains on some examples of the needs, and on all that is no need. */
export function trainOn(needs: readonly Need[], examples: readonly Example[], options?: TrainingOptions): NeedWeights {
  const { polish, vectors, same } = getLexicalFiles();
  const ids = [...needs.map(({ id }) => id), NO_NEED];
  const none = readNonsense().map((text) => ({ text, need: needs.length }));
  return trainNeeds([...examples, ...none], ids, new NeedFeatures(polish, vectors, same), sumOfExamples(needs, examples), options);
}
/** Everything there is to learn from. */
export const allExamples = (needs: readonly Need[]): Example[] => [...examplesOf(needs), ...readHeldOut(needs)];

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
  const { polish, vectors, same } = getLexicalFiles();
  return new Understanding(needs, new Kinds(readKinds(), polish), new NeedModel(weights), new NeedFeatures(polish, vectors, same), polish);
}
