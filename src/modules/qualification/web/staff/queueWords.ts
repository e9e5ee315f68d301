import { qualificationTexts } from '../../texts/words.ts';
import type { QueueSummary } from '../../usecases/lists.ts';

const t = qualificationTexts.in('pl');

/** How many have a place; a dash where nobody keeps the places here, so that a limit on a card is not taken for places all free. */
export const takenInWords = ({ isKept, taken }: Pick<QueueSummary, 'isKept' | 'taken'>): string => (isKept ? String(taken) : '–');

/** Free places as counted here; where nobody keeps them here, what the card tells residents. The same words wherever queues are listed. */
export function freeInWords({ rule, free, isKept, service }: Pick<QueueSummary, 'rule' | 'free' | 'isKept' | 'service'>): string {
  if (rule.placeLimit === null) return t('queues.noLimit');
  if (isKept) return String(free ?? 0);
  return service.vacancy === null ? '–' : t('queues.onCard', { count: service.vacancy.free });
}
