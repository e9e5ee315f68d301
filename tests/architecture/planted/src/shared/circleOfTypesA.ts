import type { B } from './circleOfTypesB.ts';
export type A = { readonly b: B | null };
