import type { Example } from './needTraining.ts';
import { seeded } from './noise.ts';
import { fold, fourGrams, isStopWord, listWords } from './tokens.ts';

const RANDOM_PART = 0.08;
const SITUATION_PART = 0.12;
const SEED = 5;

/**
 * Utterances to keep out of training. `random`: drawn by lot. `situation`: of each need, one utterance and those most like it,
 * so that what is left in training resembles them least.
 */
export function chooseHeldOut(examples: readonly Example[]): { random: ReadonlySet<Example>; situation: ReadonlySet<Example> } {
  const draw = seeded(SEED);
  const random = new Set(examples.filter(() => draw() < RANDOM_PART));
  const situation = new Set<Example>();
  for (const own of Map.groupBy(examples, ({ need }) => need).values()) {
    const free = own.filter((example) => !random.has(example));
    const seed = free[Math.floor(draw() * free.length)];
    if (seed === undefined) continue;
    const like = partsOf(seed.text);
    const near = free.map((example) => ({ example, likeness: likeness(like, partsOf(example.text)) }));
    near.sort((a, b) => b.likeness - a.likeness);
    for (const { example } of near.slice(0, Math.ceil(own.length * SITUATION_PART))) situation.add(example);
  }
  return { random, situation };
}

const partsOf = (text: string): Set<string> =>
  new Set(
    listWords(text)
      .map(fold)
      .filter((word) => !isStopWord(word))
      .flatMap(fourGrams),
  );

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((part) => other.has(part)).length;
  return shared / Math.max(1, Math.sqrt(one.size * other.size));
}
