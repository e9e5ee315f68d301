import { auditsNothing, centreDoor, NotFound, page, redirect } from '#platform/http/index.ts';
import { tableFields, type ColumnMapping } from '#modules/catalogue/index.ts';
import { mayImport } from '../../../policy.ts';
import { importTexts } from '../../../texts/staff.ts';
import { nameColumns, viewColumns } from '../../../usecases/uploadFile.ts';
import { ColumnsPage } from './ColumnsPage.tsx';

const t = importTexts.in('pl');
const readNumber = (typed: string | null): number | undefined => (typed !== null && /^\d{1,3}$/.test(typed) ? Number(typed) : undefined);

export const columnsPage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/import/:runId/kolumny',
  may: mayImport,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const view = await viewColumns(c.scope, c.params.runId, readNumber(c.query.get('arkusz')));
    if (!view) throw new NotFound('columns');
    if (view.run.state !== 'uploaded' && view.run.state !== 'checked') return redirect(c.at(`/praca/uslugi/import/${view.run.id}`));
    return page(<ColumnsPage c={c} view={view} mapping={view.mapping} clearsEmpty={view.clearsEmpty} />);
  },
});

export const nameColumnsDoor = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/import/:runId/kolumny',
  may: mayImport,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const { runId } = c.params;
    const here = c.at(`/praca/uslugi/import/${runId}`);
    const sheet = readNumber(c.fields.get('sheet')) ?? 0;
    const mapping: ColumnMapping = Object.fromEntries(
      tableFields.flatMap((field) => {
        const column = readNumber(c.fields.get(field));
        return column === undefined ? [] : [[field, column]];
      }),
    );
    const clearsEmpty = c.fields.get('empties') === 'clear';
    const done = await nameColumns(c.scope, runId, { sheet, mapping, clearsEmpty });
    if (done.ok) return redirect(here);
    const view = await viewColumns(c.scope, runId, sheet);
    if (!view || done.refusal === 'not-now' || done.refusal === 'forgotten') return redirect(here, t(`refusal.${done.refusal}`));
    const message = t(`refusal.${done.refusal}`);
    const columns = Object.values(mapping);
    const twice = tableFields.find((field) => mapping[field] !== undefined && columns.filter((each) => each === mapping[field]).length > 1);
    const problem = { field: done.refusal === 'no-name' ? 'name' : (twice ?? 'name'), message };
    return page(<ColumnsPage c={c} view={view} mapping={mapping} clearsEmpty={clearsEmpty} problem={problem} />, 422);
  },
});
