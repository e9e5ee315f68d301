import { isPublicNumber } from '#shared/phone.ts';
import { ok, refuse, type Result } from '#shared/result.ts';

/** What a centre tells of itself; what is left out stays as it is, an empty text takes it away. */
export interface CentreDescription {
  /** One number or several, as residents read them: `52 123 45 67, 600 100 200`. */
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  /** One line: street, postcode, town. */
  readonly address?: string | undefined;
  /** When somebody answers: `poniedziałek–piątek 7:30–15:30`. */
  readonly hours?: string | undefined;
  /** The centre's own site; without `https://` it is added. */
  readonly website?: string | undefined;
  /** Names of towns and villages of the gmina, by which residents narrow the list of services. */
  readonly localities?: readonly string[] | undefined;
}
export type DescriptionField = keyof CentreDescription;

/** A description as it is kept; `null` is what the centre does not tell. */
export interface ToldDescription {
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly address?: string | null;
  readonly hours?: string | null;
  readonly website?: string | null;
  readonly localities?: readonly string[] | null;
}
export interface DescriptionFault {
  readonly field: DescriptionField;
  readonly code: 'not-a-phone' | 'not-an-email' | 'not-hours' | 'not-a-url' | 'not-a-place' | 'too-long' | 'too-many-places';
  readonly values?: Readonly<Record<string, string | number>>;
}

export const longestTold = 300;
export const mostLocalities = 300;
/** Whether a field tells how to reach somebody; a demonstration must not, in the name of a real centre. */
export const tellsContact = (field: DescriptionField): boolean => field !== 'localities';

/** Reads what was told: cleaned, names of places once each with those that were repeated, or everything that is wrong. */
export function readDescription(
  told: CentreDescription,
): Result<{ readonly description: ToldDescription; readonly repeated: readonly string[] }, readonly DescriptionFault[]> {
  const places = told.localities === undefined ? undefined : onceEach(told.localities.map(clean).filter((name) => name !== ''));
  const description: ToldDescription = {
    ...cleaned('phone', told.phone),
    ...cleaned('email', told.email),
    ...cleaned('address', told.address),
    ...cleaned('hours', told.hours),
    ...cleaned('website', told.website === undefined ? undefined : withScheme(clean(told.website))),
    ...(places && { localities: places.names.length === 0 ? null : places.names }),
  };
  const faults = faultsOf(description);
  return faults.length > 0 ? refuse(faults) : ok({ description, repeated: places?.repeated ?? [] });
}

/** Cuts a typed or pasted list into names: one a line or parted by commas, semicolons and tabs, with or without bullets and numbers. */
export const namesTyped = (typed: string): string[] =>
  typed
    .split(/[\n,;\t]/)
    .map((line) => line.replace(/^\s*(?:\d{1,4}[.)]\s+|[-–—•*·]\s*)/u, '').trim())
    .filter((name) => name !== '');

function faultsOf({ phone, email, address, hours, website, localities }: ToldDescription): DescriptionFault[] {
  const faults: DescriptionFault[] = Object.entries({ phone, email, address, hours, website })
    .filter(([, text]) => (text?.length ?? 0) > longestTold)
    .map(([field]) => ({ field: field as DescriptionField, code: 'too-long', values: { max: longestTold } }));
  const add = (isWrong: boolean, field: DescriptionField, code: DescriptionFault['code'], values?: DescriptionFault['values']): void => {
    if (isWrong && !faults.some((fault) => fault.field === field)) faults.push({ field, code, ...(values && { values }) });
  };
  add(phone != null && !isPublicNumber(phone), 'phone', 'not-a-phone');
  add(email != null && !/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(email), 'email', 'not-an-email');
  add(hours != null && !tellsHours(hours), 'hours', 'not-hours');
  add(website != null && !isWebsite(website), 'website', 'not-a-url');
  const wrong = (localities ?? []).filter((name) => !/\p{L}{2}/u.test(name) || name.length > 100);
  add(wrong.length > 0, 'localities', 'not-a-place', { names: wrong.slice(0, 3).map(shortened).join('”, „') });
  const count = localities?.length ?? 0;
  add(count > mostLocalities, 'localities', 'too-many-places', { count, max: mostLocalities });
  return faults;
}

/** Hours name a time of day that exists, or say in words that it is round the clock or by appointment. */
function tellsHours(text: string): boolean {
  const times = [...text.matchAll(/\b(\d{1,2})[:.](\d{2})\b/g)];
  if (times.some(([, hour, minute]) => Number(hour) > 24 || Number(minute) > 59)) return false;
  return /\d/.test(text) || /dob[ęyo]|um[oó]wi/iu.test(text);
}

function isWebsite(text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return false;
  const { hostname, username, password } = new URL(text);
  return /\.\p{L}[\p{L}\p{N}-]*$/u.test(hostname) && username === '' && password === '';
}
const withScheme = (text: string) => (text === '' || /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`);

/** Names that differ by case alone are one; the first writing stays. */
function onceEach(names: readonly string[]): { names: string[]; repeated: string[] } {
  const first = new Map<string, string>();
  const repeated = new Set<string>();
  for (const name of names) {
    const key = name.toLocaleLowerCase('pl');
    const known = first.get(key);
    if (known === undefined) first.set(key, name);
    else repeated.add(known);
  }
  return { names: [...first.values()], repeated: [...repeated] };
}

const clean = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
const cleaned = <Name extends string>(name: Name, text: string | undefined) =>
  (text === undefined ? {} : { [name]: clean(text) === '' ? null : clean(text) }) as Partial<Record<Name, string | null>>;
