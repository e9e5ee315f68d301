import { isUuid } from '#shared/uuid.ts';
import { audits, auditsNothing, centreDoor, page, redirect } from '#platform/http/index.ts';
import { mayImport } from '../../../policy.ts';
import { importTexts } from '../../../texts/staff.ts';
import { planUndo, startUndo } from '../../../usecases/decide.ts';
import { UndoPage } from './UndoPage.tsx';

const t = importTexts.in('pl');

export const undoPage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/import/:runId/cofnij',
  may: mayImport,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const plan = await planUndo(c.scope, c.params.runId);
    return plan.run.state === 'imported' ? page(<UndoPage c={c} plan={plan} />) : redirect(c.at(`/praca/uslugi/import/${plan.run.id}`));
  },
});

export const undoDoor = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/import/:runId/cofnij',
  may: mayImport,
  audit: audits('imports.run.undone'),
  async handle(c) {
    const { runId } = c.params;
    const chosen = c.fields.all('chosen').filter(isUuid);
    const done = await startUndo(c.scope, runId, chosen);
    c.concerns({ detail: { runId, chosen: chosen.length } });
    return redirect(c.at(`/praca/uslugi/import/${runId}`), t(done.ok ? 'undo.started' : 'refusal.not-now'));
  },
});
