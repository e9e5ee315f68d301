import type { Kinds, KindText, KindWeight } from './kinds.ts';
import type { NeedFeatures } from './needFeatures.ts';
import type { NeedModel } from './needModel.ts';
import { gainOfGrade, type Need, type UnderstoodNeed } from './needs.ts';
import type { PolishWords } from './polishWords.ts';
import { fold } from './tokens.ts';

/** What a query wants: kinds by number with how much each would help (0–1], and for which need most. */
export type WantedKinds = ReadonlyMap<number, { readonly gain: number; readonly need: UnderstoodNeed }>;

const LIKELY_FROM = 0.02;
const MOST_NEEDS = 12;
/** Shorter words are one slip away from too many others. */
const SHORTEST_MENDED = 5;
const MOST_READINGS = 4;
/** A service whose texts name no kind is of the kind that its names ask for, when that is at least this clear. */
const TOLD_FROM = 0.35;
const TOLD_WEIGHT = 0.7;

/** Understands what a text is about, as needs, and which kinds of services help. */
export class Understanding {
  readonly kinds: Kinds;
  readonly needs: readonly Need[];
  readonly #polish: PolishWords;
  readonly #columns: readonly (Need | undefined)[];
  readonly #features: NeedFeatures;
  readonly #model: NeedModel;

  /** @param needs of which the model may know more or fewer, when it is older or newer */
  constructor(needs: readonly Need[], kinds: Kinds, model: NeedModel, features: NeedFeatures, polish: PolishWords) {
    this.kinds = kinds;
    this.needs = needs;
    this.#polish = polish;
    const byId = new Map(needs.map((need) => [need.id, need]));
    this.#columns = model.needs.map((id) => byId.get(id));
    this.#model = model;
    this.#features = features;
  }

  /** The likely needs, likeliest first; none when nothing in the text is known. */
  understand(text: string): UnderstoodNeed[] {
    return this.#likely(text).map(({ need, p }) => asUnderstood(need, p));
  }

  /** The kinds of services that the likely needs ask for. */
  wantedKinds(text: string): WantedKinds {
    const wanted = new Map<number, { gain: number; most: number; need: UnderstoodNeed }>();
    for (const { need, p } of this.#likely(text)) {
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

  /** Of which kinds a service is: as its texts name them, else as a need in which its names would be said. */
  kindsOf(service: KindText): readonly KindWeight[] {
    const named = this.kinds.kindsOf(service);
    if (named.length > 0) return named;
    let best: { kind: number; gain: number } | undefined;
    for (const [kind, { gain }] of this.wantedKinds([service.name, ...service.everydayNames].join(', ')))
      if (gain > (best?.gain ?? 0)) best = { kind, gain };
    return best !== undefined && best.gain >= TOLD_FROM ? [{ kind: best.kind, weight: TOLD_WEIGHT }] : [];
  }

  #likely(text: string): { need: Need; p: number }[] {
    const features = this.#features.read(
      text,
      (key) => this.#model.telling(key),
      (folded) => this.#mend(folded),
    );
    const likelihoods = this.#model.predict(features);
    if (likelihoods === undefined) return [];
    const likely: { need: Need; p: number }[] = [];
    for (const [column, p] of likelihoods.entries()) {
      const need = this.#columns[column];
      if (need !== undefined && p >= LIKELY_FROM) likely.push({ need, p });
    }
    return likely.toSorted((a, b) => b.p - a.p).slice(0, MOST_NEEDS);
  }

  /** Base forms one slip away from a word that no example has, as far as examples have them. */
  #mend(folded: string): readonly string[] {
    if (folded.length < SHORTEST_MENDED || /\d/.test(folded) || this.#polish.isKnown(folded) || this.#model.knows(`l:${folded}`)) return [];
    const near = new Set(this.#polish.listNearLemmas(folded).map(fold));
    return [...near].filter((lemma) => this.#model.knows(`l:${lemma}`)).slice(0, MOST_READINGS);
  }
}

const asUnderstood = ({ id, name, areas, groups, urgent }: Need, p: number): UnderstoodNeed => ({
  id,
  name,
  areas,
  groups,
  urgent: urgent === true,
  p,
});
