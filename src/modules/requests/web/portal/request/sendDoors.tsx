import {
  auditsNothing,
  audits,
  caseCookie,
  caseCookieValue,
  centreDoor,
  page,
  publicDoor,
  redirect,
  type CentreContext,
  type Reply,
} from '#platform/http/index.ts';
import { Button, Form, FormActions, Lead, Notice, Paragraph, SummaryList } from '#ui/index.ts';
import { requestTexts } from '../../../texts/index.ts';
import { markSent, ownerOfFiles, type RequestDraft } from '../../../usecases/drafts.ts';
import { fileRequest, type FilingRefusal } from '../../../usecases/fileRequest.ts';
import { draftOf } from './draftCookie.ts';
import { asResident, checkStep, findUnanswered, markOf, requestOf, rowsToCheck } from './journey.ts';
import { factsFor } from './journeyFacts.ts';
import { JourneyFrame, StepBack } from './JourneyLayout.tsx';
import type { JourneyFacts } from './JourneyPage.ts';

/** How long the confirmation can be looked at in this browser without giving the code. */
const openFor = { hours: 2 };

interface CheckProps {
  readonly c: CentreContext;
  readonly draft: RequestDraft;
  readonly facts: JourneyFacts;
  readonly problem?: string;
}
function CheckPage({ c, draft, facts, problem }: CheckProps) {
  const t = requestTexts.in(c.lang);
  return (
    <JourneyFrame c={c} step={checkStep} title={t('check.title')} typed={draft.typed} errors={[]}>
      {problem ? (
        <Notice tone="warning" title={t('check.refused')} live>
          <Paragraph>{problem}</Paragraph>
        </Notice>
      ) : null}
      <Lead>{t('check.lead')}</Lead>
      <SummaryList rows={rowsToCheck(draft.typed, c.lang, facts, c.at)} />
      <Form action={c.at('/zgloszenie/wyslij')} idempotencyKey={c.submissionKey()} hidden={{ mark: markOf(draft.typed, facts) }}>
        <FormActions>
          <Button>{t('check.send')}</Button>
          <StepBack c={c} step={checkStep} typed={draft.typed} />
        </FormActions>
      </Form>
    </JourneyFrame>
  );
}

/** Where to go instead of the check: nothing to check, sent already, or something unanswered. */
async function opened(c: CentreContext, options: { locked?: boolean } = {}): Promise<Reply | { draft: RequestDraft; facts: JourneyFacts }> {
  const draft = await draftOf(c, options);
  if (!draft) return redirect(c.at('/zgloszenie'), requestTexts.in(c.lang)('journey.lost'));
  if (draft.caseId) return redirect(c.at('/zgloszenie/wyslane'));
  const facts = await factsFor(c, draft, false);
  const left = findUnanswered(draft.typed, facts);
  if (!left) return { draft, facts };
  // Chosen once and refused now: a service that is no longer offered.
  const isGone = left.errors.some(({ field }) => field === 'services') && draft.typed.all('services').length > 0;
  return redirect(c.at(`/zgloszenie/${left.step}`), isGone ? requestTexts.in(c.lang)('check.notOffered') : undefined);
}

export const checkPage = centreDoor({
  method: 'GET',
  path: `/zgloszenie/${checkStep}`,
  may: publicDoor('personal data given by its own owner'),
  audit: auditsNothing('unsent text of its own author'),
  async handle(c) {
    const at = await opened(c);
    return 'kind' in at ? at : page(<CheckPage c={c} draft={at.draft} facts={at.facts} />);
  },
});

function problemOf(c: CentreContext, refusals: readonly FilingRefusal[]): string {
  const t = requestTexts.in(c.lang);
  return t(refusals.some((each) => each.code === 'programme-not-in-force') ? 'check.notOffered' : 'check.refusedText');
}

/** Files the request once, whatever happens: the draft is locked meanwhile and then remembers its case. */
export const sendRequest = centreDoor({
  method: 'POST',
  path: '/zgloszenie/wyslij',
  may: publicDoor('personal data given by its own owner'),
  audit: audits('requests.request.filed'),
  limit: { attempts: 600, minutes: 15 },
  async handle(c) {
    const t = requestTexts.in(c.lang);
    const at = await opened(c, { locked: true });
    if ('kind' in at) return at;
    const { draft, facts } = at;
    if (c.fields.get('mark') !== markOf(draft.typed, facts))
      return page(<CheckPage c={c} draft={draft} facts={facts} problem={t('check.changed')} />, 409);
    const request = requestOf(draft.typed, facts);
    if (!request) return redirect(c.at('/zgloszenie'));
    const filed = await fileRequest({ ...c.scope, actor: asResident }, { ...request, filesOf: ownerOfFiles(draft) });
    if (!filed.ok) return page(<CheckPage c={c} draft={draft} facts={facts} problem={problemOf(c, filed.refusal)} />, 422);
    const { caseId, personId } = filed.value;
    await markSent(c.scope, draft, caseId);
    c.concerns({ caseId, personId });
    c.setCookie(caseCookie, caseCookieValue(c.centre, caseId, c.now.add(openFor)));
    return redirect(c.at('/zgloszenie/wyslane'));
  },
});
