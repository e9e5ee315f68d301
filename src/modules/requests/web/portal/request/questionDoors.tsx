import {
  auditsNothing,
  centreDoor,
  FormFields,
  nothing,
  page,
  publicDoor,
  redirect,
  tracedPage,
  type CentreContext,
  type Door,
  type Reply,
} from '#platform/http/index.ts';
import { beginDraft, mergeTyped, saveRequestDraft } from '../../../usecases/drafts.ts';
import { mistakesInWords } from '../../form/mistakes.ts';
import { draftOf, keepDraftCode } from './draftCookie.ts';
import { findUnanswered, journey, stepAfter } from './journey.ts';
import { factsFor } from './journeyFacts.ts';
import { Question } from './JourneyLayout.tsx';
import type { JourneyPage } from './JourneyPage.ts';

const choosesServices = (question: JourneyPage<unknown>) => question.step === 'uslugi';

async function show(c: CentreContext, question: JourneyPage<unknown>): Promise<Reply> {
  const draft = await draftOf(c);
  if (!draft) return redirect(c.at('/zgloszenie'));
  if (draft.caseId) return redirect(c.at('/zgloszenie/wyslane'));
  if (!question.isAsked(draft.typed)) return redirect(c.at('/zgloszenie/wznow/dalej'));
  const facts = await factsFor(c, draft.typed, choosesServices(question));
  return page(<Question c={c} question={question} typed={draft.typed} errors={[]} facts={facts} />);
}

/** Keeps what was typed, in the draft of this browser or in a new one: nothing is lost when the old one has expired. */
async function keep(c: CentreContext, question: JourneyPage<unknown>): Promise<FormFields | 'sent'> {
  const draft = await draftOf(c, { locked: true });
  if (draft?.caseId) return 'sent';
  if (draft) return saveRequestDraft(c.scope, draft, question.names, c.fields);
  const typed = mergeTyped(new FormFields(), question.names, c.fields);
  keepDraftCode(c, await beginDraft(c.scope, typed));
  return typed;
}

async function answer(c: CentreContext, question: JourneyPage<unknown>): Promise<Reply> {
  const typed = await keep(c, question);
  if (typed === 'sent') return redirect(c.at('/zgloszenie/wyslane'));
  if (c.query.has('zapis')) return nothing;
  const wish = c.fields.get('_do');
  if (wish === 'later') return redirect(c.at('/zgloszenie/dokoncz-pozniej'));
  if (wish === 'search') {
    const words = c.fields.get('words').trim().slice(0, 200);
    return redirect(c.at(`/zgloszenie/${question.step}${words ? `?q=${encodeURIComponent(words)}` : ''}`));
  }
  if (!question.isAsked(typed)) return redirect(c.at('/zgloszenie/wznow/dalej'));
  const facts = await factsFor(c, typed, choosesServices(question));
  const read = question.read(typed, facts);
  if (!read.ok) {
    const errors = mistakesInWords(c.lang, read.errors);
    // Mistakes are kept too, so the transaction stays.
    return tracedPage(<Question c={c} question={question} typed={typed} errors={errors} facts={facts} />, 422);
  }
  const goesToCheck = c.query.has('zmiana') && !findUnanswered(typed, facts);
  return redirect(c.at(`/zgloszenie/${goesToCheck ? 'sprawdz' : stepAfter(question.step, typed)}`));
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
    limit: { attempts: 6000, minutes: 15 },
    maxBody: 1024 * 1024,
    handle: (c) => answer(c, question),
  }),
]);
