import { defineTexts } from '#platform/i18n/index.ts';
import { documentsPl } from './documents.ts';
import { mayIUseSources } from './mayIUse.ts';
import { residentTexts } from './resident.ts';
import { staffPl } from './staff.ts';

/** What staff read while qualifying. */
export const qualificationTexts = defineTexts('qualificationStaff', { pl: staffPl });
/** What is printed in documents, in Polish. */
export const documentTexts = defineTexts('qualificationDocumentsStaff', { pl: documentsPl });
/** What a resident reads about decisions. */
export const resultTexts = defineTexts('qualification', residentTexts);
/** "May I use it?", before asking for a service. */
export const mayIUseTexts = defineTexts('qualificationMayIUse', mayIUseSources);
