import { cleanLine } from '#shared/plainText.ts';
import { parsePolishDate } from '#shared/polishDate.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { MODES, SERVICE_STATUSES, type Mode, type ServiceStatus } from '../codes.ts';
import { readClock, WEEKDAYS, type Weekday } from '../schedule.ts';
import { foldHeading } from './columns.ts';

// What people write into cells, read one value at a time. A refusal is the code of a row's problem.

/** `12,50 zł`, `1 200`, `15.5`. */
export function readNumber(text: string): Result<number, 'not-a-number'> {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(/(zł|pln)\.?$/i, '');
  if (!/^-?\d+([.,]\d+)?$/.test(plain)) return refuse('not-a-number');
  return ok(Number(plain.replace(',', '.')));
}
export function readWhole(text: string, max: number): Result<number, 'not-a-number' | 'not-whole' | 'too-big'> {
  const read = readNumber(text);
  if (!read.ok) return read;
  if (!Number.isInteger(read.value) || read.value < 0) return refuse('not-whole');
  return read.value > max ? refuse('too-big') : read;
}
/** A day as people write it, or as a spreadsheet holds it; in ISO form. */
export function readDay(text: string): Result<string, 'not-a-date'> {
  const read = parsePolishDate(text.replace(/[T ]00:00(:00(\.000)?)?Z?$/, ''));
  return read.ok ? ok(read.value.toString()) : refuse('not-a-date');
}
/** `8:00`, `8.30`, `8`. */
export function readTime(text: string): Result<string, 'not-a-time'> {
  const read = readClock(/^\d{1,2}$/.test(text.trim()) ? `${text.trim()}:00` : text);
  if (!read || read.offset !== null) return refuse('not-a-time');
  return ok(`${String(read.hour).padStart(2, '0')}:${String(read.minute).padStart(2, '0')}`);
}

const dayStems: readonly (readonly string[])[] = [
  ['pon', 'pn', 'mo', 'po'],
  ['wt', 'tu', 'tue'],
  ['sr', 'we', 'sro'],
  ['czw', 'cz', 'th'],
  ['pt', 'pia', 'fr', 'piatek'],
  ['sob', 'sb', 'sa', 'so'],
  ['nie', 'nd', 'su', 'ndz'],
];
const longNames = ['poniedzialek', 'wtorek', 'sroda', 'czwartek', 'piatek', 'sobota', 'niedziela'];
function dayOf(word: string): number {
  const short = dayStems.findIndex((stems) => stems.includes(word));
  if (short >= 0) return short;
  return word.length < 3 ? -1 : longNames.findIndex((name) => name.startsWith(word) || word.startsWith(name.slice(0, -1)));
}
/** `pon, śr`, `poniedziałek–piątek`, `MO,WE`, `codziennie`; as a rule of iCalendar writes them. */
export function readDays(text: string): Result<readonly Weekday[], 'unknown-days'> {
  const folded = foldHeading(text.replace(/[-–—]/gu, ' do ')).replace(/\bwe (?=wt)/g, '');
  if (/^(codziennie|caly tydzien)$/.test(folded)) return ok(WEEKDAYS);
  const found = new Set<number>();
  const words = folded.split(' ').filter((word) => !['i', 'oraz', 'w', 'od', 'kazdy', 'kazda', 'kazde'].includes(word));
  let rangeFrom: number | undefined;
  let last: number | undefined;
  for (const word of words) {
    if (word === 'do') {
      rangeFrom = last;
      continue;
    }
    const day = dayOf(word);
    if (day < 0) return refuse('unknown-days');
    if (rangeFrom !== undefined) for (let each = rangeFrom; each <= day; each += 1) found.add(each);
    rangeFrom = undefined;
    found.add(day);
    last = day;
  }
  const days = WEEKDAYS.filter((_, index) => found.has(index));
  return days.length === 0 ? refuse('unknown-days') : ok(days);
}

const statusWords: Readonly<Record<ServiceStatus, readonly string[]>> = {
  active: ['opublikowana', 'aktywna', 'aktywny', 'czynna', 'dziala', 'active', 'tak'],
  draft: ['w przygotowaniu', 'szkic', 'robocza', 'inactive', 'draft', 'nieaktywna'],
  paused: ['wstrzymana', 'zawieszona', 'temporarily closed', 'paused'],
  ended: ['zakonczona', 'wycofana', 'defunct', 'ended', 'nie'],
};
export function readStatus(text: string): Result<ServiceStatus, 'unknown-status'> {
  const folded = foldHeading(text);
  const found = SERVICE_STATUSES.find((status) => statusWords[status].includes(folded));
  return found === undefined ? refuse('unknown-status') : ok(found);
}

const modeWords: Readonly<Record<Mode, readonly string[]>> = {
  'at-home': ['w domu', 'u mieszkanca', 'w miejscu zamieszkania', 'at home'],
  'on-site': ['na miejscu', 'stacjonarnie', 'w placowce', 'on site'],
  remote: ['zdalnie', 'przez telefon', 'online', 'telefonicznie', 'remote'],
};
export function readModes(text: string): Result<readonly Mode[], 'unknown-mode'> {
  const found = listOf(text).map((each) => MODES.find((mode) => modeWords[mode].includes(foldHeading(each))));
  const modes = MODES.filter((mode) => found.includes(mode));
  return found.length === 0 || found.includes(undefined) ? refuse('unknown-mode') : ok(modes);
}

const languageNames: Readonly<Record<string, readonly string[]>> = {
  pl: ['polski', 'polish'],
  uk: ['ukrainski', 'ukrainian'],
  en: ['angielski', 'english'],
  ru: ['rosyjski', 'russian'],
  be: ['bialoruski'],
  de: ['niemiecki', 'german'],
  pso: ['polski jezyk migowy', 'pjm', 'jezyk migowy', 'migowy'],
};
/** Languages by their ISO codes where they are known, otherwise by the name given. */
export function readLanguages(text: string): { readonly code?: string; readonly name?: string }[] {
  return listOf(text).map((each) => {
    const folded = foldHeading(each);
    const known = Object.entries(languageNames).find(([code, names]) => code === folded || names.includes(folded));
    return known ? { code: known[0] } : { name: each };
  });
}

/** Parts divided by semicolons or lines; where there are none, by commas. */
export function listOf(text: string): string[] {
  const parts = text.split(/[;\n]/);
  const divided = parts.length > 1 ? parts : text.split(',');
  return [...new Set(divided.map(cleanLine).filter((part) => part !== ''))];
}
