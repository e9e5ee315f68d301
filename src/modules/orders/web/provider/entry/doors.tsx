import { isUuid } from '#shared/uuid.ts';
import { z } from 'zod';
import { audits, centreDoor, NotFound, page, readForm, redirect, type CentreContext, type Door } from '#platform/http/index.ts';
import { choice, day, optionalText, text } from '#platform/http/fields.ts';
import { confirmers } from '../../../domain/deliveries.ts';
import { staffTexts } from '../../../texts/texts.ts';
import { confirmDelivered, correctDelivered, type DeliveredInput } from '../../../usecases/deliveries.ts';
import { getOrder } from '../../../usecases/orderFile.ts';
import { findLinkOver } from '../link/doors.tsx';
import { readDelivered, sayErrors, sayRefusals, type Said } from '../order/forms.ts';
import { addressOf, orderIdOf, type OrderPlace } from '../orderPlace.ts';
import { EntryPage, findCorrection, type Returned } from './EntryPage.tsx';

const t = staffTexts.in('pl');
type C = CentreContext<object>;
const entryIdOf = (c: C): string => {
  const id = (c.params as Readonly<Record<string, string>>)['entryId'] ?? '';
  if (!isUuid(id)) throw new NotFound('entry');
  return id;
};

async function draw(c: C, place: OrderPlace, returned?: Returned) {
  const file = await getOrder(c.scope, orderIdOf(c));
  const entry = file.deliveries.find((each) => each.entryId === entryIdOf(c));
  if (!entry || entry.counters !== null) throw new NotFound('entry');
  // A corrected entry has no page, but whoever was typing meanwhile is told so and keeps what was typed.
  if (!returned && findCorrection(file, entry)) throw new NotFound('entry');
  c.concerns({ caseId: file.row.caseId, personId: file.row.personId, detail: { order: file.row.number } });
  return <EntryPage c={c} place={place} file={file} entry={entry} returned={returned} />;
}

/** Somebody else confirmed or corrected the entry first: both texts. Other refusals go beside their fields. */
async function answerRefusals(
  c: C,
  place: OrderPlace,
  form: Returned['form'],
  refusals: readonly { readonly code: string }[],
  said: readonly Said[],
) {
  const isLate = refusals.some(({ code }) => code === 'already-reversed' || code === 'already-confirmed');
  return page(await draw(c, place, { form, typed: c.fields, errors: isLate ? [] : said, isLate }), isLate ? 409 : 422);
}

const confirmForm = z.object({ by: choice(confirmers), confirmedOn: day() });
const correctForm = z.object({ why: text(2000), kind: choice(['replace', 'remove']), note: optionalText(2000) });

/** The doors of one entry: who confirmed it, and how it really was. */
export function entryDoors(place: OrderPlace): readonly Door[] {
  const { path, may } = place;
  return [
    centreDoor({
      method: 'GET',
      path: `${path}/wykonanie/:entryId`,
      may,
      audit: audits('orders.own.read'),
      handle: async (c) => (await findLinkOver(c, place)) ?? page(await draw(c, place)),
    }),
    centreDoor({
      method: 'POST',
      path: `${path}/wykonanie/:entryId/potwierdz`,
      may,
      audit: audits('orders.delivery.confirmed'),
      async handle(c) {
        const over = await findLinkOver(c, place);
        if (over) return over;
        const read = readForm(confirmForm, c.fields);
        if (!read.ok) return page(await draw(c, place, { form: 'confirm', typed: c.fields, errors: sayErrors(read.errors) }), 422);
        const { row } = await getOrder(c.scope, orderIdOf(c));
        const done = await confirmDelivered(c.scope, row.id, { entryId: entryIdOf(c), by: read.value.by, on: read.value.confirmedOn });
        if (!done.ok) {
          const fields = { 'date-in-future': 'confirmedOn', 'confirmed-before-delivery': 'confirmedOn' };
          return answerRefusals(c, place, 'confirm', done.refusal, sayRefusals(done.refusal, row.content.unit, fields));
        }
        c.concerns({ caseId: row.caseId, personId: row.personId, detail: { order: row.number } });
        return redirect(addressOf(c, place), t('delivery.confirmedNotice'));
      },
    }),
    centreDoor({
      method: 'POST',
      path: `${path}/wykonanie/:entryId/popraw`,
      may,
      audit: audits('orders.delivery.corrected'),
      async handle(c) {
        const over = await findLinkOver(c, place);
        if (over) return over;
        const { row } = await getOrder(c.scope, orderIdOf(c));
        const read = readForm(correctForm, c.fields);
        const isReplaced = c.fields.get('kind') !== 'remove';
        const replacement = isReplaced ? readDelivered(c.fields, row.content.unit) : null;
        const errors = [...(read.ok ? [] : read.errors), ...(replacement && !replacement.ok ? replacement.errors : [])];
        if (!read.ok || (replacement && !replacement.ok))
          return page(await draw(c, place, { form: 'correct', typed: c.fields, errors: sayErrors(errors) }), 422);
        const wanted: DeliveredInput | null = replacement ? replacement.value : null;
        const done = await correctDelivered(c.scope, row.id, { entryId: entryIdOf(c), reason: read.value.why, replacement: wanted });
        if (!done.ok) return answerRefusals(c, place, 'correct', done.refusal, sayRefusals(done.refusal, row.content.unit));
        c.concerns({ caseId: row.caseId, personId: row.personId, detail: { order: row.number } });
        return redirect(addressOf(c, place), t('delivery.corrected'));
      },
    }),
  ];
}
