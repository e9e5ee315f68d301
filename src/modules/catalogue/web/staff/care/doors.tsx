import {
  audits,
  auditsNothing,
  centreDoor,
  draftDoor,
  findDraft,
  page,
  redirect,
  versionSeen,
  type CentreContext,
  type Draft,
  type FieldError,
  type FormFields,
} from '#platform/http/index.ts';
import { formatDate } from '#shared/polishDate.ts';
import { mayManageCatalogue } from '../../../policy.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';
import { changeCare, findSuccessors, getCare, listSimilarNames, nameWithoutMarks } from '../../../usecases/careForService.ts';
import { reviewMonthsOf } from '../../../usecases/reviewServices.ts';
import { getService } from '../../../usecases/services.ts';
import { unanswered, type Question } from '../questions.ts';
import { CarePage } from './CarePage.tsx';
import { readCare, typedCare } from './form.ts';

const t = stewardTexts.in('pl');
type C = CentreContext<{ readonly serviceId: string }>;
interface Returned {
  readonly typed?: FormFields;
  readonly errors?: readonly FieldError[];
  readonly draft?: Draft | undefined;
  readonly version?: number;
  readonly isOvertaken?: boolean;
  readonly similar?: readonly string[];
  readonly questions?: readonly Question[];
}

async function draw(c: C, { typed, version, isOvertaken, ...returned }: Returned = {}) {
  const service = await getService(c.scope, c.params.serviceId);
  const care = await getCare(c.scope, service.id);
  const successor = care.successorId === null ? null : (await getService(c.scope, care.successorId)).name;
  const stored = typedCare(care, successor);
  return (
    <CarePage
      c={c}
      service={service}
      months={await reviewMonthsOf(c.scope)}
      typed={typed ?? stored}
      version={version ?? care.version}
      reviewMonths={care.reviewMonths}
      theirs={isOvertaken ? stored : undefined}
      {...returned}
    />
  );
}

/** A first day that is over publishes a draft within the hour: that may be a slip of the hand. */
function publishQuestions(c: C, status: string, day: Temporal.PlainDate | null, known: Temporal.PlainDate | null): readonly Question[] {
  if (status !== 'draft' || day === null || known?.equals(day) || Temporal.PlainDate.compare(day, c.scope.today) >= 0) return [];
  const message = `${t('care.pastStart', { date: formatDate(day) })} ${catalogueStaffTexts.in('pl')('ask.again')}`;
  return [{ key: `publishOn ${day.toString()}`, field: 'publishOn', message }];
}

export const carePage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/:serviceId/opieka',
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const draft = await findDraft(c.scope, c.path);
    return page(await draw(c, draft ? { typed: draft.typed, version: versionSeen(draft.typed), draft } : {}));
  },
});

export const saveCareDoor = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/:serviceId/opieka',
  may: mayManageCatalogue,
  audit: audits('catalogue.service.cared'),
  keepsDraft: true,
  async handle(c) {
    const { id, status, name } = await getService(c.scope, c.params.serviceId);
    const version = versionSeen(c.fields);
    const care = await getCare(c.scope, id);
    const known = care.publishUntil;
    const read = readCare(
      c.fields,
      (day) => status !== 'ended' && Temporal.PlainDate.compare(day, c.scope.today) < 0 && !(known?.equals(day) ?? false),
    );
    if (!read.ok) return page(await draw(c, { typed: read.typed, version, errors: read.errors }), 422);
    const { successor, ...values } = read.value;
    const successors = successor === null ? [] : await findSuccessors(c.scope, id, successor);
    if (successor !== null && successors.length !== 1) {
      const isItself = nameWithoutMarks(successor) === nameWithoutMarks(name);
      const code = successors.length > 1 ? 'many-successors' : isItself ? 'itself' : 'no-successor';
      const similar = successors.length === 0 ? await listSimilarNames(c.scope, id, successor) : [];
      return page(await draw(c, { typed: c.fields, version, errors: [{ field: 'successor', code }], similar }), 422);
    }
    const questions = publishQuestions(c, status, values.publishOn, care.publishOn);
    if (unanswered(questions, c.fields).length > 0) return page(await draw(c, { typed: c.fields, version, questions }), 422);
    const isSaved = await changeCare(c.scope, id, version, { ...values, successorId: successors[0] ?? null });
    if (!isSaved) return page(await draw(c, { typed: c.fields, isOvertaken: true }), 409);
    c.concerns({ detail: { serviceId: id } });
    return redirect(c.at(`/praca/uslugi/${id}/opieka`), t('care.saved'));
  },
});
export const keepCareDraft = draftDoor<{ readonly serviceId: string }>(saveCareDoor, {
  check: (c) => getService(c.scope, c.params.serviceId),
});
