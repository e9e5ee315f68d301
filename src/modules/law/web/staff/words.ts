import { grosze, formatMoney } from '#shared/money.ts';
import { texts } from '../../texts/texts.ts';
import type { Parameter } from '../../domain/parameters.ts';

const t = texts.in('pl');
const units = new Set(['day', 'month', 'year', 'hour', 'minute', 'percent', 'megabyte', 'file']);

/** A figure as people say it: "30 dni", "1 010,00 zł", "tak", a list with commas. */
export function valueInWords(value: Parameter['value'], unit: string): string {
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number')
    return unit === 'grosze' ? formatMoney(grosze(value)) : units.has(unit) ? `${value} ${t(`unit.${unit}` as 'unit.day')}` : String(value);
  return typeof value === 'string' ? value : value.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join(', ');
}
/** The same for a field in which it is typed. */
export function valueTyped(value: Parameter['value'], unit: string): string {
  if (typeof value === 'number') return unit === 'grosze' ? (value / 100).toFixed(2).replace('.', ',') : String(value);
  if (typeof value === 'boolean') return value ? 'tak' : 'nie';
  return typeof value === 'string' ? value : value.map(String).join('\n');
}
