import { z } from 'zod';
import type { ServiceRecord } from './service.ts';

const has = (value: string | null | readonly unknown[]) => value !== null && value.length > 0;
const isOnSite = ({ modes }: ServiceRecord) => modes.length === 0 || modes.includes('on-site');

/** What a full card tells, in the order of the editor; each says whether a card has it. */
const parts = {
  summary: (card: ServiceRecord) => has(card.summary),
  scope: (card: ServiceRecord) => has(card.scope),
  everydayNames: (card: ServiceRecord) => has(card.everydayNames),
  recipients: (card: ServiceRecord) => has(card.recipients),
  targetGroups: (card: ServiceRecord) => has(card.targetGroups),
  qualification: (card: ServiceRecord) => has(card.qualification.text),
  documents: (card: ServiceRecord) => has(card.qualification.documents) || has(card.requiredDocuments),
  modes: (card: ServiceRecord) => has(card.modes),
  // Where nobody has to come, the area for which it is tells where.
  places: (card: ServiceRecord) => has(card.places) || (!isOnSite(card) && (has(card.coverage) || has(card.serviceAreas))),
  accessibility: (card: ServiceRecord) => !isOnSite(card) || card.places.some(({ accessibility }) => has(accessibility ?? null)),
  hours: (card: ServiceRecord) => has(card.schedules) || has(card.schedule) || card.places.some(({ site }) => has(site?.schedules ?? null)),
  fee: (card: ServiceRecord) => card.fee.kind !== null || has(card.fee.text) || card.fee.price !== null || has(card.costOptions),
  vacancy: (card: ServiceRecord) => card.vacancy !== null || has(card.waitTime) || has(card.capacities),
  provider: (card: ServiceRecord) => card.provider !== null,
  contact: (card: ServiceRecord) => has(card.contact.phone) || has(card.contact.email) || has(card.phones) || has(card.contacts),
  languages: (card: ServiceRecord) => has(card.languages),
};
export type CardPart = keyof typeof parts;
export const cardParts = Object.keys(parts) as readonly CardPart[];

const weight = z.int().min(0).max(100);
export const editionSchema = z.object({
  validFrom: z.iso.date(),
  weights: z.strictObject(Object.fromEntries(cardParts.map((part) => [part, weight])) as Record<CardPart, typeof weight>),
});
export type CompletenessEdition = z.infer<typeof editionSchema>;

export interface Completeness {
  /** 0 to 100. */
  readonly score: number;
  /** What to add, what counts most first. */
  readonly missing: readonly { readonly part: CardPart; readonly weight: number }[];
}

/** How full a card is, by the weights in force on a day; before the first edition its weights hold. */
export function completenessOf(card: ServiceRecord, on: Temporal.PlainDate, editions: readonly CompletenessEdition[]): Completeness {
  const ordered = editions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const weights = (ordered.findLast(({ validFrom }) => validFrom <= on.toString()) ?? ordered[0])?.weights;
  if (!weights) throw new Error('there is no edition of the weights of completeness');
  const total = cardParts.reduce((sum, part) => sum + weights[part], 0);
  const missing = cardParts.filter((part) => weights[part] > 0 && !parts[part](card)).map((part) => ({ part, weight: weights[part] }));
  const lost = missing.reduce((sum, each) => sum + each.weight, 0);
  // A card that lacks anything is not full, however the figure is rounded.
  const score = lost === 0 ? 100 : Math.min(99, Math.round((100 * (total - lost)) / total));
  return { score, missing: missing.toSorted((a, b) => b.weight - a.weight) };
}
