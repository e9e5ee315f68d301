import { ok, refuse, type Result } from '#shared/result.ts';

declare const moneyBrand: unique symbol;
/** An amount of Polish money as a whole number of grosze; it may be negative (a correction). */
export type Money = number & { readonly [moneyBrand]: true };

export type MoneyRefusal = 'empty' | 'unreadable' | 'too-precise' | 'too-large';

export const ZERO: Money = 0 as Money;

/** Wraps a whole number of grosze. Throws a RangeError for fractions and for numbers that lose precision. */
export function grosze(amount: number): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError('Money is a whole number of grosze');
  // Minus zero would print as "-0,00 zł".
  return (amount === 0 ? 0 : amount) as Money;
}

/** Wraps złote and grosze: `zloty(1010)` is 1 010,00 zł, `zloty(8, 93)` is 8,93 zł. */
export function zloty(amount: number, groszeAmount = 0): Money {
  return grosze(amount * 100 + (amount < 0 ? -groszeAmount : groszeAmount));
}

export function add(...amounts: readonly Money[]): Money {
  return grosze(amounts.reduce((sum, amount) => sum + amount, 0));
}

export function subtract(from: Money, amount: Money): Money {
  return grosze(from - amount);
}

/**
 * amount × numerator ÷ denominator, rounded half-up to the grosz (a half goes away from zero, so that a correction
 * mirrors the amount it corrects). Numerator and denominator are whole numbers, the denominator above zero.
 */
export function scale(amount: Money, numerator: number, denominator: number): Money {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new RangeError('A ratio of money is made of whole numbers, the lower one above zero');
  }
  const product = BigInt(amount) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const magnitude = product < 0n ? -product : product;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return grosze(Number(product < 0n ? -rounded : rounded));
}

/** A whole percentage of the amount, half-up to the grosz: 11% of 8,93 zł is 0,98 zł. */
export function percentOf(amount: Money, percent: number): Money {
  return scale(amount, percent, 100);
}

const FORMAT = new Intl.NumberFormat('pl-PL', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  useGrouping: 'always',
});

/** Polish writing with no-break spaces: `1 234,50 zł`. */
export function formatMoney(amount: Money): string {
  return `${FORMAT.format(amount / 100)}\u00a0zł`;
}

/** What a form field shows: `1234,50`, without grouping and currency. */
export function formatMoneyForField(amount: Money): string {
  const magnitude = Math.abs(amount);
  const whole = Math.floor(magnitude / 100);
  return `${amount < 0 ? '-' : ''}${whole},${String(magnitude % 100).padStart(2, '0')}`;
}

/**
 * Reads what people type: `1 234,50 zł`, `1234.5`, `1.234,50`, `80 PLN`. A comma is always the decimal sign; a single dot is
 * one too unless exactly three digits follow it, which nobody can tell from thousands: that is refused as unreadable.
 */
export function parseMoney(text: string): Result<Money, MoneyRefusal> {
  const bare = text
    .replace(/[\s\u00a0\u2000-\u200b\u202f]/gu, '')
    .replace(/[−–]/u, '-')
    .replace(/(zł|zl|pln)\.?$/iu, '');
  if (bare === '') return refuse('empty');
  const match = /^(-?)([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]+))?$/.exec(bare) ?? /^(-?)([0-9]+)\.([0-9]+)$/.exec(bare);
  const [, sign = '', whole = '', fraction = ''] = match ?? [];
  if (match === null || isAmbiguous(bare)) return refuse('unreadable');
  if (fraction.length > 2) return refuse('too-precise');
  const amount = Number(whole.replaceAll('.', '')) * 100 + Number(fraction.padEnd(2, '0'));
  if (!Number.isSafeInteger(amount)) return refuse('too-large');
  return ok(grosze(sign === '-' ? -amount : amount));
}

function isAmbiguous(bare: string): boolean {
  return /^-?[0-9]{1,3}\.[0-9]{3}$/.test(bare);
}
