import { audits, auditsNothing, centreDoor, data, NotFound, page, redirect, type CentreContext } from '#platform/http/index.ts';
import { isUuid } from '#shared/uuid.ts';
import type { Result } from '#shared/result.ts';
import { LIVE } from '#ui/index.ts';
import { areas } from '#modules/catalogue/index.ts';
import { isUnderWay, ROW_OUTCOMES, type RowOutcome } from '../../../domain/run.ts';
import { mayImport } from '../../../policy.ts';
import type { Run } from '../../../store/tables.ts';
import { importTexts } from '../../../texts/staff.ts';
import { getBrokenRows } from '../../../usecases/brokenRows.ts';
import {
  chooseArea,
  confirmRun,
  countWithoutArea,
  dropRun,
  listAgain,
  recheckRun,
  resumeRun,
  type DecisionRefusal,
} from '../../../usecases/decide.ts';
import { getRowChange } from '../../../usecases/rowChange.ts';
import { getProgress, getRun, listRows } from '../../../usecases/runs.ts';
import { brokenObjects, brokenObjectsAsJson, brokenRowsOfTable } from './brokenCsv.ts';
import { DifferencePage } from './DifferencePage.tsx';
import { ProgressPage } from './ProgressPage.tsx';
import { ReportPage } from './ReportPage.tsx';

const pageLength = 50;
/** Seconds after which a browser without scripts asks again. */
const again = '3';
const t = importTexts.in('pl');
const addressOf = (c: CentreContext<object>, runId: string) => c.at(`/praca/uslugi/import/${runId}`);
const readRow = (typed: string | null): number | undefined => (typed !== null && /^\d{1,7}$/.test(typed) ? Number(typed) : undefined);

async function drawReport(
  c: CentreContext<object>,
  run: Run,
  said: { problem?: string; areaProblem?: string; againProblem?: string } = {},
) {
  const asked = ROW_OUTCOMES.find((each) => each === c.query.get('wiersze'));
  const order =
    run.state === 'undone'
      ? (['added', 'changed', 'broken', 'unchanged'] as const)
      : (['broken', 'changed', 'added', 'unchanged'] as const);
  const first = order.find((each) => run[each] > 0) ?? 'added';
  const outcome: RowOutcome = asked ?? first;
  const after = readRow(c.query.get('po'));
  const list = await listRows(c.scope, run.id, { outcome, after, limit: pageLength });
  const withoutArea = await countWithoutArea(c.scope, run);
  const again = await listAgain(c.scope, run);
  return (
    <ReportPage
      c={c}
      run={run}
      outcome={outcome}
      {...list}
      isFirst={after === undefined}
      withoutArea={withoutArea}
      again={again}
      {...said}
    />
  );
}

export const runPage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/import/:runId',
  may: mayImport,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const run = await getRun(c.scope, c.params.runId);
    if (run.state === 'uploaded') return redirect(`${addressOf(c, run.id)}/kolumny`);
    if (!isUnderWay(run.state)) return page(await drawReport(c, run));
    const progress = await getProgress(c.scope, run);
    const body = <ProgressPage c={c} run={run} progress={progress} />;
    return c.query.has(LIVE) || progress.isStalled ? page(body) : page(body, 200, { refresh: again });
  },
});

export const rowDifferencePage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/import/:runId/wiersze/:row',
  may: mayImport,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const row = readRow(c.params.row);
    if (row === undefined) throw new NotFound('row');
    return page(<DifferencePage c={c} change={await getRowChange(c.scope, c.params.runId, row)} />);
  },
});

const download = (text: string, contentType: string, name: string) =>
  data(text, contentType, { headers: { 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' } });

export const brokenCsvDoor = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/import/:runId/bledne.csv',
  may: mayImport,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const { run, rows } = await getBrokenRows(c.scope, c.params.runId);
    const text = run.mapping === null ? brokenObjects(run, rows) : brokenRowsOfTable(run, rows);
    return download(text, 'text/csv; charset=utf-8', 'bledne-wiersze.csv');
  },
});
export const brokenJsonDoor = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/import/:runId/bledne.json',
  may: mayImport,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const { run, rows } = await getBrokenRows(c.scope, c.params.runId);
    if (run.mapping !== null) throw new NotFound('objects');
    return download(brokenObjectsAsJson(run, rows), 'application/json; charset=utf-8', 'bledne-uslugi.json');
  },
});

/** A decision about a file: on with it, or its page with the reason why not. */
async function decided(
  c: CentreContext<{ readonly runId: string }>,
  decide: (scope: CentreContext['scope'], runId: string) => Promise<Result<{ id: string }, DecisionRefusal>>,
  notice?: string,
) {
  const done = await decide(c.scope, c.params.runId);
  c.concerns({ detail: { runId: c.params.runId } });
  if (done.ok) return redirect(addressOf(c, done.value.id), notice);
  const run = await getRun(c.scope, c.params.runId);
  if (isUnderWay(run.state)) return page(<ProgressPage c={c} run={run} progress={await getProgress(c.scope, run)} />, 409);
  return page(await drawReport(c, run, { problem: t('refusal.not-now') }), 409);
}

export const confirmDoor = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/import/:runId/wczytaj',
  may: mayImport,
  audit: audits('imports.run.confirmed'),
  async handle(c) {
    const chosen = c.fields.all('again').filter(isUuid);
    const done = await confirmRun(c.scope, c.params.runId, chosen);
    if (done.ok || done.refusal === 'not-now') return decided(c, async () => done as Result<{ id: string }, DecisionRefusal>);
    c.concerns({ detail: { runId: c.params.runId } });
    return page(await drawReport(c, await getRun(c.scope, c.params.runId), { againProblem: t('refusal.none-chosen') }), 422);
  },
});
export const areaDoor = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/import/:runId/zakres',
  may: mayImport,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const typed = c.fields.get('area');
    const area = areas.find(({ number }) => String(number) === typed);
    if (area) return decided(c, (scope, runId) => chooseArea(scope, runId, area.number), t('area.done'));
    const run = await getRun(c.scope, c.params.runId);
    if (run.state !== 'checked') return redirect(addressOf(c, run.id), t('refusal.not-now'));
    return page(await drawReport(c, run, { areaProblem: t('area.required') }), 422);
  },
});
export const dropDoor = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/import/:runId/porzuc',
  may: mayImport,
  audit: audits('imports.run.dropped'),
  handle: (c) => decided(c, dropRun, t('report.droppedDone')),
});
export const recheckDoor = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/import/:runId/sprawdz',
  may: mayImport,
  audit: auditsNothing('no personal data'),
  handle: (c) => decided(c, recheckRun),
});
export const resumeDoor = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/import/:runId/wznow',
  may: mayImport,
  audit: auditsNothing('no personal data'),
  handle: (c) => decided(c, resumeRun, t('progress.resumed')),
});
