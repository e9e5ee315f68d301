import { auditsNothing, centreDoor, NotFound, page, publicDoor, redirect, type CentreContext } from '#platform/http/index.ts';
import { localAddress } from '#platform/html/index.ts';
import { isUuid } from '#shared/uuid.ts';
import { MOST_SAVED, withServices } from '../../../domain/savedList.ts';
import { shortId, splitIds } from '../../../domain/shortIds.ts';
import { listsTexts } from '../../../texts/index.ts';
import { getShownService, readList } from '../../../usecases/readList.ts';
import { keepList, keptList } from '../cookie.ts';
import { ClearListPage } from './ClearListPage.tsx';
import { readChanges } from './form.ts';
import { MyListPage } from './MyListPage.tsx';

const nobodys = { may: publicDoor('no personal data'), audit: auditsNothing('no personal data') } as const;
const own = '/moja-lista';

async function drawList(c: CentreContext, parts: Partial<Parameters<typeof MyListPage>[0]> = {}) {
  const list = keptList(c);
  const read = await readList(
    c.scope,
    list.map(({ serviceId }) => serviceId),
  );
  return <MyListPage c={c} list={list} read={read} {...parts} />;
}

/** The list that this browser keeps. Nothing of it is stored by the centre. */
export const myListPage = centreDoor({
  method: 'GET',
  path: own,
  ...nobodys,
  async handle(c) {
    // Notes stand on the page, and the page is packed: nothing that others wrote into the address may stand beside them.
    return c.query.size > 0 ? redirect(c.at(own)) : page(await drawList(c));
  },
});

export const addToList = centreDoor({
  method: 'POST',
  path: '/moja-lista/dodaj',
  ...nobodys,
  repeatable: 'a service that is on the list stays where it is',
  async handle(c) {
    const serviceId = c.fields.get('usluga').toLowerCase();
    if (!isUuid(serviceId)) throw new NotFound('service');
    await getShownService(c.scope, serviceId);
    const added = withServices(keptList(c), [serviceId]);
    if (!added.ok) return page(await drawList(c, { isFull: true }), 422);
    keepList(c, added.value);
    return redirect(backFrom(c), listsTexts.in(c.lang)('save.added'));
  },
});

/** The page of this centre that the form was on, or the list. */
function backFrom(c: CentreContext): string {
  const back = localAddress(c.fields.get('wroc'));
  return back === c.at('/') || back.startsWith(`${c.at('/')}/`) ? back : c.at(own);
}

export const changeList = centreDoor({
  method: 'POST',
  path: '/moja-lista/zmien',
  ...nobodys,
  repeatable: 'every button says where the list shall be',
  async handle(c) {
    const t = listsTexts.in(c.lang);
    const changed = readChanges(keptList(c), c.fields);
    if (!changed.ok) return page(await drawList(c, { typed: c.fields, errors: changed.refusal }), 422);
    const { list, moved, isRemoved } = changed.value;
    keepList(c, list);
    const place = moved === null ? '' : `#u-${shortId(moved)}`;
    return redirect(`${c.at(own)}${place}`, t(isRemoved ? 'list.removed' : 'list.saved'));
  },
});

export const clearListPage = centreDoor({
  method: 'GET',
  path: '/moja-lista/wyczysc',
  ...nobodys,
  handle: (c) => {
    const count = keptList(c).length;
    return count === 0 ? redirect(c.at(own)) : page(<ClearListPage c={c} count={count} />);
  },
});
export const clearList = centreDoor({
  method: 'POST',
  path: '/moja-lista/wyczysc',
  ...nobodys,
  repeatable: 'an empty list stays empty',
  handle: (c) => {
    keepList(c, []);
    return redirect(c.at(own), listsTexts.in(c.lang)('clear.done'));
  },
});

/** Takes over the services of a shared list; what is on the reader's own list stays. */
export const takeOverList = centreDoor({
  method: 'POST',
  path: '/moja-lista/przejmij',
  ...nobodys,
  repeatable: 'services that are on the list stay where they are',
  async handle(c) {
    const wanted = splitIds(c.fields.get('uslugi'), MOST_SAVED);
    if (!wanted) throw new NotFound('list');
    const { services } = await readList(c.scope, wanted);
    const taken = withServices(
      keptList(c),
      services.map(({ id }) => id),
    );
    if (!taken.ok) return page(await drawList(c, { isFull: true }), 422);
    keepList(c, taken.value);
    return redirect(c.at(own), listsTexts.in(c.lang)('shared.kept'));
  },
});
