import { audits, auditsNothing, centreDoor, NotFound, page, redirect, type CentreContext } from '#platform/http/index.ts';
import { mayManageCatalogue } from '../../../policy.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';
import { getService } from '../../../usecases/services.ts';
import { getServiceVersions, listServiceVersions, restoreVersion } from '../../../usecases/serviceVersions.ts';
import { listMerges } from '../../../usecases/takeBackMerge.ts';
import { DifferencePage } from './DifferencePage.tsx';
import { VersionListPage } from './VersionListPage.tsx';

const pageLength = 30;
/** Versions offered for comparing beside the two that are shown. */
const mostOptions = 100;
const t = stewardTexts.in('pl');
const readNumber = (typed: string | null | undefined) => (typed && /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : undefined);

export const versionListPage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/:serviceId/wersje',
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const service = await getService(c.scope, c.params.serviceId);
    const before = readNumber(c.query.get('przed'));
    const list = await listServiceVersions(c.scope, service.id, { before, limit: pageLength });
    const merges = await listMerges(c.scope, service.id);
    return page(<VersionListPage c={c} service={service} {...list} isFirst={before === undefined} merges={merges} />);
  },
});

export const versionDifferencePage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/:serviceId/wersje/porownanie',
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const to = readNumber(c.query.get('do'));
    return page(await difference(c, c.params.serviceId, readNumber(c.query.get('z')), to));
  },
});

/** Without numbers: the newest version beside the one before it. */
async function difference(c: CentreContext<object>, serviceId: string, from?: number, to?: number, problem?: string) {
  const service = await getService(c.scope, serviceId);
  const { versions } = await listServiceVersions(c.scope, serviceId, { limit: mostOptions });
  const later = to ?? versions[0]?.number ?? service.version;
  const earlier = from ?? versions.find(({ number }) => number < later)?.number ?? later;
  const [before, after] = await getServiceVersions(c.scope, serviceId, [earlier, later]);
  if (!before || !after) throw new NotFound('version');
  return <DifferencePage c={c} service={service} before={before} after={after} versions={versions} problem={problem} />;
}

export const restoreVersionDoor = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/:serviceId/wersje/:number/przywroc',
  may: mayManageCatalogue,
  audit: audits('catalogue.service.restored'),
  async handle(c) {
    const { serviceId } = c.params;
    const number = readNumber(c.params.number);
    if (number === undefined) throw new NotFound('version');
    const done = await restoreVersion(c.scope, serviceId, number, Number(c.fields.get('_version')));
    if (!done.ok) {
      const problem = done.refusal.code === 'same-as-now' ? t('difference.sameAsNow') : t('difference.changed');
      return page(await difference(c, serviceId, number, undefined, problem), 409);
    }
    c.concerns({ detail: { serviceId, version: number } });
    return redirect(c.at(`/praca/uslugi/${serviceId}/wersje`), t('difference.restored', { number }));
  },
});
