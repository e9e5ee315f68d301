import type { Capacity } from '../../../domain/parts.ts';
import { cardPartTexts } from '../../../texts/cardParts.ts';
import type { PartList } from './cardPage.ts';
import { present } from './placed.ts';

const t = cardPartTexts.in('pl');
const valuesOf = ({ unit, available, maximum, description }: Capacity) => ({
  unitName: unit.name,
  available,
  maximum,
  description,
  unitScheme: unit.scheme,
  unitIdentifier: unit.identifier,
  unitUri: unit.uri,
});

/** Figures in other units than places. A figure that changes is of the moment in which it was typed. */
export const capacities: PartList = {
  kind: 'list',
  name: 'capacities',
  title: t('more.capacities'),
  hint: t('more.capacitiesHint'),
  fields: [
    { name: 'unitName', kind: 'line', label: t('more.unitName'), max: 200, required: true },
    { name: 'available', kind: 'amount', label: t('more.available'), required: true, width: 'short' },
    { name: 'maximum', kind: 'amount', label: t('more.maximum'), width: 'short', beside: true },
    { name: 'description', kind: 'line', label: t('more.capacityDescription'), width: 'full' },
    { name: 'unitScheme', kind: 'line', label: t('more.unitScheme'), max: 200, rare: true },
    { name: 'unitIdentifier', kind: 'line', label: t('more.unitIdentifier'), max: 200, rare: true },
    { name: 'unitUri', kind: 'address', label: t('more.unitUri'), width: 'full', rare: true },
  ],
  item: (number) => t('more.capacityItem', { number }),
  add: t('more.addCapacity'),
  most: 100,
  check: ({ available, maximum }) =>
    maximum !== undefined && Number(available) > Number(maximum) ? [{ field: 'available', code: 'maximum' }] : [],
  rows: (service) => service.capacities.map((capacity, was) => ({ values: valuesOf(capacity), was })),
  put: (rows, known, { now }) => ({
    capacities: rows.map(({ values, was }) => {
      const before = was === undefined ? undefined : known.capacities[was];
      const { unitName: name, unitScheme: scheme, unitIdentifier: identifier, unitUri: uri, available, maximum, description } = values;
      const isSame = before !== undefined && before.available === available && before.maximum === maximum && before.unit.name === name;
      const unit = present({ id: before?.unit.name === name ? before?.unit.id : undefined, name, scheme, identifier, uri });
      const updated = isSame ? before.updated : now.toString({ smallestUnit: 'second' });
      return present({ id: before?.id, unit, available, maximum, description, updated });
    }),
  }),
};
