import { writeFile } from 'node:fs/promises';
import type { Example } from '../domain/needTraining.ts';
import { chooseHeldOut } from '../domain/heldOut.ts';
import { allExamples, examplesOf, modelFile, packModel, readHeldOut, readNeeds, trainOn, understandingOf } from '../needsFiles.ts';

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
    /** Utterances by an author who has not seen the others. */
    readonly author: Understood;
  };
};

/** Measures on held-out utterances, then trains on all and writes the model that ships. The same data give the same file. */
export async function trainAndMeasure({
  isWritten = true,
  say = () => undefined,
}: { isWritten?: boolean; say?: (line: string) => void } = {}): Promise<TrainingReport> {
  const started = performance.now();
  const needs = readNeeds();
  const examples = examplesOf(needs);
  const { random, situation } = chooseHeldOut(examples);
  const kept = examples.filter((example) => !random.has(example) && !situation.has(example));
  say(`learning from ${kept.length} utterances, the others held out to measure`);
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
  say(`learning from all ${allExamples(needs).length} utterances`);
  const weights = trainOn(needs, allExamples(needs));
  const bytes = packModel(weights);
  if (isWritten) await writeFile(modelFile, bytes);
  return {
    needs: needs.length,
    utterances: examples.length,
    features: weights.features.length,
    bytes: bytes.length,
    seconds: (performance.now() - started) / 1_000,
    heldOut: { random: measure(seenMost, random), situation: measure(seenMost, situation), author: measure(seenMost, readHeldOut(needs)) },
  };
}
