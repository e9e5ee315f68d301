import { cleanTyped } from '#platform/http/form.ts';
import { forgetOutput, unexpectedOutput } from '#tests/support/output.ts';
import { asOwner } from '#tests/support/database.ts';
import { parseHtml } from '#tests/support/parse.ts';
import { listTables } from '#tests/support/schema.ts';
import type { Entries, FoundForm } from './bodies.ts';

const refusals = new Set([400, 403, 404, 409, 410, 413, 422, 429]);
const normal = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What is wrong with an answer to a form; nothing when it is a good one. */
export async function faultsOf(response: Response, form: FoundForm, sent: Entries): Promise<string[]> {
  const faults = unexpectedOutput();
  forgetOutput();
  const { status } = response;
  if (status >= 500) faults.push(`answered ${status}`);
  else if (status >= 400 && !refusals.has(status)) faults.push(`answered ${status}, which nobody expects`);
  const isHtml = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!isHtml) return status >= 400 ? [...faults, `answered ${status} without a page`] : faults;
  const body = await response.text();
  if (body.includes('<script>alert(1)')) faults.push('writes the script into the page');
  if (status < 400) return faults;
  const document = parseHtml(body);
  if (!document.querySelector('h1')) faults.push(`${status} without a heading`);
  if (!document.querySelector('main a[href], main form')) faults.push(`${status} without a way on`);
  if (status === 422) faults.push(...lost(document, form, sent));
  return faults;
}

/** A page that says what is wrong has a summary, and everything typed. */
function lost(document: Document, form: FoundForm, sent: Entries): string[] {
  const faults: string[] = [];
  // A refusal that is about no field is told by a notice that is read out.
  if (!document.querySelector('.ok-error-summary, .ok-notice[role]')) faults.push('422 without a summary of errors');
  for (const { name, kind, type } of form.fields) {
    if (kind !== 'text' || type === 'secret') continue;
    const typed = normal(cleanTyped(sent.find(([key]) => key === name)?.[1] ?? ''));
    if (typed === '') continue;
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
    const kept = fields.filter((field) => field.name === name).map((field) => normal(field.value));
    if (!kept.includes(typed)) faults.push(`422 loses what was typed into ${name}: ${JSON.stringify(kept[0] ?? null)?.slice(0, 60)}`);
  }
  return faults;
}

let statement: string | undefined;
/** How many rows every table of a centre has, without the logs that note each knock. */
export function countRows(centreId: string): Promise<Record<string, string>> {
  return asOwner(async (client) => {
    if (!statement) {
      const tables = (await listTables(client)).filter(
        ({ name, isTenant }) => isTenant && !/^(audit\.|platform\.(submission|draft|attempt))/.test(name),
      );
      statement = tables
        .map(({ name }) => `select '${name}' as name, count(*)::text as count from ${name} where centre_id = platform.current_centre()`)
        .join(' union all ');
    }
    await client.query(`set okienko.centre_id = '${centreId}'`);
    const { rows } = await client.query<{ name: string; count: string }>(statement);
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
  });
}

/** Tables whose number of rows differs. */
export const changedTables = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(after).filter((name) => before[name] !== after[name]);

/** What every table of a centre says, without the logs that note each knock. For small centres. */
export function readTables(centreId: string): Promise<Record<string, string>> {
  return asOwner(async (client) => {
    const tables = (await listTables(client)).filter(
      ({ name, isTenant }) => isTenant && !/^(audit\.|platform\.(submission|draft|attempt))/.test(name),
    );
    await client.query(`set okienko.centre_id = '${centreId}'`);
    const { rows } = await client.query<{ name: string; count: string }>(
      tables
        .map(
          ({ name }) =>
            `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as count from ${name} t where centre_id = platform.current_centre()`,
        )
        .join(' union all '),
    );
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
  });
}
