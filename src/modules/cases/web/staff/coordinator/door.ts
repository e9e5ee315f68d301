import { audits, centreDoor, NotFound, redirect } from '#platform/http/index.ts';
import { listStaff } from '#modules/accounts/index.ts';
import { mayAssignCoordinator } from '../../../policy.ts';
import { caseStaffTexts } from '../../../texts/index.ts';
import { assignCoordinator, getCase } from '../../../usecases/actOnCase.ts';

export const saveCoordinator = centreDoor({
  method: 'POST',
  path: '/praca/sprawy/:caseId/koordynator',
  may: mayAssignCoordinator,
  audit: audits('cases.file.read'),
  async handle(c) {
    const { caseId } = c.params;
    const { record } = await getCase(c.scope, caseId);
    c.concerns({ caseId, ...(record.personId && { personId: record.personId }) });
    const wanted = c.fields.get('coordinator');
    const staff = await listStaff(c.scope, 'planCoordinator');
    // Somebody whose role ended while the page was open is no choice any more.
    if (wanted !== '' && !staff.some((member) => member.userId === wanted)) throw new NotFound('coordinator');
    await assignCoordinator(c.scope, caseId, wanted === '' ? null : wanted);
    return redirect(c.at(`/praca/sprawy/${caseId}`), caseStaffTexts.in('pl')('coordinator.saved'));
  },
});
