import { ACCESSIBILITY_FEATURES, areas, MODES, targetGroups } from '#modules/catalogue/index.ts';
import { isUuid } from '#shared/uuid.ts';
import { SORTS, type Browsing, type Sort } from '../../../usecases/searchServices.ts';

/** What the address of the list asks for. */
export interface ListQuestion extends Browsing {
  /** Something in the address is not known here; the page says so. */
  readonly hasUnknown: boolean;
}
export const RADII = [5, 15, 30, 50] as const;
export const COSTS = ['free', 'by-income', 'paid'] as const;
const usualRadius = 15;
const longestWords = 200;

const cleaned = (text: string | null) =>
  (text ?? '')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, longestWords)
    .toWellFormed();

/**
 * Reads the address of the list: `q` words, `sprawa` (1–14), `dla` (code of a group), `koszt`, `sposob`, `mowa` (language),
 * `dostepnosc`, `otwarte`, `miejsca`, `blisko` (town or postcode), `promien` (km), `kolejnosc`, `po` (the last service before).
 */
export function readListQuestion(query: URLSearchParams): ListQuestion {
  let hasUnknown = false;
  const one = <Value extends string>(name: string, known: readonly Value[]): Value | undefined => {
    const typed = query.get(name) ?? '';
    const found = known.find((each) => each === typed);
    hasUnknown ||= typed !== '' && found === undefined;
    return found;
  };
  const area = one(
    'sprawa',
    areas.map(({ number }) => String(number)),
  );
  const typedLanguage = query.get('mowa') ?? '';
  const language = /^[a-z]{2,3}$/.test(typedLanguage) ? typedLanguage : undefined;
  hasUnknown ||= typedLanguage !== '' && language === undefined;
  const typedAfter = query.get('po') ?? '';
  hasUnknown ||= typedAfter !== '' && !isUuid(typedAfter);
  const words = cleaned(query.get('q'));
  const radius = one('promien', RADII.map(String));
  return {
    words,
    narrowing: {
      area: area === undefined ? undefined : Number(area),
      group: one(
        'dla',
        targetGroups.map(({ code }) => code),
      ),
      cost: one('koszt', COSTS),
      mode: one('sposob', MODES),
      language,
      accessibility: one('dostepnosc', ACCESSIBILITY_FEATURES),
      openNow: one('otwarte', ['tak']) === 'tak',
      hasPlaces: one('miejsca', ['tak']) === 'tak',
    },
    place: cleaned(query.get('blisko')).slice(0, 100),
    radiusKm: radius === undefined ? usualRadius : Number(radius),
    sort: one('kolejnosc', SORTS) ?? (words === '' ? 'name' : 'relevance'),
    after: isUuid(typedAfter) ? typedAfter : undefined,
    hasUnknown,
  };
}

/** The parts of an address that ask this question; what is usual is left out. */
export function listQuery(question: Partial<ListQuestion>): Readonly<Record<string, string>> {
  const { words = '', narrowing = {}, place = '', radiusKm = usualRadius, sort, after } = question;
  const usualSort: Sort = words === '' ? 'name' : 'relevance';
  const parts: Record<string, string | undefined> = {
    q: words,
    sprawa: narrowing.area === undefined ? undefined : String(narrowing.area),
    dla: narrowing.group,
    koszt: narrowing.cost,
    sposob: narrowing.mode,
    mowa: narrowing.language,
    dostepnosc: narrowing.accessibility,
    otwarte: narrowing.openNow === true ? 'tak' : undefined,
    miejsca: narrowing.hasPlaces === true ? 'tak' : undefined,
    blisko: place,
    promien: place === '' || radiusKm === usualRadius ? undefined : String(radiusKm),
    kolejnosc: sort === usualSort ? undefined : sort,
    po: after,
  };
  return Object.fromEntries(Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** The query of the address that asks this question; empty for the whole list. */
export function listAddress(question: Partial<ListQuestion>): string {
  const query = new URLSearchParams(listQuery(question)).toString();
  return query === '' ? '' : `?${query}`;
}
