import { defineTexts } from '#platform/i18n/index.ts';
import { en } from './en.ts';
import { pl } from './pl.ts';
import { uk } from './uk.ts';

export const listsTexts = defineTexts('lists', { pl, en, uk });
