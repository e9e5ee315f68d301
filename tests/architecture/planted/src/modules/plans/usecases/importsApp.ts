import { other } from '#apps/other.ts';
export const bad = other;
