import { defineTexts } from '#platform/i18n/index.ts';
import { documents } from './documents.ts';
import { en } from './en.ts';
import { pl } from './pl.ts';
import { staff } from './staff.ts';
import { uk } from './uk.ts';

/** What a plan says, and the resident's side of it, in three languages. */
export const planTexts = defineTexts('plans', { pl, en, uk });
/** Texts of the staff's side, in Polish. */
export const planStaffTexts = defineTexts('plansStaff', { pl: staff });
/** Words added on printed documents, which are in Polish. */
export const planDocumentTexts = defineTexts('plansDocumentsStaff', { pl: documents });
