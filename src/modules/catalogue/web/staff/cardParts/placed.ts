import type { ServiceRecord } from '../../../domain/service.ts';
import { cardPartTexts } from '../../../texts/cardParts.ts';
import type { PartField } from './fields.ts';

const t = cardPartTexts.in('pl');
/** The field that tells whether a part belongs to the whole service or to one of its places; none where there are no places. */
export function whereField(card: ServiceRecord, label = t('contacts.where')): readonly PartField[] {
  const options = card.places.flatMap(({ id, name }) => (id === undefined ? [] : [{ value: id, label: name }]));
  if (options.length === 0) return [];
  return [{ name: 'where', kind: 'one', label, options, empty: t('everywhere') }];
}

/** A part without what is not known. */
export function present<Part extends object>(part: Part): Part {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Part;
}
