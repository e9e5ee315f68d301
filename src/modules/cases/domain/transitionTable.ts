import { isFinal } from './caseStatus.ts';
import { transitions } from './transitions.ts';

/** The life cycle as a Markdown table, for the module's README; a test keeps the two the same. */
export function renderTransitionTable(): string {
  const head = ['command → event', 'from', 'to', 'who', 'guards', 'document', 'deadline'];
  const rows = transitions.map((row) => [
    `\`${row.command}\`${row.ending ? ` (${row.ending})` : ''} → \`${row.event}\``,
    listStatuses(row.from),
    row.to,
    row.actors.join(', '),
    row.guards.join(', ') || '–',
    row.document ?? '–',
    row.deadline ?? '–',
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function listStatuses(from: readonly (typeof transitions)[number]['from'][number][]): string {
  return from.map((status) => (isFinal(status) ? `**${status}**` : status)).join(', ');
}
