import type { A } from './circleOfTypesA.ts';
export type B = { readonly a: A | null };
