import { isUuid } from '#shared/uuid.ts';
import { audits, auditsNothing, centreDoor, data, page, redirect, type CentreContext } from '#platform/http/index.ts';
import { LIMITS } from '../../../domain/run.ts';
import { sampleSheet } from '../../../usecases/sampleSheet.ts';
import { mayImport } from '../../../policy.ts';
import { importTexts } from '../../../texts/staff.ts';
import { getRun, listRuns } from '../../../usecases/runs.ts';
import { uploadFile } from '../../../usecases/uploadFile.ts';
import { ImportListPage } from './ImportListPage.tsx';

const pageLength = 20;
const t = importTexts.in('pl');

async function draw(c: CentreContext, problem?: string) {
  const typed = c.query.get('po') ?? '';
  const after = isUuid(typed) ? typed : undefined;
  const list = await listRuns(c.scope, { after, limit: pageLength });
  return <ImportListPage c={c} {...list} isFirst={after === undefined} problem={problem} />;
}

export const importListPage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/import',
  may: mayImport,
  audit: auditsNothing('no personal data'),
  handle: async (c) => page(await draw(c)),
});

export const sampleDoor = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/import/wzor.csv',
  may: mayImport,
  audit: auditsNothing('no personal data'),
  handle: async () =>
    data(sampleSheet(), 'text/csv; charset=utf-8', { headers: { 'content-disposition': 'attachment; filename="wzor-uslug.csv"' } }),
});

export const uploadDoor = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/import',
  may: mayImport,
  audit: audits('imports.run.uploaded'),
  // The file and the form around it.
  maxBody: LIMITS.bytes + 1024 * 1024,
  async handle(c) {
    const [file] = c.fields.files('file');
    if (!file) return page(await draw(c, t('refusal.required')), 422);
    const done = await uploadFile(c.scope, file);
    if (!done.ok) return page(await draw(c, t(`refusal.${done.refusal}`)), 422);
    const { id } = done.value;
    c.concerns({ detail: { runId: id } });
    const here = c.at(`/praca/uslugi/import/${id}`);
    return redirect((await getRun(c.scope, id)).state === 'uploaded' ? `${here}/kolumny` : here);
  },
});
