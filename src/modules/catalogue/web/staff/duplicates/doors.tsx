import { audits, auditsNothing, centreDoor, NotFound, page, redirect, type CentreContext } from '#platform/http/index.ts';
import { isUuid } from '#shared/uuid.ts';
import { mayManageCatalogue } from '../../../policy.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';
import { denyPair, getPair, listDuplicates, mergeServices } from '../../../usecases/mergeServices.ts';
import { DuplicateListPage } from './DuplicateListPage.tsx';
import { DuplicatePage } from './DuplicatePage.tsx';

const t = stewardTexts.in('pl');
type C = CentreContext<{ readonly oneId: string; readonly otherId: string }>;
const path = '/praca/uslugi/powtorzone/:oneId/:otherId';
const pageLength = 30;

export const duplicateListPage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/powtorzone',
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const [one = '', other = ''] = (c.query.get('po') ?? '').split('~');
    const after = isUuid(one) && isUuid(other) ? ([one, other] as const) : undefined;
    const list = await listDuplicates(c.scope, { after, limit: pageLength });
    return page(<DuplicateListPage c={c} {...list} isFirst={after === undefined} />);
  },
});

export const duplicatePage = centreDoor({
  method: 'GET',
  path,
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  handle: async (c) => page(await draw(c)),
});
async function draw(c: C, problem?: string) {
  const [one, other] = await getPair(c.scope, c.params.oneId, c.params.otherId);
  return <DuplicatePage c={c} one={one} other={other} problem={problem} />;
}

export const notDuplicateDoor = centreDoor({
  method: 'POST',
  path: `${path}/rozne`,
  may: mayManageCatalogue,
  audit: audits('catalogue.duplicate.denied'),
  async handle(c) {
    await denyPair(c.scope, c.params.oneId, c.params.otherId);
    c.concerns({ detail: { services: [c.params.oneId, c.params.otherId] } });
    return redirect(c.at('/praca/uslugi/powtorzone'), t('duplicates.differentSaid'));
  },
});

export const mergeDoor = centreDoor({
  method: 'POST',
  path: `${path}/scal`,
  may: mayManageCatalogue,
  audit: audits('catalogue.service.merged'),
  async handle(c) {
    const { oneId, otherId } = c.params;
    const keep = c.fields.get('zostaje');
    if (!isUuid(keep) || (keep !== oneId && keep !== otherId)) throw new NotFound('service');
    const gone = keep === oneId ? otherId : oneId;
    const seen = [Number(c.fields.get('wersja')), Number(c.fields.get('wersjaDrugiej'))] as const;
    const done = await mergeServices(c.scope, keep, gone, seen);
    if (!done.ok) return page(await draw(c, done.refusal === 'ended' ? t('duplicates.gone') : t('duplicates.changed')), 409);
    c.concerns({ detail: { serviceId: keep, merged: gone } });
    return redirect(c.at(`/praca/uslugi/${keep}`), t('duplicates.merged'));
  },
});
