import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Door } from '#platform/http/index.ts';
import { doorName } from '#platform/http/server.ts';
import type { Module } from '#platform/module.ts';

export const authorizationFile = join(import.meta.dirname, '../docs/authorization.md');

/** Who may use what and what it writes to the audit log, read from the manifests. */
export function describeAuthorization(modules: readonly Module[]): string {
  const parts = modules.flatMap((module) => {
    const doors = (module.doors ?? []).map((door) =>
      row([`\`${doorName(door)}\``, whoMay(door), door.limit ? `${door.limit.attempts} in ${door.limit.minutes} min` : '', auditOf(door)]),
    );
    const jobs = (module.jobs ?? []).map((job) =>
      row([`\`${job.name}\``, job.cron ? `every centre, at \`${job.cron}\` UTC` : 'when asked for', auditWords(job.audit)]),
    );
    return [
      ...(doors.length + jobs.length > 0 ? [`\n## ${module.name}\n`] : []),
      ...(doors.length > 0 ? [row(['door', 'who may', 'attempts', 'audit event']), row(['---', '---', '---', '---']), ...doors] : []),
      ...(jobs.length > 0
        ? [...(doors.length > 0 ? [''] : []), row(['job', 'when', 'audit event']), row(['---', '---', '---']), ...jobs]
        : []),
    ];
  });
  return `${introduction}${parts.join('\n')}\n`;
}

const introduction = `# Who may do what

Written by \`npm run docs:authorization\` from the manifests of the modules; a test keeps it current. Roles are those held
in the centre whose address is opened. Which row within the centre somebody may see is decided by the use case behind the door.
`;

function whoMay({ may }: Door): string {
  return may.kind === 'public' ? `anybody (${may.because})` : `${may.holders.join(', ')} (\`${may.name}\`)`;
}
function auditOf({ audit }: Door): string {
  return auditWords(audit.kind === 'event' ? audit.event : audit);
}
const auditWords = (audit: string | { because: string }) => (typeof audit === 'string' ? `\`${audit}\`` : `none: ${audit.because}`);
const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { modules } = await import('#apps/modules.ts');
  writeFileSync(authorizationFile, describeAuthorization(modules));
}
