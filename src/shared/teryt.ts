import { isDigits, withoutSeparators } from '#shared/digits.ts';
import { ok, refuse, type Result } from '#shared/result.ts';

declare const tercBrand: unique symbol;
/**
 * A code of the territorial register TERC: seven digits WW PP GG R (voivodeship, powiat, gmina, kind).
 * Always text: the leading zero of a voivodeship code matters.
 */
export type Terc = string & { readonly [tercBrand]: true };

export type TercRefusal =
  | 'empty'
  | 'not-digits'
  | 'wrong-length'
  | 'unknown-voivodeship'
  | 'unknown-powiat'
  | 'unknown-gmina'
  | 'unknown-kind';

/** The kinds of a unit, by the last digit of its code. */
export type TercKind = 'urban' | 'rural' | 'urban-rural' | 'town-of-urban-rural' | 'rural-part-of-urban-rural' | 'district' | 'delegation';

const KINDS: Readonly<Record<string, TercKind>> = {
  1: 'urban',
  2: 'rural',
  3: 'urban-rural',
  4: 'town-of-urban-rural',
  5: 'rural-part-of-urban-rural',
  8: 'district',
  9: 'delegation',
};

/** The words that the register itself uses, for screens in Polish. */
export const TERC_KIND_NAMES_PL: Readonly<Record<TercKind, string>> = {
  urban: 'gmina miejska',
  rural: 'gmina wiejska',
  'urban-rural': 'gmina miejsko-wiejska',
  'town-of-urban-rural': 'miasto',
  'rural-part-of-urban-rural': 'obszar wiejski',
  district: 'dzielnica',
  delegation: 'delegatura',
};

/** The sixteen voivodeships by their two-digit codes. */
export const VOIVODESHIPS: ReadonlyMap<string, string> = new Map([
  ['02', 'dolnośląskie'],
  ['04', 'kujawsko-pomorskie'],
  ['06', 'lubelskie'],
  ['08', 'lubuskie'],
  ['10', 'łódzkie'],
  ['12', 'małopolskie'],
  ['14', 'mazowieckie'],
  ['16', 'opolskie'],
  ['18', 'podkarpackie'],
  ['20', 'podlaskie'],
  ['22', 'pomorskie'],
  ['24', 'śląskie'],
  ['26', 'świętokrzyskie'],
  ['28', 'warmińsko-mazurskie'],
  ['30', 'wielkopolskie'],
  ['32', 'zachodniopomorskie'],
]);

/** Reads a seven-digit TERC code, written together or as `04 03 08 3`. Whether such a unit exists, only the register says. */
export function parseTerc(text: string): Result<Terc, TercRefusal> {
  const digits = withoutSeparators(text).replaceAll('_', '');
  if (digits === '') return refuse('empty');
  if (!isDigits(digits)) return refuse('not-digits');
  if (digits.length !== 7) return refuse('wrong-length');
  if (!VOIVODESHIPS.has(digits.slice(0, 2))) return refuse('unknown-voivodeship');
  if (digits.slice(2, 4) === '00') return refuse('unknown-powiat');
  if (digits.slice(4, 6) === '00') return refuse('unknown-gmina');
  if (KINDS[digits.charAt(6)] === undefined) return refuse('unknown-kind');
  return ok(digits as Terc);
}

export function tercKind(terc: Terc): TercKind {
  const kind = KINDS[terc.charAt(6)];
  if (kind === undefined) throw new Error('A TERC code that was not parsed');
  return kind;
}

/** True for a whole gmina; false for the parts of one (town, rural area, city district). */
export function isGmina(terc: Terc): boolean {
  return ['1', '2', '3'].includes(terc.charAt(6));
}

/** A city with powiat rights: its powiat code is 61 or above. */
export function hasPowiatRights(terc: Terc): boolean {
  return Number(terc.slice(2, 4)) >= 61;
}

/** The two-digit code of the voivodeship. */
export function voivodeshipCode(terc: Terc): string {
  return terc.slice(0, 2);
}

/** The four-digit code of the powiat. */
export function powiatCode(terc: Terc): string {
  return terc.slice(0, 4);
}
