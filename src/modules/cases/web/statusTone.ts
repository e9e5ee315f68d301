import type { TagTone } from '#ui/index.ts';

/** The colour of a status; its words always stand beside it. */
export function toneOf(status: string): TagTone {
  if (status.startsWith('CLOSED') || status === 'INFORMED' || status === 'FORWARDED') return 'neutral';
  if (status === 'REFUSED') return 'danger';
  if (status === 'INCOMPLETE' || status === 'SUSPENDED' || status === 'WAITLISTED') return 'warning';
  if (status === 'ACTIVE' || status === 'QUALIFIED' || status === 'PLAN_APPROVED') return 'success';
  return 'info';
}
