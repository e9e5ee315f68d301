import { planSections, type PlanContent, type PlanSection } from './planContent.ts';

/** One value of a plan, or one whole item that was added or removed. */
export type PlanValue = string | number | null | readonly string[] | object;

/**
 * One difference between two versions. `path` names items by id: `goals[g1].actions[a2].who`. `about`
 * is the text a reader knows the item by (the service's name, the goal, the need), from the newer version.
 */
export type PlanDifference = {
  readonly path: string;
  readonly section: PlanSection | 'dates';
  readonly about: string | null;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly from: PlanValue | undefined;
  readonly to: PlanValue | undefined;
};

type Item = { readonly id: string };

/** What changed from one version of a plan to another, in the order of reading. The order of items is no difference. */
export function diffPlans(older: PlanContent, newer: PlanContent): readonly PlanDifference[] {
  const dates = (['startsOn', 'endsOn'] as const)
    .filter((path) => older[path] !== newer[path])
    .map((path): PlanDifference => ({ path, section: 'dates', about: null, kind: 'changed', from: older[path], to: newer[path] }));
  return [...dates, ...planSections.flatMap((section) => diffItems(section, section, older[section], newer[section]))];
}

function diffItems(section: PlanSection, path: string, older: readonly Item[], newer: readonly Item[]): readonly PlanDifference[] {
  const before = new Map(older.map((item) => [item.id, item]));
  const after = new Map(newer.map((item) => [item.id, item]));
  const removed = older.filter((item) => !after.has(item.id));
  return [
    ...newer.flatMap((item): readonly PlanDifference[] => {
      const at = `${path}[${item.id}]`;
      const old = before.get(item.id);
      if (!old) return [{ path: at, section, about: nameOf(item), kind: 'added', from: undefined, to: item }];
      return diffFields(section, at, old, item);
    }),
    ...removed.map((item): PlanDifference => ({
      path: `${path}[${item.id}]`,
      section,
      about: nameOf(item),
      kind: 'removed',
      from: item,
      to: undefined,
    })),
  ];
}

function diffFields(section: PlanSection, path: string, older: Item, newer: Item): readonly PlanDifference[] {
  const before: Record<string, unknown> = { ...older };
  return Object.entries(newer).flatMap(([field, to]: [string, unknown]): readonly PlanDifference[] => {
    const from = before[field];
    const at = `${path}.${field}`;
    if (field === 'actions') return diffItems(section, at, from as readonly Item[], to as readonly Item[]);
    const isSame = field === 'needIds' ? sameSet(from as readonly string[], to as readonly string[]) : from === to;
    return isSame ? [] : [{ path: at, section, about: nameOf(newer), kind: 'changed', from: from as PlanValue, to: to as PlanValue }];
  });
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return new Set([...a, ...b]).size === new Set(a).size && new Set(a).size === new Set(b).size;
}

/** The field by which a reader recognises an item. */
function nameOf(item: Item): string | null {
  const fields: Record<string, unknown> = { ...item };
  const name = fields['name'] ?? fields['description'] ?? fields['text'] ?? fields['what'] ?? fields['how'];
  return typeof name === 'string' && name.trim() !== '' ? name : null;
}
