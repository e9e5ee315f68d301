import { writeFile } from 'node:fs/promises';
import type { Example } from '../domain/needTraining.ts';
import { chooseHeldOut } from '../domain/heldOut.ts';
import { examplesOf, modelFile, packModel, readNeeds, trainOn, trainOnAll, understandingOf } from '../needsFiles.ts';

/** How often held-out utterances were understood: the need itself first or among three, and a kind of service that it needs (grade 3) first. */
export type Understood = { readonly utterances: number; readonly first: number; readonly amongThree: number; readonly kindFirst: number };
export type TrainingReport = {
  readonly needs: number;
  readonly utterances: number;
  readonly features: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly heldOut: {
    /** Utterances drawn by lot. */
    readonly random: Understood;
    /** Whole groups of utterances of a need that resemble one another, so nothing like them was seen. */
    readonly situation: Understood;
    /** All needs of one author; only what kinds other authors wrote about can be told. By the first letter of the file. */
    readonly author: Readonly<Record<string, Understood>>;
  };
};

/** Measures on held-out utterances, then trains on all and writes the model that ships. The same data give the same file. */
export async function trainAndMeasure({ isWritten = true }: { isWritten?: boolean } = {}): Promise<TrainingReport> {
  const started = performance.now();
  const needs = readNeeds();
  const examples = examplesOf(needs);
  const { random, situation } = chooseHeldOut(examples);
  const kept = examples.filter((example) => !random.has(example) && !situation.has(example));
  const seenMost = understandingOf(trainOn(needs, kept), needs);
  const measure = (understanding: typeof seenMost, held: Iterable<Example>): Understood => {
    const sums = { utterances: 0, first: 0, amongThree: 0, kindFirst: 0 };
    for (const { text, need } of held) {
      const told = needs[need];
      if (told === undefined) continue;
      const likely = understanding.understand(text);
      const [best] = [...understanding.wantedKinds(text)].toSorted(([, a], [, b]) => b.gain - a.gain);
      const kind = best && understanding.kinds.list[best[0]]?.id;
      sums.utterances++;
      if (likely[0]?.id === told.id) sums.first++;
      if (likely.slice(0, 3).some(({ id }) => id === told.id)) sums.amongThree++;
      if (kind !== undefined && told.kinds[kind] === 3) sums.kindFirst++;
    }
    const part = (count: number): number => count / Math.max(1, sums.utterances);
    return { utterances: sums.utterances, first: part(sums.first), amongThree: part(sums.amongThree), kindFirst: part(sums.kindFirst) };
  };
  const author: Record<string, Understood> = {};
  for (const letter of new Set(needs.map(({ file }) => file.slice(0, 1)))) {
    const isTheirs = ({ need }: Example): boolean => needs[need]?.file.startsWith(letter) === true;
    const others = examples.filter((example) => !isTheirs(example));
    if (others.length === 0) continue;
    const asked = new Set(
      needs.filter(({ file }) => !file.startsWith(letter)).flatMap(({ kinds }) => Object.keys(kinds).filter((id) => kinds[id] === 3)),
    );
    const answerable = examples.filter(
      (example) =>
        isTheirs(example) && Object.entries(needs[example.need]?.kinds ?? {}).some(([id, grade]) => grade === 3 && asked.has(id)),
    );
    author[letter] = measure(understandingOf(trainOn(needs, others, { rounds: 2, copies: 0 }), needs), answerable);
  }
  const weights = trainOnAll(needs);
  const bytes = packModel(weights);
  if (isWritten) await writeFile(modelFile, bytes);
  return {
    needs: needs.length,
    utterances: examples.length,
    features: weights.features.length,
    bytes: bytes.length,
    seconds: (performance.now() - started) / 1_000,
    heldOut: { random: measure(seenMost, random), situation: measure(seenMost, situation), author },
  };
}
