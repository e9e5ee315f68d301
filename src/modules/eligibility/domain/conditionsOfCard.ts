import type { Condition } from './conditions.ts';
import { groupNamed, hasAges } from './groupAges.ts';

/** The part of a service card that conditions can be read from. */
export type CardConditions = {
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly recipients: string | null;
  readonly qualification: { readonly documents: readonly string[] };
};

/**
 * Conditions as far as a card states them: residence, age and documents are checked, its words of who it is for are left to staff.
 * How one applies is no condition: nobody meets it or does not.
 */
export function conditionsOfCard(card: CardConditions): readonly Condition[] {
  return [
    { id: 'residence', kind: 'residesInArea' },
    ...(card.minimumAge === null ? [] : [{ id: 'minimumAge', kind: 'ageAtLeast', years: card.minimumAge } as const]),
    ...(card.maximumAge === null ? [] : [{ id: 'maximumAge', kind: 'ageAtMost', years: card.maximumAge } as const]),
    ...card.qualification.documents.map((name, index) => ({ id: `document${index + 1}`, kind: 'document', name }) as const),
    ...recipientsOf(card),
  ];
}

/** Who a card is for, in its words. A group that age alone tells is checked by it, and adds nothing to ages that the card states itself. */
function recipientsOf({ recipients, minimumAge, maximumAge }: CardConditions): readonly Condition[] {
  if (recipients === null) return [];
  const group = groupNamed(recipients);
  if (group === undefined || !hasAges(group)) return [{ id: 'recipients', kind: 'inWords', text: recipients }];
  return minimumAge === null && maximumAge === null ? [{ id: 'recipients', kind: 'targetGroup', groups: [group] }] : [];
}
