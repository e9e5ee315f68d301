import { value } from '#shared/value.ts';
export const bad = value;
