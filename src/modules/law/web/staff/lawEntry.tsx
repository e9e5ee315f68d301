import { z } from 'zod';
import { isIsoDate } from '#shared/isoTime.ts';
import { parsePolishDate } from '#shared/polishDate.ts';
import {
  audits,
  auditsNothing,
  centreDoor,
  draftDoor,
  findDraft,
  NotFound,
  page,
  readForm,
  redirect,
  versionSeen,
  type CentreContext,
  type FieldError,
} from '#platform/http/index.ts';
import { optionalText, text } from '#platform/http/fields.ts';
import { mayManageLaw, mayReadLaw } from '../../policy.ts';
import { listCentreValues } from '../../store/centreValueStore.ts';
import { texts } from '../../texts/texts.ts';
import { changeValue, confirmValue, listLaw } from '../../usecases/enterValue.ts';
import { lawFormAddress, LawEntryPage, type LawForm } from './LawEntryPage.tsx';

type C = CentreContext<{ readonly key: string }>;

async function linesOf(c: C) {
  const lines = (await listLaw(c.scope)).filter((each) => each.key === c.params.key);
  if (lines.length === 0) throw new NotFound('law parameter');
  return lines;
}

async function draw(c: C, returned: { readonly form?: LawForm; readonly errors?: readonly FieldError[]; readonly isLate?: boolean } = {}) {
  const lines = await linesOf(c);
  const entries = (await listCentreValues(c.scope.tx)).filter((each) => each.key === c.params.key);
  const draft = returned.form === 'zmien' ? undefined : await findDraft(c.scope, lawFormAddress(c, 'zmien'));
  return (
    <LawEntryPage c={c} lines={lines} entries={entries} mayChange={mayManageLaw.allows(c.actor).allowed} draft={draft} {...returned} />
  );
}

export const lawEntry = centreDoor({
  method: 'GET',
  path: '/praca/prawo/:key',
  may: mayReadLaw,
  audit: auditsNothing('no personal data'),
  handle: async (c) => page(await draw(c)),
});

const confirmForm = z.object({ since: z.string().refine(isIsoDate, 'wrong'), confirmSource: text(500), confirmNote: optionalText(1000) });
export const confirmLaw = centreDoor({
  method: 'POST',
  path: '/praca/prawo/:key/potwierdz',
  may: mayManageLaw,
  audit: audits('law.value.confirmed'),
  handle: async (c) => {
    const read = readForm(confirmForm, c.fields);
    if (!read.ok) return page(await draw(c, { form: 'potwierdz', errors: read.errors }), 422);
    const { since, confirmSource, confirmNote } = read.value;
    const entriesSeen = versionSeen(c.fields);
    const done = await confirmValue(c.scope, {
      key: c.params.key,
      validFrom: since,
      source: confirmSource,
      note: confirmNote,
      entriesSeen,
    });
    if (!done.ok && done.refusal === 'no-such-parameter') throw new NotFound('law parameter');
    if (!done.ok) return page(await draw(c, { form: 'potwierdz', isLate: true }), 409);
    c.concerns({ detail: { key: c.params.key, since } });
    return redirect(c.at(`/praca/prawo/${c.params.key}`), texts.in('pl')('confirmed'));
  },
});

const changeForm = z.object({
  value: text(4000),
  validFrom: text(40),
  article: optionalText(200),
  source: text(500),
  note: optionalText(1000),
});
export const changeLaw = centreDoor({
  method: 'POST',
  path: '/praca/prawo/:key/zmien',
  may: mayManageLaw,
  audit: audits('law.value.changed'),
  keepsDraft: true,
  handle: async (c) => {
    const read = readForm(changeForm, c.fields);
    const day = parsePolishDate(c.fields.get('validFrom'));
    const errors = [
      ...(read.ok ? [] : read.errors),
      ...(day.ok || c.fields.get('validFrom').trim() === '' ? [] : [{ field: 'validFrom', code: 'not-a-date' }]),
    ];
    if (!read.ok || !day.ok || errors.length > 0) return page(await draw(c, { form: 'zmien', errors }), 422);
    const { value, article, source, note } = read.value;
    const entriesSeen = versionSeen(c.fields);
    const done = await changeValue(c.scope, { key: c.params.key, validFrom: day.value, typed: value, article, source, note, entriesSeen });
    if (!done.ok && done.refusal === 'no-such-parameter') throw new NotFound('law parameter');
    if (!done.ok && done.refusal === 'entered-meanwhile') return page(await draw(c, { form: 'zmien', isLate: true }), 409);
    if (!done.ok) {
      const error = { field: done.refusal === 'too-early' ? 'validFrom' : 'value', code: done.refusal };
      return page(await draw(c, { form: 'zmien', errors: [error] }), 422);
    }
    c.concerns({ detail: { key: c.params.key, since: day.value.toString(), value: done.value } });
    return redirect(c.at(`/praca/prawo/${c.params.key}`), texts.in('pl')('changed'));
  },
});
export const keepLawDraft = draftDoor<{ readonly key: string }>(changeLaw, { check: linesOf });
