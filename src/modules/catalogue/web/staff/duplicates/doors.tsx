import { audits, auditsNothing, centreDoor, NotFound, page, redirect, type CentreContext } from '#platform/http/index.ts';
import { isUuid } from '#shared/uuid.ts';
import { mayManageCatalogue } from '../../../policy.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';
import { findMerge, takeBackMerge } from '../../../usecases/takeBackMerge.ts';
import { tellUses } from '../../../usecases/tellUses.ts';
import { denyPair, getPair, listDuplicates, mergeServices } from '../../../usecases/mergeServices.ts';
import { getService } from '../../../usecases/services.ts';
import { DuplicateListPage } from './DuplicateListPage.tsx';
import { DuplicatePage } from './DuplicatePage.tsx';
import { MergePage } from './MergePage.tsx';

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
  const uses = await tellUses(c.scope, [one.id, other.id]);
  const merge = await findMerge(c.scope, one.id, other.id);
  return <DuplicatePage c={c} one={one} other={other} uses={uses} merge={merge} problem={problem} />;
}

/** Which of the pair was said to stay, and which not. @throws NotFound when it was neither */
function chosenOf(c: C, keep: string): readonly [string, string] {
  const { oneId, otherId } = c.params;
  if (!isUuid(keep) || (keep !== oneId && keep !== otherId)) throw new NotFound('service');
  return [keep, keep === oneId ? otherId : oneId];
}

/** Says what merging will do and asks. */
export const mergePage = centreDoor({
  method: 'GET',
  path: `${path}/scal`,
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const [keepId, goneId] = chosenOf(c, c.query.get('zostaje') ?? '');
    const [keep, gone] = await getPair(c.scope, keepId, goneId);
    if (keep.status === 'ended' || gone.status === 'ended') return page(await draw(c, t('duplicates.gone')), 409);
    const uses = (await tellUses(c.scope, [goneId])).get(goneId) ?? [];
    return page(<MergePage c={c} keep={keep} gone={gone} isFirstKept={keepId === c.params.oneId} uses={uses} />);
  },
});

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
    const [keep, gone] = chosenOf(c, c.fields.get('zostaje'));
    const seen = [Number(c.fields.get('wersja')), Number(c.fields.get('wersjaDrugiej'))] as const;
    const done = await mergeServices(c.scope, keep, gone, seen);
    if (!done.ok) return page(await draw(c, done.refusal === 'ended' ? t('duplicates.gone') : t('duplicates.changed')), 409);
    c.concerns({ detail: { serviceId: keep, merged: gone } });
    // The same page offers to take it back.
    const { name } = await getService(c.scope, keep);
    return redirect(c.at(`/praca/uslugi/powtorzone/${c.params.oneId}/${c.params.otherId}`), t('duplicates.merged', { name }));
  },
});

export const takeBackMergeDoor = centreDoor({
  method: 'POST',
  path: `${path}/rozlacz`,
  may: mayManageCatalogue,
  audit: audits('catalogue.service.parted'),
  async handle(c) {
    const { oneId, otherId } = c.params;
    const done = await takeBackMerge(c.scope, oneId, otherId);
    if (!done.ok) {
      return page(await draw(c, done.refusal === 'not-merged' ? t('duplicates.notMerged') : t('duplicates.notTakenBack')), 409);
    }
    c.concerns({ detail: { services: [oneId, otherId] } });
    const said = t(done.value.isKeptLeft ? 'duplicates.takenBackPartly' : 'duplicates.takenBack');
    return redirect(c.at(`/praca/uslugi/powtorzone/${oneId}/${otherId}`), said);
  },
});
