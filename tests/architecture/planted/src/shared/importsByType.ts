import type { Thing } from '#platform/types.ts';
export const bad: Thing | null = null;
