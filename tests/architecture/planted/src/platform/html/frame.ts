import { ruling } from '#modules/law/index.ts';
export const frame = ruling;
