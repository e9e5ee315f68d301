/** What a person may put between the digits of an identifier: any white space, dashes, dots, slashes. */
const SEPARATORS = /[\s\u00a0\u2000-\u200b\u202f\u2060\ufeff\-‐‑‒–—./]/gu;

/** Removes the separators that people type inside identifiers; the rest stays as typed. */
export function withoutSeparators(text: string): string {
  return text.replace(SEPARATORS, '');
}

/** True when the text consists of the ten ASCII digits alone (and is not empty). */
export function isDigits(text: string): boolean {
  return /^[0-9]+$/.test(text);
}

/** Σ digit × weight over as many digits as there are weights. The text must hold digits only. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits.charAt(index)), 0);
}
