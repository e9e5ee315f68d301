import { audits, auditsNothing, centreDoor, FormFields, page, redirect, versionSeen, type CentreContext } from '#platform/http/index.ts';
import { mayManageCatalogue } from '#modules/catalogue/index.ts';
import { searchStaffTexts } from '../../../texts/staff.ts';
import { getServiceFinding, restoreServiceFinding, setServiceFinding } from '../../../usecases/serviceFinding.ts';
import { isNarrowing } from '../LongList.tsx';
import { FindingPage } from './FindingPage.tsx';
import { readFinding, typedFinding } from './form.ts';

const t = searchStaffTexts.in('pl');
const path = '/praca/uslugi/:serviceId/szukanie';
type C = CentreContext<{ readonly serviceId: string }>;
const plain = (c: C) => c as unknown as CentreContext;

/** By what residents find a service. */
export const findingPage = centreDoor({
  method: 'GET',
  path,
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  async handle(c: C) {
    const found = await getServiceFinding(c.scope, c.params.serviceId);
    if (!isNarrowing(c.query)) return page(<FindingPage c={plain(c)} found={found} typed={typedFinding(found)} />);
    const typed = new FormFields(c.query);
    return page(<FindingPage c={plain(c)} found={found} typed={typed} version={versionSeen(typed)} />);
  },
});

export const setFindingDoor = centreDoor({
  method: 'POST',
  path,
  may: mayManageCatalogue,
  audit: audits('search.finding.changed'),
  async handle(c: C) {
    const { serviceId } = c.params;
    const read = readFinding(c.fields);
    if (!read.ok) {
      const found = await getServiceFinding(c.scope, serviceId);
      return page(<FindingPage c={plain(c)} found={found} typed={read.typed} errors={read.errors} />, 422);
    }
    const set = await setServiceFinding(c.scope, serviceId, versionSeen(c.fields), read.value);
    if (!set.ok) {
      if (set.refusal.code === 'too-many-kinds') {
        const found = await getServiceFinding(c.scope, serviceId);
        const refused = t('finding.tooManyKinds', { most: set.refusal.most });
        return page(<FindingPage c={plain(c)} found={found} typed={c.fields} refused={refused} />, 422);
      }
      const { current } = set.refusal;
      return page(<FindingPage c={plain(c)} found={current} typed={c.fields} theirs={typedFinding(current)} />, 409);
    }
    c.concerns({ detail: { serviceId } });
    return redirect(c.at(`/praca/uslugi/${serviceId}/szukanie`), t('finding.saved'));
  },
});

export const restoreFindingDoor = centreDoor({
  method: 'POST',
  path: `${path}/przywroc`,
  may: mayManageCatalogue,
  audit: audits('search.finding.changed'),
  async handle(c: C) {
    const { serviceId } = c.params;
    const number = /^\d{1,6}$/.test(c.fields.get('number')) ? Number(c.fields.get('number')) : -1;
    const done = await restoreServiceFinding(c.scope, serviceId, versionSeen(c.fields), number);
    if (!done.ok) {
      const found = await getServiceFinding(c.scope, serviceId);
      return page(<FindingPage c={plain(c)} found={found} typed={typedFinding(found)} theirs={typedFinding(found)} />, 409);
    }
    c.concerns({ detail: { serviceId } });
    return redirect(c.at(`/praca/uslugi/${serviceId}/szukanie`), t('finding.restored'));
  },
});
