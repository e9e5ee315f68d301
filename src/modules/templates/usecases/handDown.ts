import { voivodeshipCode, type Terc } from '#shared/teryt.ts';
import { listCentresOfVoivodeship } from '#modules/centres/index.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { FOLLOW, HAND_DOWN } from '../domain/tasks.ts';
import { inheritedNames, mayFollow } from '../domain/template.ts';
import {
  countByTemplate,
  deleteAdoption,
  listAdoptionRows,
  listBehindRows,
  markSteps,
  putAdoption,
  replaceUsage,
} from '../store/adoptionStore.ts';
import { getOffered, standingsOf } from './adopt.ts';
import { writeCardText } from './cardText.ts';
import { pickFields } from './editions.ts';

/** Centres told in one transaction. */
const centresAtOnce = 50;
/** Services brought up to date in one transaction: an editor waits for none of them. */
const servicesAtOnce = 50;

/**
 * Asks every open centre that may use this author's templates to look for newer editions. A centre asked twice finds
 * nothing to do the second time.
 * @param after the id of the last centre of the part before
 * @returns how many centres were asked
 */
export async function handDown(scope: CentreScope, after?: string): Promise<number> {
  const { id, kind, teryt } = scope.centre;
  if (kind === 'centre') {
    await scope.enqueue(FOLLOW, {}, { key: `${FOLLOW}:${id}` });
    return 1;
  }
  const ids = await listCentresOfVoivodeship(scope.tx, voivodeshipCode(teryt as Terc), { after, limit: centresAtOnce });
  for (const centreId of ids) await scope.enqueue(FOLLOW, { centreId }, { key: `${FOLLOW}:${centreId}` });
  const last = ids.at(-1);
  if (ids.length === centresAtOnce && last !== undefined) await scope.enqueue(HAND_DOWN, { after: last });
  return ids.length;
}

/**
 * Brings services that follow by themselves up to the newest editions, as long as nothing of the centre's own is lost; the
 * others wait for somebody to decide. Run again it finds nothing to do.
 * @param after the id of the last service of the part before
 * @returns how many services were changed
 */
export async function followTemplates(scope: CentreScope, after?: string): Promise<number> {
  const rows = await listBehindRows(scope.tx, { after, limit: servicesAtOnce, onlyFollowing: true });
  let changed = 0;
  let isLeft = false;
  for (const { service, card, adoption } of await standingsOf(scope, rows)) {
    const { newest } = await getOffered(scope, adoption.edition.templateId);
    const { detached, version } = adoption;
    if (!mayFollow(adoption.edition, newest, detached, card)) continue;
    const row = rows.find(({ serviceId }) => serviceId === service.id);
    if (!row) continue;
    const fields = pickFields(newest.fields, inheritedNames(newest, detached));
    const described = await writeCardText(scope, service.id, service.version, fields);
    // Somebody is saving this card right now: it waits for the next look.
    if (!described.ok) {
      isLeft = true;
      continue;
    }
    const { centreId: _, newest: __, version: ___, ...known } = row;
    if (await putAdoption(scope.tx, version, { ...known, number: newest.number, inStep: true, adoptedAt: scope.now })) changed += 1;
  }
  const last = rows.at(-1);
  if (rows.length === servicesAtOnce && last) await scope.enqueue(FOLLOW, { after: last.serviceId });
  if (isLeft) await scope.enqueue(FOLLOW, {}, { key: `${FOLLOW}:${scope.centre.id}`, runAt: scope.now.add({ minutes: 1 }) });
  await countUse(scope);
  return changed;
}

/** Finds out which services are in step, lets ended ones go with the text they have, and tells the authors of their templates how many are: counts, never which. */
export async function countUse(scope: CentreScope): Promise<void> {
  let after: string | undefined;
  for (;;) {
    const rows = await listAdoptionRows(scope.tx, { after, limit: 500 });
    const all = await standingsOf(scope, rows);
    for (const { service, adoption } of all) if (service.status === 'ended') await deleteAdoption(scope.tx, service.id, adoption.version);
    const standings = all.filter(({ service }) => service.status !== 'ended');
    const idsOf = (isInStep: boolean) =>
      standings.filter(({ drift }) => (drift.length === 0) === isInStep).map(({ service }) => service.id);
    await markSteps(scope.tx, idsOf(true), true);
    await markSteps(scope.tx, idsOf(false), false);
    after = rows.at(-1)?.serviceId;
    if (rows.length < 500) break;
  }
  const counts = await countByTemplate(scope.tx);
  const told = { adopterName: scope.centre.displayName, countedAt: scope.now };
  await replaceUsage(
    scope.tx,
    [...counts].map(([templateId, each]) => ({ templateId, ...each, ...told })),
  );
}
