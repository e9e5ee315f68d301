import { defineTexts } from '#platform/texts.ts';
import { pl } from './pl.ts';
export const texts = defineTexts('plans', { pl });
export const staffTexts = defineTexts('plansStaff', { pl });
