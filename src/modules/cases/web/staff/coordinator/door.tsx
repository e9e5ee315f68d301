import { audits, centreDoor, NotFound, page, redirect } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { Heading, Lead, LinkButton, Stack } from '#ui/index.ts';
import { listStaff } from '#modules/accounts/index.ts';
import { mayAssignCoordinator } from '../../../policy.ts';
import { caseStaffTexts } from '../../../texts/index.ts';
import { assignCoordinator, getCase } from '../../../usecases/actOnCase.ts';

const t = caseStaffTexts.in('pl');

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
    const file = c.at(`/praca/sprawy/${caseId}`);
    const done = await assignCoordinator(c.scope, caseId, wanted === '' ? null : wanted);
    if (done.ok) return redirect(file, t('coordinator.saved'));
    return page(
      <StaffPage c={c} title={t('coordinator.overTitle')} width="narrow" crumbs={[{ label: record.number, href: file }]}>
        <Stack>
          <Heading level={1}>{t('coordinator.overTitle')}</Heading>
          <Lead>{t('coordinator.over')}</Lead>
          <LinkButton href={file}>{t('coordinator.back')}</LinkButton>
        </Stack>
      </StaffPage>,
      409,
    );
  },
});
