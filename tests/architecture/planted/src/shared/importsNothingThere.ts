import { absent } from './absent.ts';
export const bad = absent;
