import { qualificationTexts } from '../../texts/words.ts';
import type { CaseState } from '#modules/cases/index.ts';

type ServiceStatus = CaseState['services'][number]['status'];
/** Where a requested service stands, in words for staff. */
export const statusInWords = (status: ServiceStatus): string => qualificationTexts.in('pl')(`status.${status}`);
