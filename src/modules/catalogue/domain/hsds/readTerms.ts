import { TARGET_GROUPS, type TargetGroup } from '#shared/targetGroups.ts';
import { cleanLine } from '#shared/plainText.ts';
import { derivedId } from '#shared/uuid.ts';
import { AREA_CODES, AREA_NAMES_PL, MODES, type Mode } from '../codes.ts';
import type { HsdsServiceRead } from './shape.ts';
import { AREA_TAXONOMY, GROUP_TAXONOMY, KEYWORD_TAXONOMY, MODE_TAXONOMY, ownCode } from './taxonomies.ts';

type AttributeRead = NonNullable<HsdsServiceRead['attributes']>[number];
/** What the attributes of a service say; `others` are kept as they came. */
export interface Terms {
  readonly areas: number[];
  readonly groups: TargetGroup[];
  readonly groupNames: string[];
  readonly modes: Mode[];
  readonly keywords: string[];
  readonly others: AttributeRead[];
}

/**
 * Sorts the attributes into areas, target groups, modes and, for any other taxonomy, key words. Attributes of the
 * catalogue's own export are known by their ids; those of others by their words, and they stay beside.
 */
export function readTerms(attributes: readonly AttributeRead[], serviceId: string, isOwn: boolean): Terms {
  const ids = new Set(attributes.map(({ id }) => id ?? ''));
  const terms: Terms = {
    areas: ownCode(ids, serviceId, AREA_TAXONOMY, AREA_CODES).map((code) => AREA_CODES.indexOf(code) + 1),
    groups: ownCode(ids, serviceId, GROUP_TAXONOMY, TARGET_GROUPS),
    groupNames: [],
    modes: ownCode(ids, serviceId, MODE_TAXONOMY, MODES),
    keywords: [],
    others: [],
  };
  const own = new Map(attributes.flatMap((attribute, index) => (isOfExport(attribute, serviceId) ? [[index, attribute] as const] : [])));
  // The first area leads, so the order of the file counts.
  const order = [...own.values()].map(({ taxonomyTerm }) => String(taxonomyTerm?.code ?? ''));
  const byOrder = (code: string) => order.indexOf(code);
  terms.areas.sort((a, b) => byOrder(AREA_CODES[a - 1] ?? '') - byOrder(AREA_CODES[b - 1] ?? ''));
  terms.groups.sort((a, b) => byOrder(a) - byOrder(b));
  terms.modes.sort((a, b) => byOrder(a) - byOrder(b));
  for (const [index, attribute] of attributes.entries()) {
    if (own.has(index)) {
      if (attribute.taxonomyTerm?.taxonomy === KEYWORD_TAXONOMY) terms.keywords.push(cleanLine(attribute.taxonomyTerm.name ?? ''));
      continue;
    }
    terms.others.push(attribute);
    if (!isOwn) recognise(attribute, terms);
  }
  return terms;
}

function isOfExport({ id, taxonomyTerm }: AttributeRead, serviceId: string): boolean {
  const taxonomy = taxonomyTerm?.taxonomy;
  if (id == null || taxonomy == null) return false;
  return [taxonomyTerm?.code, taxonomyTerm?.name].some(
    (term) => term != null && id === derivedId(serviceId, 'attribute', taxonomy, String(term)),
  );
}

function recognise({ taxonomyTerm: term, label, value }: AttributeRead, terms: Terms): void {
  const code = String(term?.code ?? '');
  const name = [term?.name, String(value ?? ''), label].map((each) => cleanLine(each ?? '')).find((each) => each !== '') ?? '';
  const taxonomy = `${term?.taxonomy ?? ''} ${term?.taxonomyDetail?.name ?? ''} ${label ?? ''}`.toLowerCase();
  const area = areaOf(code, name, /obszar|area|statut/.test(taxonomy));
  const group = TARGET_GROUPS.find((each) => each === code);
  const mode = MODES.find((each) => each === code);
  if (area !== undefined) terms.areas.push(area);
  else if (group !== undefined) terms.groups.push(group);
  else if (mode !== undefined) terms.modes.push(mode);
  else if (taxonomy.includes(GROUP_TAXONOMY.toLowerCase()) || /target|audience|odbior/.test(taxonomy)) terms.groupNames.push(name);
  else if (name !== '') terms.keywords.push(name.replaceAll(';', ','));
}

function areaOf(code: string, name: string, mayBeNumber: boolean): number | undefined {
  const index = AREA_CODES.findIndex((each) => each === code);
  if (index >= 0) return index + 1;
  const known = AREA_NAMES_PL.indexOf(name.toLocaleLowerCase('pl'));
  if (known >= 0) return known + 1;
  const number = [code, name].map(Number).find((each) => Number.isInteger(each) && each >= 1 && each <= 14);
  return mayBeNumber ? number : undefined;
}
