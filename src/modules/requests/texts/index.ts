import { defineTexts } from '#platform/i18n/index.ts';
import { en } from './en.ts';
import { pl } from './pl.ts';
import { staff } from './staff.ts';
import { staffContact } from './staffContact.ts';
import { staffPerson } from './staffPerson.ts';
import { uk } from './uk.ts';

/** What residents read, and the names of fields that staff see too. */
export const requestTexts = defineTexts('requests', { pl, en, uk });
/** Staff screens, in Polish. */
export const requestStaffTexts = defineTexts('requestsStaff', { pl: staff });
export const requestContactTexts = defineTexts('requestsContactStaff', { pl: staffContact });
export const requestPersonTexts = defineTexts('requestsPersonStaff', { pl: staffPerson });

/** Mistakes that forms of requests word in their own way, as `field-code`. */
export type MistakeKey = keyof typeof pl.error;
export const isMistakeKey = (key: string): key is MistakeKey => key in pl.error;

/** The same for forms that staff fill in for somebody else. */
export type DeskMistakeKey = keyof typeof staff.error;
export const isDeskMistakeKey = (key: string): key is DeskMistakeKey => key in staff.error;
