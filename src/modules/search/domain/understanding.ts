import type { Kinds, KindText, KindWeight } from './kinds.ts';
import type { NeedFeatures } from './needFeatures.ts';
import type { NeedModel } from './needModel.ts';
import { gainOfGrade, type Need, type UnderstoodNeed } from './needs.ts';
import type { PolishWords } from './polishWords.ts';
import type { TaughtNeeds } from './taughtNeeds.ts';
import { isBesideTheNeed } from './sayLittle.ts';
import { fold, listWords, shapeOf } from './tokens.ts';

/** What a query wants: kinds by number with how much each would help (0–1], and for which need most. */
export type WantedKinds = ReadonlyMap<number, { readonly gain: number; readonly need: UnderstoodNeed }>;

const LIKELY_FROM = 0.02;
const MOST_NEEDS = 12;
/** Likelihood times evidence. */
const CLEAR_FROM = 0.45;
/** A base form less telling than this (inverse document frequency) says hardly anything: mother, child, help. */
const TELLING_FROM = 3.3;
/** So much above that, over all words, says enough. */
const TELLING_ENOUGH = 4;
/** A word that fewer examples have happened to be said there: it is hearsay, not what people say in a need. */
const HEARD_ENOUGH = 13;
/** A word heard no oftener than this, in many needs alike, happened to be said there too. */
const SELDOM = 20;
const ONE_NEED = 0.6;
/** Words that announce a need without telling it, however seldom somebody wrote them. */
const VAGUE = new Set(['problem', 'klopot', 'sprawa', 'pytanie', 'trudnosc']);
/** Kin tell whom something is about rather than what. */
const KIN = new Set(
  'mama mamusia matka tata tatus ojciec babcia babka dziadek dziadkowie brat siostra ciocia ciotka wujek tesc tesciowa maz zona'.split(' '),
);
const MOST_WORDS = 60;
/** Shorter words are one slip away from too many others. */
const SHORTEST_MENDED = 5;
const MOST_READINGS = 4;
const MENDED_KEPT = 5_000;
const WORDS_KEPT = 5_000;
/** A service whose texts name no kind is of the kind that its names ask for, when that is at least this clear. */
const TOLD_FROM = 0.35;
const TOLD_WEIGHT = 0.7;
/** A kind less particular than this, as social work, is not guessed: whatever its names say, it might help. */
const GUESSED_FROM = 0.7;

/** A kind that a greater part of the needs ask for than this counts less than what helps with few things. */
const GENERAL_FROM = 0.1;

/** A need that a text tells of, and how likely (0–1]. */
export type LikelyNeed = { readonly need: Need; readonly p: number };

/** What a text tells of. `evidence`: how much it says, from 0 (only what people say of everything) to 1. */
export type UnderstoodText = { readonly needs: readonly LikelyNeed[]; readonly evidence: number };

/** Whether a text tells a need clearly enough to say so to whoever wrote it. */
export const isClear = ({ needs, evidence }: UnderstoodText): boolean => (needs[0]?.p ?? 0) * evidence >= CLEAR_FROM;
/** Whether this need may be named as what the text is about. */
export const isNamed = (text: UnderstoodText, { p }: { readonly p: number }): boolean => isClear(text) && p >= (text.needs[0]?.p ?? 0) / 2;

/** Understands what a text is about, as needs, and which kinds of services help. */
export class Understanding {
  readonly kinds: Kinds;
  readonly needs: readonly Need[];
  readonly #polish: PolishWords;
  readonly #byId: ReadonlyMap<string, Need>;
  readonly #particular: Float64Array;
  readonly #columns: readonly (Need | undefined)[];
  readonly #features: NeedFeatures;
  readonly #model: NeedModel;
  readonly #mended = new Map<string, readonly string[]>();
  readonly #says = new Map<string, number | 'unknown' | 'nothing'>();

  /** @param needs of which the model may know more or fewer, when it is older or newer */
  constructor(needs: readonly Need[], kinds: Kinds, model: NeedModel, features: NeedFeatures, polish: PolishWords) {
    this.kinds = kinds;
    this.needs = needs;
    this.#polish = polish;
    this.#byId = new Map(needs.map((need) => [need.id, need]));
    this.#particular = particularityOf(needs, kinds);
    this.#columns = model.needs.map((id) => this.#byId.get(id));
    this.#model = model;
    this.#features = features;
  }

  /** The likely needs, likeliest first; none when nothing in the text is known. */
  understand(text: string): UnderstoodNeed[] {
    return this.likely(text).map(({ need, p }) => asUnderstood(need, p));
  }

  /** The kinds of services that the likely needs ask for. */
  wantedKinds(text: string): WantedKinds {
    return this.kindsFor(this.likely(text));
  }

  /** The kinds of services that needs ask for, those of likelier needs more. */
  kindsFor(likely: readonly LikelyNeed[]): WantedKinds {
    const wanted = new Map<number, { gain: number; most: number; need: UnderstoodNeed }>();
    for (const { need, p } of likely) {
      const understood = asUnderstood(need, p);
      for (const [id, grade] of Object.entries(need.kinds)) {
        const kind = this.kinds.numberOf(id);
        if (kind === undefined) continue;
        const part = p * gainOfGrade(grade);
        const sofar = wanted.get(kind);
        if (sofar === undefined) wanted.set(kind, { gain: part, most: part, need: understood });
        else
          wanted.set(kind, {
            gain: sofar.gain + part,
            most: Math.max(sofar.most, part),
            need: part > sofar.most ? understood : sofar.need,
          });
      }
    }
    return wanted;
  }

  /**
   * How particular a kind is, up to 1: less when it helps a little with nearly everything, as social work does. Needs that are
   * hardly likely would else put it before what the likeliest need asks for.
   */
  particularity(kind: number): number {
    return this.#particular[kind] ?? 1;
  }

  /** Of which kinds a service is: as its texts name them, else as a need in which its names would be said. */
  kindsOf(service: KindText): readonly KindWeight[] {
    const named = this.kinds.kindsOf(service);
    if (named.length > 0 || service.kinds?.length === 0) return named;
    let best: { kind: number; gain: number } | undefined;
    for (const [kind, { gain }] of this.wantedKinds([service.name, ...service.everydayNames].join(', ')))
      if (gain > (best?.gain ?? 0) && this.particularity(kind) >= GUESSED_FROM) best = { kind, gain };
    return best !== undefined && best.gain >= TOLD_FROM ? [{ kind: best.kind, weight: TOLD_WEIGHT }] : [];
  }

  /** @param taught what editors have taught besides; it goes before what was learned */
  likely(text: string, taught?: TaughtNeeds): LikelyNeed[] {
    const told = taught?.likelihoods(text) ?? new Map<string, number>();
    const left = 1 - [...told.values()].reduce((sum, p) => sum + p, 0);
    const likely: LikelyNeed[] = [];
    const predicted = this.#predict(text) ?? [];
    for (let column = 0; column < predicted.length; column++) {
      const need = this.#columns[column];
      if (need === undefined) continue;
      const whole = (predicted[column] as number) * left + (told.size === 0 ? 0 : (told.get(need.id) ?? 0));
      if (whole >= LIKELY_FROM) likely.push({ need, p: whole });
    }
    for (const [id, p] of told) {
      const need = this.#byId.get(id);
      if (need !== undefined && !likely.some((each) => each.need === need)) likely.push({ need, p });
    }
    return likely.toSorted((a, b) => b.p - a.p).slice(0, MOST_NEEDS);
  }

  /** Likely needs, and how much the text says for them. */
  read(text: string, taught?: TaughtNeeds): UnderstoodText {
    const isTaught = taught !== undefined && taught.likelihoods(text).size > 0;
    return { needs: this.likely(text, taught), evidence: isTaught ? 1 : this.#evidence(text) };
  }

  #evidence(text: string): number {
    let sum = 0;
    let known = 0;
    let unknown = 0;
    for (const word of new Set(listWords(text).slice(0, MOST_WORDS))) {
      const says = this.#saysOf(word);
      if (says === 'nothing') continue;
      if (says === 'unknown') unknown++;
      else {
        known++;
        sum += says;
      }
    }
    if (known === 0) return 0;
    // What was never heard may turn the meaning of the rest.
    return Math.min(1, sum / TELLING_ENOUGH) * Math.sqrt(known / (known + unknown));
  }

  /** How much more telling a word is than what people say of everything; remembered. */
  #saysOf(word: string): number | 'unknown' | 'nothing' {
    const remembered = this.#says.get(word);
    if (remembered !== undefined) return remembered;
    const says = this.#weighWord(word);
    if (this.#says.size >= WORDS_KEPT) this.#says.clear();
    this.#says.set(word, says);
    return says;
  }

  #weighWord(word: string): number | 'unknown' | 'nothing' {
    const { folded, isStop } = shapeOf(word);
    // A number is an age, mostly, and tells whom something is about rather than what.
    if (isStop || VAGUE.has(folded) || /^\d+$/.test(folded) || isBesideTheNeed(word, this.#polish)) return 'nothing';
    const own = this.#features.keysOf(folded);
    if (own.some((key) => KIN.has(key))) return 'nothing';
    const mended = this.#mend(folded);
    const keys = (mended.length > 0 ? mended : own).filter((key) => this.#model.knows(key));
    if (keys.length === 0) return 'unknown';
    const telling = Math.min(...keys.map((key) => this.#model.telling(key) ?? TELLING_FROM));
    return Math.max(0, telling - TELLING_FROM) * Math.max(...keys.map((key) => this.#trust(key)));
  }

  /** How far a base form is what people say in a need rather than hearsay, 0 to 1. */
  #trust(key: string): number {
    const heard = this.#model.heardIn(key);
    const often = Math.min(1, (heard - 1) / (HEARD_ENOUGH - 1));
    return heard > SELDOM ? often : often * Math.min(1, this.#model.onenessOf(key) / ONE_NEED) ** 2;
  }

  #predict(text: string): Float64Array | undefined {
    const features = this.#features.read(
      text,
      (key) => this.#model.telling(key),
      (folded) => this.#mend(folded),
    );
    return this.#model.predict(features);
  }

  /** Base forms one slip away from a word that no example has, as far as examples have them. */
  #mend(folded: string): readonly string[] {
    const remembered = this.#mended.get(folded);
    if (remembered !== undefined) return remembered;
    const mended = this.#findMended(folded);
    if (this.#mended.size >= MENDED_KEPT) this.#mended.clear();
    this.#mended.set(folded, mended);
    return mended;
  }

  #findMended(folded: string): readonly string[] {
    if (folded.length < SHORTEST_MENDED || /\d/.test(folded) || this.#polish.isKnown(folded) || this.#model.knows(folded)) return [];
    const near = new Set(this.#polish.listNearLemmas(folded).map(fold));
    return [...near].filter((lemma) => this.#model.knows(lemma)).slice(0, MOST_READINGS);
  }
}

function particularityOf(needs: readonly Need[], kinds: Kinds): Float64Array {
  const asked = new Float64Array(kinds.list.length);
  for (const need of needs)
    for (const [id, grade] of Object.entries(need.kinds)) {
      const kind = kinds.numberOf(id);
      if (kind !== undefined) asked[kind] = (asked[kind] as number) + gainOfGrade(grade) / needs.length;
    }
  return asked.map((share) => (share > GENERAL_FROM ? Math.sqrt(GENERAL_FROM / share) : 1));
}

export const asUnderstood = ({ id, name, areas, groups, urgent }: Need, p: number): UnderstoodNeed => ({
  id,
  name,
  areas,
  groups,
  urgent: urgent === true,
  p,
});
