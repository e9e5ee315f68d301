import { audits, auditsNothing, centreDoor, page, redirect, versionSeen, type CentreContext } from '#platform/http/index.ts';
import { isUuid } from '#shared/uuid.ts';
import { mayManageCatalogue } from '../../../policy.ts';
import type { AfterDue } from '../../../store/careStore.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';
import { confirmService, listDueServices } from '../../../usecases/reviewServices.ts';
import { getService } from '../../../usecases/services.ts';
import { DueListPage } from './DueListPage.tsx';

const pageLength = 30;
const t = stewardTexts.in('pl');

function readAfter(typed: string | null): AfterDue | undefined {
  const [date = '', id = ''] = (typed ?? '').split('~');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !isUuid(id)) return undefined;
  try {
    return { dueOn: Temporal.PlainDate.from(date), id };
  } catch {
    return undefined;
  }
}
async function draw(c: CentreContext<object>, after?: AfterDue, problem?: string) {
  const list = await listDueServices(c.scope, { after, limit: pageLength });
  return <DueListPage c={c as CentreContext} {...list} isFirst={after === undefined} problem={problem} />;
}

export const dueListPage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/do-sprawdzenia',
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  handle: async (c) => page(await draw(c, readAfter(c.query.get('po')))),
});

export const confirmServiceDoor = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/:serviceId/aktualne',
  may: mayManageCatalogue,
  audit: audits('catalogue.service.confirmed'),
  async handle(c) {
    const { id, name } = await getService(c.scope, c.params.serviceId);
    const done = await confirmService(c.scope, id, versionSeen(c.fields));
    if (!done.ok) return page(await draw(c, undefined, t('reviews.changed', { name })), 409);
    c.concerns({ detail: { serviceId: id } });
    return redirect(c.at('/praca/uslugi/do-sprawdzenia'), t('reviews.confirmed'));
  },
});
