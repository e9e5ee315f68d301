import { thing } from '#platform/thing.ts';
export const bad = thing;
