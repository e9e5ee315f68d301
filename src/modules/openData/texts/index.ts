import { defineTexts } from '#platform/i18n/index.ts';
import { en } from './en.ts';
import { pl } from './pl.ts';
import { uk } from './uk.ts';

export const openDataTexts = defineTexts('openData', { pl, en, uk });
