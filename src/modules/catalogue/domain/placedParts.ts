import type { Contact, Phone, Schedule } from './parts.ts';
import type { ServiceCard } from './service.ts';

interface Placed {
  readonly schedules: Schedule;
  readonly phones: Phone;
  readonly contacts: Contact;
}
/** A part of the service as a whole (`where` is absent), or of the service at one place. */
export interface PlacedPart<Part> {
  readonly where: string | undefined;
  readonly part: Part;
}

/** Parts of one kind wherever the card has them: first those of the whole service. */
export function listPlaced<Key extends keyof Placed>(card: ServiceCard, key: Key): readonly PlacedPart<Placed[Key]>[] {
  const all = (parts: readonly unknown[] | undefined, where?: string) =>
    (parts ?? []).map((part) => ({ where, part: part as Placed[Key] }));
  return [...all(card[key]), ...card.places.flatMap(({ id, site }) => all(site?.[key], id))];
}

/** The card with these parts of one kind and no others. */
export function putPlaced<Key extends keyof Placed>(
  card: ServiceCard,
  key: Key,
  parts: readonly PlacedPart<Placed[Key]>[],
): { readonly places: ServiceCard['places'] } {
  const of = (where: string | undefined) => parts.filter((each) => each.where === where).map(({ part }) => part);
  const places = card.places.map((place) => {
    const own = of(place.id);
    if (own.length === 0 && place.site?.[key] === undefined) return place;
    const { [key]: _, ...site } = place.site ?? {};
    return { ...place, site: own.length === 0 ? site : { ...site, [key]: own } };
  });
  return { [key]: of(undefined), places } as unknown as { readonly places: ServiceCard['places'] };
}
