import {
  audits,
  auditsNothing,
  centreDoor,
  data,
  FormFields,
  NotFound,
  page,
  redirect,
  type CentreContext,
  type FieldError,
} from '#platform/http/index.ts';
import { isUuid } from '#shared/uuid.ts';
import { listServices } from '#modules/catalogue/index.ts';
import { mayTeachSearch } from '../../../policy.ts';
import { searchStaffTexts } from '../../../texts/staff.ts';
import { exportTaught, listTaught, listTiesOf, teachSearch, unteachSearch } from '../../../usecases/teachSearch.ts';
import { trySearch } from '../../../usecases/trySearch.ts';
import { isNarrowing } from '../LongList.tsx';
import { longestWords, readTeaching } from './form.ts';
import { TaughtListPage, taughtPath } from './TaughtListPage.tsx';
import { TeachPage, teachPath } from './TeachPage.tsx';

const t = searchStaffTexts.in('pl');
const noPerson = auditsNothing('no personal data');
/** The field in which a refusal is told. */
const fieldOf = { 'nothing-to-tie': 'need', 'says-too-little': 'words', personal: 'words' } as const;

async function draw(c: CentreContext, words: string, typed: FormFields, errors: readonly FieldError[] = []) {
  const tried = words === '' ? undefined : await trySearch(c.scope, words);
  const services = words === '' ? [] : await listServices(c.scope, { offered: true });
  const ties = words === '' ? [] : await listTiesOf(c.scope, words);
  return <TeachPage c={c} words={words} tried={tried} ties={ties} services={services} typed={typed} errors={errors} />;
}

/** Try a sentence and teach what its words mean. */
export const teachPage = centreDoor({
  method: 'GET',
  path: teachPath,
  may: mayTeachSearch,
  audit: noPerson,
  async handle(c) {
    if (isNarrowing(c.query)) {
      const typed = new FormFields(c.query);
      return page(await draw(c, cleaned(typed.get('words')), typed));
    }
    const words = cleaned(c.query.get('q'));
    return page(await draw(c, words, FormFields.from({ words, settles: cleaned(c.query.get('zalatwia')) })));
  },
});

export const teachDoor = centreDoor({
  method: 'POST',
  path: teachPath,
  may: mayTeachSearch,
  audit: audits('search.taught'),
  async handle(c) {
    const words = cleaned(c.fields.get('words'));
    const read = readTeaching(c.fields);
    if (!read.ok) return page(await draw(c, words, read.typed, read.errors), 422);
    const taught = await teachSearch(c.scope, read.value);
    if (!taught.ok) return page(await draw(c, words, c.fields, [{ field: fieldOf[taught.refusal], code: taught.refusal }]), 422);
    return redirect(
      `${c.at(teachPath)}?${new URLSearchParams({ q: words })}`,
      taught.value > 0 ? t('teach.saved') : t('teach.savedBefore'),
    );
  },
});

export const taughtListPage = centreDoor({
  method: 'GET',
  path: taughtPath,
  may: mayTeachSearch,
  audit: noPerson,
  async handle(c) {
    const after = readAfter(c.query.get('po') ?? '');
    const { taught, next } = await listTaught(c.scope, after);
    return page(<TaughtListPage c={c} taught={taught} next={next} isFirst={after === undefined} />);
  },
});

export const unteachDoor = centreDoor({
  method: 'POST',
  path: `${taughtPath}/cofnij`,
  may: mayTeachSearch,
  audit: audits('search.untaught'),
  async handle(c) {
    const id = c.fields.get('id');
    if (!isUuid(id)) throw new NotFound('taught');
    await unteachSearch(c.scope, id);
    return redirect(c.at(taughtPath), t('teach.undone'));
  },
});

/** The taught phrases as a file of the shared data. */
export const taughtFile = centreDoor({
  method: 'GET',
  path: `${taughtPath}.json`,
  may: mayTeachSearch,
  audit: noPerson,
  async handle(c) {
    const headers = { 'content-disposition': `attachment; filename="${c.centre.slug}.json"`, 'cache-control': 'no-store' };
    return data(`${JSON.stringify(await exportTaught(c.scope), null, 1)}\n`, 'application/json', { headers });
  },
});

const cleaned = (typed: string | null): string =>
  (typed ?? '')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, longestWords)
    .toWellFormed();

function readAfter(typed: string): { taughtAt: Temporal.Instant; id: string } | undefined {
  const [, at = '', id = ''] = /^(\d{4}-\d{2}-\d{2}T[\d:.]{5,20}Z)~(.{36})$/.exec(typed) ?? [];
  if (!isUuid(id)) return undefined;
  try {
    return { taughtAt: Temporal.Instant.from(at), id };
  } catch {
    return undefined;
  }
}
