import { fileErrors, greatestSending } from '#platform/files/index.ts';
import { filesField, removeButton } from '#platform/files/web/AttachmentFields.tsx';
import {
  auditsNothing,
  centreDoor,
  data,
  FormFields,
  page,
  publicDoor,
  redirect,
  tracedPage,
  type CentreContext,
  type Door,
  type Reply,
} from '#platform/http/index.ts';
import { requestTexts } from '../../../texts/index.ts';
import { beginDraft, mergeTyped, saveRequestDraft, type RequestDraft } from '../../../usecases/drafts.ts';
import { attachToDraft } from '../../../usecases/requestFiles.ts';
import { mistakesInWords, type Mistake } from '../../form/mistakes.ts';
import { draftOf, keepDraftCode } from './draftCookie.ts';
import { asResident, findUnanswered, journey, markOfAnswers, stepAfter } from './journey.ts';
import { factsFor } from './journeyFacts.ts';
import { Question } from './JourneyLayout.tsx';
import type { JourneyPage } from './JourneyPage.ts';

const choosesServices = (question: JourneyPage<unknown>) => question.step === 'uslugi';

async function show(c: CentreContext, question: JourneyPage<unknown>): Promise<Reply> {
  const draft = await draftOf(c);
  if (!draft) return redirect(c.at('/zgloszenie'));
  if (draft.caseId) return redirect(c.at('/zgloszenie/wyslane'));
  if (!question.isAsked(draft.typed)) return redirect(c.at('/zgloszenie/wznow/dalej'));
  const facts = await factsFor(c, draft, choosesServices(question));
  return page(<Question c={c} question={question} typed={draft.typed} errors={[]} facts={facts} />);
}

/**
 * Keeps what was typed, in the draft of this browser or in a new one: nothing is lost when the old one has expired. Answers that another
 * window or device saved since this page was drawn are not replaced: they come back to be compared.
 */
async function keep(c: CentreContext, question: JourneyPage<unknown>): Promise<RequestDraft | 'sent' | { readonly kept: RequestDraft }> {
  const draft = await draftOf(c, { locked: true });
  if (draft?.caseId) return 'sent';
  if (draft && isOvertaken(c, question, draft)) return { kept: draft };
  if (draft) return saveRequestDraft(c.scope, draft, question.names, c.fields);
  const typed = mergeTyped(new FormFields(), question.names, c.fields);
  const begun = await beginDraft(c.scope, typed);
  keepDraftCode(c, begun.code);
  return begun.draft;
}

/** A page of an older program, or a form sent by hand, carries no mark: then the last text stays. */
function isOvertaken(c: CentreContext, question: JourneyPage<unknown>, draft: RequestDraft): boolean {
  const seen = c.fields.get('_version');
  const now = markOfAnswers(question, draft.typed);
  return seen !== '' && seen !== now && markOfAnswers(question, c.fields) !== now;
}

/** Both texts: what was typed in the fields, what was saved meanwhile above them. Nothing is saved. */
async function compare(c: CentreContext, question: JourneyPage<unknown>, kept: RequestDraft): Promise<Reply> {
  const typed = mergeTyped(kept.typed, question.names, c.fields);
  const services = [...new Set([...typed.all('services'), ...kept.typed.all('services')])];
  const both = mergeTyped(typed, ['services'], FormFields.from({ services }));
  const facts = await factsFor(c, { ...kept, typed: both }, choosesServices(question));
  return page(<Question c={c} question={question} typed={typed} errors={[]} facts={facts} theirs={kept.typed} />, 409);
}

async function answer(c: CentreContext, question: JourneyPage<unknown>): Promise<Reply> {
  const draft = await keep(c, question);
  if (draft === 'sent') return redirect(c.at('/zgloszenie/wyslane'));
  if ('kept' in draft) return compare(c, question, draft.kept);
  // Saved while somebody writes: their page goes on from what is kept now.
  if (c.query.has('zapis'))
    return data(null, 'text/plain', { status: 204, headers: { 'okienko-version': markOfAnswers(question, draft.typed) } });
  const { typed } = draft;
  const wish = c.fields.get('_do');
  if (question.takesFiles) {
    const errors = await takeFiles(c, draft);
    if (errors.length > 0) {
      const facts = await factsFor(c, draft, false);
      // The good files among the bad ones are kept, so the transaction stays.
      return tracedPage(<Question c={c} question={question} typed={typed} errors={errors} facts={facts} />, 422);
    }
    if (wish === 'attach' || c.fields.has(removeButton))
      return redirect(c.at(`/zgloszenie/${question.step}${c.query.has('zmiana') ? '?zmiana=1' : ''}`));
  }
  if (wish === 'later') return redirect(c.at('/zgloszenie/dokoncz-pozniej'));
  if (wish === 'search') {
    const words = c.fields.get('words').trim().slice(0, 200);
    return redirect(c.at(`/zgloszenie/${question.step}${words ? `?q=${encodeURIComponent(words)}` : ''}`));
  }
  if (!question.isAsked(typed)) return redirect(c.at('/zgloszenie/wznow/dalej'));
  const facts = await factsFor(c, draft, choosesServices(question));
  const read = question.read(typed, facts);
  if (!read.ok) {
    const errors = mistakesInWords(c.lang, read.errors);
    // Mistakes are kept too, so the transaction stays.
    return tracedPage(<Question c={c} question={question} typed={typed} errors={errors} facts={facts} />, 422);
  }
  const goesToCheck = c.query.has('zmiana') && !findUnanswered(typed, facts);
  return redirect(c.at(`/zgloszenie/${goesToCheck ? 'sprawdz' : stepAfter(question.step, typed)}`));
}

/** Takes back the file whose button was pressed, and keeps those that were chosen. What is wrong with the others. */
async function takeFiles(c: CentreContext, draft: RequestDraft): Promise<Mistake[]> {
  const files = c.fields.files(filesField);
  const sent = { removed: c.fields.get(removeButton), files };
  const { refused, limits } = await attachToDraft({ ...c.scope, actor: asResident }, draft, sent);
  if (files.length === 0 && c.fields.get('_do') === 'attach')
    return [{ field: filesField, message: requestTexts.in(c.lang)('documents.choose') }];
  return fileErrors(c.lang, filesField, refused, limits);
}

/** Two doors a question: its page, and the sending of its answers. */
export const questionDoors: readonly Door[] = journey.flatMap((question) => [
  centreDoor({
    method: 'GET',
    path: `/zgloszenie/${question.step}`,
    may: publicDoor('personal data given by its own owner'),
    audit: auditsNothing('unsent text of its own author'),
    handle: (c) => show(c, question),
  }),
  centreDoor({
    method: 'POST',
    path: `/zgloszenie/${question.step}`,
    may: publicDoor('personal data given by its own owner'),
    audit: auditsNothing('unsent text of its own author'),
    repeatable: 'keeps what was typed; the last text stays',
    limit: { attempts: question.takesFiles ? 200 : 6000, minutes: 15 },
    maxBody: question.takesFiles ? greatestSending : 1024 * 1024,
    handle: (c) => answer(c, question),
  }),
]);
