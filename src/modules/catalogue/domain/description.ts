import { z } from 'zod';
import { qualificationSchema, serviceCardSchema, type ServiceCard } from './service.ts';

const { shape } = serviceCardSchema;

/**
 * What a card says about the kind of a service rather than about this one: such text can be shared by services of several
 * centres. Names are those of the editor. Nothing has a default, so a part of a description stays a part.
 */
export const descriptionSchema = z.strictObject({
  summary: shape.summary.unwrap(),
  scope: shape.scope.unwrap(),
  everydayNames: shape.everydayNames.unwrap(),
  keywords: shape.keywords.unwrap(),
  areas: shape.areas,
  recipients: shape.recipients.unwrap(),
  targetGroups: shape.targetGroups.unwrap(),
  minimumAge: shape.minimumAge.unwrap(),
  maximumAge: shape.maximumAge.unwrap(),
  qualification: qualificationSchema.shape.text.unwrap(),
  modes: shape.modes.unwrap(),
  limitsText: shape.limitsText.unwrap(),
  documents: qualificationSchema.shape.documents.unwrap(),
});
export type Description = z.infer<typeof descriptionSchema>;
export type DescriptionField = keyof Description;
export const descriptionFields = Object.keys(descriptionSchema.shape) as readonly DescriptionField[];

/** The describing fields of a card. */
export function descriptionOf(card: Pick<ServiceCard, Exclude<DescriptionField, 'documents'>>): Description {
  const { summary, scope, everydayNames, keywords, areas, recipients, targetGroups, minimumAge, maximumAge, modes, limitsText } = card;
  const { text: qualification, documents } = card.qualification;
  const who = { recipients, targetGroups, minimumAge, maximumAge, qualification };
  return { summary, scope, everydayNames, keywords, areas, ...who, modes, limitsText, documents };
}

/** A card with some of its describing fields replaced. */
export function withDescription<Card extends Pick<ServiceCard, Exclude<DescriptionField, 'documents'>>>(
  card: Card,
  change: Partial<Description>,
): Card {
  const { qualification, documents, ...plain } = change;
  const known = card.qualification;
  const text = qualification === undefined ? known.text : qualification;
  return { ...card, ...plain, qualification: { ...known, text, documents: documents ?? known.documents } };
}
