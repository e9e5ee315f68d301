import { checkForeignHsds } from './checkCapabilities.ts';
import { note, print, withCapability } from './run.ts';

const shown = 30;

/** `okienko check hsds`: fails when anything is wrong, so that a script can rely on it. */
export async function checkHsds(options: { schemas: string; url?: string; json?: true }): Promise<void> {
  const { schemas, url, json } = options;
  const check = { schemas, say: note };
  const report =
    url === undefined
      ? await withCapability('checkHsds', (checkOwn, opened) => checkOwn(opened, check))
      : await checkForeignHsds(url, check);
  const { subjects, pages, faults, warnings, slowest } = report;
  const times = Object.entries(slowest).map(([path, ms]) => `  ${path}  at most ${ms.toFixed(0)} ms`);
  const lines = [
    ...faults.slice(0, shown).map((fault) => `✗ ${fault}`),
    ...(faults.length > shown ? [`  and ${faults.length - shown} more`] : []),
    ...warnings.map((warning) => `! ${warning}`),
    ...times,
    `${pages} pages and ${subjects} objects checked: ${faults.length} faults, ${warnings.length} warnings.`,
  ];
  print(json, report, lines.join('\n'));
  if (faults.length > 0) process.exitCode = 1;
}

interface Report {
  readonly subjects: number;
  readonly faults: readonly string[];
}
function tell({ subjects, faults }: Report, json: true | undefined, what: string): void {
  const lines = [...faults.slice(0, shown).map((fault) => `✗ ${fault}`), `${subjects} ${what} checked: ${faults.length} faults.`];
  print(json, { subjects, faults }, lines.join('\n'));
  if (faults.length > 0) process.exitCode = 1;
}

/** `okienko check tables` */
export const checkTables = async ({ schemas, json }: { schemas: string; json?: true }): Promise<void> =>
  tell(await withCapability('checkTables', (check, opened) => check(opened, { schemas, say: note })), json, 'rows');

/** `okienko check cpsv` */
export const checkLinkedData = async ({ shapes, json }: { shapes: string; json?: true }): Promise<void> =>
  tell(await withCapability('checkLinkedData', (check, opened) => check(opened, { shapes })), json, 'services');

/** `okienko check description` */
export const checkDescription = async ({ json }: { json?: true }): Promise<void> =>
  tell(await withCapability('checkDescription', (check, opened) => check(opened)), json, 'operations');
