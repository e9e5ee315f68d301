import {
  audits,
  centreDoor,
  draftDoor,
  file as fileReply,
  findDraft,
  NotFound,
  page,
  redirect,
  type CentreContext,
  type CentreDoor,
  type Door,
  type Reply,
} from '#platform/http/index.ts';
import { formatDate } from '#shared/polishDate.ts';
import { orderStatuses, type OrderStatus } from '../../../domain/orderStates.ts';
import type { OrderRow } from '../../../store/orderStore.ts';
import { staffTexts } from '../../../texts/texts.ts';
import { changeOrderStatus, type ChangeRefusal } from '../../../usecases/changeOrder.ts';
import { recordDelivered } from '../../../usecases/deliveries.ts';
import { findOrderDocument } from '../../../usecases/issueOrder.ts';
import { getOrder, getOwnRow, getVisibleRow, isInSight } from '../../../usecases/orderFile.ts';
import { amountInWords, statusInWords } from '../../words.ts';
import { findLinkOver } from '../link/doors.tsx';
import { LinkOverPage } from '../link/LinkOverPage.tsx';
import { OrderConflict } from '../../OrderConflict.tsx';
import { addressOf, orderIdOf, type OrderPlace } from '../orderPlace.ts';
import { fieldsOfReason, inAnswer, inState, readDelivered, readReason, sayErrors, sayRefusals } from './forms.ts';
import { formsOfOrder, formsShown, OrderPage, statesToChoose, type OrderPageParts } from './OrderPage.tsx';

const t = staffTexts.in('pl');
type C = CentreContext<object>;

async function draw(c: C, place: OrderPlace, more: Pick<OrderPageParts, 'returned' | 'wanted'> = {}) {
  const file = await getOrder(c.scope, orderIdOf(c));
  c.concerns({ caseId: file.row.caseId, personId: file.row.personId, detail: { order: file.row.number } });
  // Unsent text is told of only where its form stands on the page: another window may have left an answer that is too late now.
  const forms = formsShown(file, c.now).map((form) => addressOf(c, place, formsOfOrder[form]));
  const draft = c.request.method === 'GET' ? await findDraft(c.scope, ...forms) : undefined;
  return <OrderPage c={c} place={place} file={file} draft={draft} {...more} />;
}

/** Sets a status and answers with the page that fits: on, back with reasons, or how it stands since somebody was faster. */
async function setStatus(
  c: C,
  place: OrderPlace,
  wish: {
    readonly form: 'answer' | 'state';
    readonly to: OrderStatus;
    readonly names: { readonly code: string; readonly words: string };
    readonly done: string;
  },
): Promise<Reply> {
  const orderId = orderIdOf(c);
  const row = await getOwnRow(c.scope, orderId).catch(async (thrown: unknown) => {
    if (thrown instanceof NotFound && place.kind === 'link') return undefined;
    throw thrown;
  });
  if (!row) return (await findLinkOver(c, place)) ?? page(<LinkOverPage c={c} />, 410);
  const reason = readReason(c.fields, wish.to, wish.names);
  const done = await changeOrderStatus(c.scope, { orderId, version: Number(c.fields.get('_version')), to: wish.to, reason });
  if (done.ok) {
    c.concerns({ caseId: row.caseId, personId: row.personId, detail: { order: row.number, to: wish.to } });
    const isGone = wish.to === 'rejected' || wish.to === 'cancelled';
    if (isGone && place.kind === 'link') return redirect(c.at('/odpowiedz/dziekujemy'), wish.done);
    return redirect(isGone ? c.at('/wykonawca') : addressOf(c, place), wish.done);
  }
  return answerRefusals(c, place, wish, done.refusal);
}

async function answerRefusals(
  c: C,
  place: OrderPlace,
  {
    form,
    to,
    names,
  }: { readonly form: 'answer' | 'state'; readonly to: OrderStatus; readonly names: { readonly code: string; readonly words: string } },
  refusals: readonly ChangeRefusal[],
): Promise<Reply> {
  const conflict = refusals.find((each) => each.code === 'order-changed');
  const newest = await getOwnRow(c.scope, orderIdOf(c));
  if (!isInSight(c.scope, newest)) return outOfSight(c, newest, { to, names });
  const errors = conflict ? [] : sayRefusals(refusals, newest.content.unit, fieldsOfReason(names));
  const returned = { form, typed: c.fields, errors };
  return page(await draw(c, place, { returned, ...(conflict && { wanted: to }) }), conflict ? 409 : 422);
}

/** The order was answered or taken back meanwhile, and its person is out of sight: how it stands, and the words of the late one. */
function outOfSight(
  c: C,
  { status, changedAt }: OrderRow,
  { to, names }: { readonly to: OrderStatus; readonly names: { readonly code: string; readonly words: string } },
): Reply {
  const conflict = <OrderConflict wanted={to} mine={c.fields} names={names} status={status} reason={null} changedAt={changedAt} />;
  return page(<LinkOverPage c={c} status={statusInWords(status)} conflict={conflict} />, 409);
}

/** The doors of one order, the same in the provider's portal and behind a link. */
export function orderDoors(place: OrderPlace): readonly Door[] {
  const { path, may } = place;
  const asLink = place.kind === 'link';
  const doors: CentreDoor[] = [
    centreDoor({
      method: 'GET',
      path,
      may,
      audit: audits(asLink ? 'orders.link.read' : 'orders.own.read'),
      handle: async (c) => (await findLinkOver(c, place)) ?? page(await draw(c, place)),
    }),
    centreDoor({
      method: 'POST',
      path: `${path}/odpowiedz`,
      may,
      audit: audits('orders.answer.given'),
      keepsDraft: true,
      async handle(c) {
        const to = c.fields.get('answer') === 'accepted' ? 'accepted' : 'rejected';
        return setStatus(c, place, { form: 'answer', to, names: inAnswer, done: t(`answer.${to}`) });
      },
    }),
    centreDoor({
      method: 'POST',
      path: `${path}/stan`,
      may,
      audit: audits('orders.status.changed'),
      keepsDraft: true,
      async handle(c) {
        const over = await findLinkOver(c, place);
        if (over) return over;
        const own = await getOwnRow(c.scope, orderIdOf(c));
        const typed = orderStatuses.find((each) => each === c.fields.get('to'));
        if (typed && !isInSight(c.scope, own)) return outOfSight(c, own, { to: typed, names: inState });
        const file = await getOrder(c.scope, orderIdOf(c));
        const to = statesToChoose(file.row.status).find((each) => each === c.fields.get('to'));
        if (!to && Number(c.fields.get('_version')) === file.row.version) {
          const errors = [{ field: 'to', message: t('state.choose') }];
          return page(await draw(c, place, { returned: { form: 'state', typed: c.fields, errors } }), 422);
        }
        const wanted = to ?? typed ?? file.row.status;
        if (wanted === 'cancelled') {
          // A provider gives back for one coded reason; its words may say more.
          const done = await changeOrderStatus(c.scope, {
            orderId: file.row.id,
            version: Number(c.fields.get('_version')),
            to: wanted,
            reason: { code: 'providerWithdrew', inOwnWords: c.fields.get('stateWords').trim() },
          });
          if (!done.ok) return answerRefusals(c, place, { form: 'state', to: wanted, names: inState }, done.refusal);
          c.concerns({ caseId: file.row.caseId, personId: file.row.personId, detail: { order: file.row.number, to: wanted } });
          const said = t('state.saved', { status: statusInWords(wanted) });
          return redirect(c.at(asLink ? '/odpowiedz/dziekujemy' : '/wykonawca'), said);
        }
        return setStatus(c, place, {
          form: 'state',
          to: wanted,
          names: inState,
          done: t('state.saved', { status: to ? statusInWords(to) : '' }),
        });
      },
    }),
    centreDoor({
      method: 'POST',
      path: `${path}/wykonanie`,
      may,
      audit: audits('orders.delivery.recorded'),
      keepsDraft: true,
      async handle(c) {
        const over = await findLinkOver(c, place);
        if (over) return over;
        const row = await getOwnRow(c.scope, orderIdOf(c));
        if (!isInSight(c.scope, row)) return outOfSight(c, row, { to: 'in-progress', names: { code: '', words: 'note' } });
        const { unit } = row.content;
        const read = readDelivered(c.fields, unit);
        if (!read.ok)
          return page(await draw(c, place, { returned: { form: 'delivery', typed: c.fields, errors: sayErrors(read.errors) } }), 422);
        const done = await recordDelivered(c.scope, row.id, read.value);
        if (!done.ok) {
          const returned = { form: 'delivery', typed: c.fields, errors: sayRefusals(done.refusal, unit) } as const;
          return page(await draw(c, place, { returned }), 422);
        }
        c.concerns({ caseId: row.caseId, personId: row.personId, detail: { order: row.number, on: read.value.on.toString() } });
        const amount = amountInWords({ unit, quantity: read.value.quantity, minutes: read.value.minutes });
        return redirect(addressOf(c, place), t('delivery.saved', { amount, date: formatDate(read.value.on) }));
      },
    }),
    centreDoor({
      method: 'GET',
      path: `${path}/zlecenie.pdf`,
      may,
      audit: audits('orders.document.read'),
      async handle(c) {
        const over = await findLinkOver(c, place);
        if (over) return over;
        const { row } = await getOrder(c.scope, orderIdOf(c));
        const found = await findOrderDocument(c.scope, row.id);
        if (!found) throw new NotFound('document');
        c.concerns({ caseId: row.caseId, personId: row.personId, detail: { order: row.number } });
        return fileReply(found.bytes, 'application/pdf', `${row.number.replaceAll('/', '-')}.pdf`, { inline: true });
      },
    }),
  ];
  const kept = doors.filter((door) => door.keepsDraft);
  const keeping = kept.map((door) =>
    draftDoor<object>(door, {
      check: (c) => getVisibleRow(c.scope, orderIdOf(c)),
      page: (c) => path.replace(':orderId', orderIdOf(c)),
    }),
  );
  return [...doors, ...keeping];
}
