import { inside } from '#modules/law/domain/inside.ts';
export const bad = inside;
