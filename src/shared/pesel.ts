import { isDigits, weightedSum, withoutSeparators } from '#shared/digits.ts';
import { ok, refuse, type Result } from '#shared/result.ts';

export type PeselRefusal = 'empty' | 'not-digits' | 'wrong-length' | 'wrong-checksum' | 'impossible-date';

export type Sex = 'female' | 'male';

const MASK = '***********';
const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3] as const;
/** The month carries the century: 81–92 means the 1800s, 01–12 the 1900s, 21–32 the 2000s and so on. */
const CENTURIES = [
  { monthOffset: 80, firstYear: 1800 },
  { monthOffset: 0, firstYear: 1900 },
  { monthOffset: 20, firstYear: 2000 },
  { monthOffset: 40, firstYear: 2100 },
  { monthOffset: 60, firstYear: 2200 },
] as const;

/**
 * A PESEL number (11 digits). Printing it in any way (template text, JSON, console, logger) gives stars;
 * only `reveal()` gives the digits, so each place that shows them can be found by that word.
 */
export class Pesel {
  readonly #digits: string;
  /** The birth date that the number states; it may lie in the future, a caller compares it with its own `now`. */
  readonly birthDate: Temporal.PlainDate;
  /** The sex that the number states (tenth digit: odd is male). */
  readonly sex: Sex;

  private constructor(digits: string, birthDate: Temporal.PlainDate) {
    this.#digits = digits;
    this.birthDate = birthDate;
    this.sex = Number(digits.charAt(9)) % 2 === 1 ? 'male' : 'female';
    Object.defineProperty(this, 'birthDate', { enumerable: false });
    Object.defineProperty(this, 'sex', { enumerable: false });
  }

  /** Reads a typed number; spaces and dashes are ignored. */
  static parse(text: string): Result<Pesel, PeselRefusal> {
    const digits = withoutSeparators(text);
    if (digits === '') return refuse('empty');
    if (!isDigits(digits)) return refuse('not-digits');
    if (digits.length !== 11) return refuse('wrong-length');
    if (checkDigit(digits) !== Number(digits.charAt(10))) return refuse('wrong-checksum');
    const birthDate = findBirthDate(digits);
    return birthDate === undefined ? refuse('impossible-date') : ok(new Pesel(digits, birthDate));
  }

  /**
   * Builds the number with the given birth date and serial part (0–9999, its last digit odd for a man), for made-up people
   * in demonstrations and tests. Throws a RangeError outside the years 1800–2299 or that range.
   */
  static compose(birthDate: Temporal.PlainDate, serial: number): Pesel {
    const century = CENTURIES.find(({ firstYear }) => birthDate.year >= firstYear && birthDate.year < firstYear + 100);
    if (century === undefined) throw new RangeError('PESEL covers the years 1800–2299');
    if (!Number.isInteger(serial) || serial < 0 || serial > 9999) {
      throw new RangeError('The serial part of a PESEL is a whole number 0–9999');
    }
    const ten = [pad(birthDate.year % 100, 2), pad(birthDate.month + century.monthOffset, 2), pad(birthDate.day, 2), pad(serial, 4)].join(
      '',
    );
    return new Pesel(`${ten}${checkDigit(ten)}`, birthDate);
  }

  /** The eleven digits. Never put them into an address, a log line or a job's payload. */
  reveal(): string {
    return this.#digits;
  }

  equals(other: Pesel): boolean {
    return this.#digits === other.#digits;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [Symbol.toPrimitive](): string {
    return MASK;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Pesel(${MASK})`;
  }
}

function checkDigit(digits: string): number {
  return (10 - (weightedSum(digits, WEIGHTS) % 10)) % 10;
}

function findBirthDate(digits: string): Temporal.PlainDate | undefined {
  const codedMonth = Number(digits.slice(2, 4));
  const century = CENTURIES.find(({ monthOffset }) => codedMonth > monthOffset && codedMonth <= monthOffset + 12);
  if (century === undefined) return undefined;
  const year = century.firstYear + Number(digits.slice(0, 2));
  const month = codedMonth - century.monthOffset;
  const day = Number(digits.slice(4, 6));
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
