import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { letterheadOf, renderPdf } from '#platform/documents/index.ts';
import { keepDocument } from '#platform/documents/archive.ts';
import { actOnCase, findService, getCase, type CaseState, type CaseView } from '#modules/cases/index.ts';
import { lawOn, type LawOnDay } from '#modules/law/index.ts';
import { fullName, getPerson } from '#modules/people/index.ts';
import { conditionInWords } from '#modules/eligibility/index.ts';
import { refusalDecision, type RefusalDecisionData } from '../documents/refusalDecision.ts';
import { findUngrounded, type GroundRefusal, type RefusalReason } from '../domain/outcome.ts';
import { dropProposals, findDecisionByNumber, insertDecision, listDecisionNumbers, saveProposal } from '../store/decisionStore.ts';
import { lockNumbering } from '../store/ruleStore.ts';
import { documentTexts } from '../texts/words.ts';
import { authorOf, type AboutService, type Decided, type Refusals } from './decideService.ts';
import { getOffer, type Offer } from './offers.ts';
import { addressOf, signatoryOf } from './printCard.ts';

/** Prepares a refusal for the director: coded reasons, each in own words and with what was found about the conditions behind it. */
export async function proposeRefusal(
  scope: CentreScope,
  { caseId, serviceId, version, reasons }: AboutService & { readonly reasons: readonly RefusalReason[] },
): Promise<Decided> {
  const view = await getCase(scope, caseId);
  const ungrounded = findService(view.state, serviceId) ? findUngrounded(reasons, (await getOffer(scope, view, serviceId)).checks) : [];
  if (ungrounded.length > 0) return refuse(ungrounded);
  const done = await actOnCase(scope, caseId, version, { type: 'proposeRefusal', data: { serviceId, reasons: [...reasons] } });
  if (!done.ok) return done;
  const { id, name } = authorOf(scope);
  await saveProposal(scope.tx, { caseId, serviceId, proposedBy: id, proposedByName: name, proposedAt: scope.now });
  return done;
}

/** The director returns a prepared refusal with a note: it is decided anew. */
export async function sendRefusalBack(
  scope: CentreScope,
  { caseId, serviceId, version, note }: AboutService & { readonly note: string },
): Promise<Decided> {
  const done = await actOnCase(scope, caseId, version, { type: 'sendRefusalBack', data: { serviceId, note } });
  if (done.ok) await dropProposals(scope.tx, caseId, [serviceId]);
  return done;
}

/** What a decision says, as the director may still change it. */
export interface DecisionText {
  readonly number: string;
  /** What was established about this person. */
  readonly factualReasons: string;
  /** Why the rules lead to a refusal. */
  readonly legalReasons: string;
}
export interface RefusalToSign {
  readonly view: CaseView;
  readonly offer: Offer;
  readonly reasons: readonly RefusalReason[];
  /** Reasons that nothing found about the conditions bears out. */
  readonly ungrounded: readonly GroundRefusal[];
  readonly suggested: DecisionText;
}

/** @throws NotFound when no refusal of this service waits for a signature. */
export async function getRefusalToSign(scope: CentreScope, caseId: string, serviceId: string): Promise<RefusalToSign> {
  const view = await getCase(scope, caseId);
  const reasons = findService(view.state, serviceId)?.proposedRefusal;
  if (!reasons) throw new NotFound('refusal to sign');
  const offer = await getOffer(scope, view, serviceId);
  const t = documentTexts.in('pl');
  const notMet = offer.checks
    .filter((check) => check.outcome === 'notMet')
    .map((check) => conditionInWords(check.condition).replace(/\.$/, ''));
  const legal = [...new Set(reasons.map((reason) => reason.code))].map((code) => t(`legalReason.${code}`));
  return {
    view,
    offer,
    reasons,
    ungrounded: findUngrounded(reasons, offer.checks),
    suggested: {
      number: await suggestNumber(scope),
      factualReasons: reasons.map((reason) => reason.inOwnWords).join('\n'),
      legalReasons: [...legal, ...(notMet.length > 0 ? [t('notMetList', { list: notMet.join('; ') })] : [])].join('\n'),
    },
  };
}

/** The number after the highest one signed in the year: numbers of a register never run backwards. */
async function suggestNumber(scope: CentreScope): Promise<string> {
  const { year } = scope.today;
  const running = (await listDecisionNumbers(scope.tx, year)).map((number) => {
    const [, digits, ofYear] = /^DO\/(\d{1,9})\/(\d{4})$/.exec(number) ?? [];
    return Number(ofYear) === year ? Number(digits) : 0;
  });
  return `DO/${Math.max(0, ...running) + 1}/${year}`;
}

/** The decision as a PDF, kept nowhere: for reading before signing. */
export async function previewRefusal(scope: CentreScope, refusal: RefusalToSign, text: DecisionText): Promise<Uint8Array> {
  return renderPdf(refusalDecision, await decisionOf(scope, refusal, text));
}

export type SigningRefusal = Refusals[number] | { readonly code: 'number-taken' };
/** The director refuses: an administrative decision is numbered, printed and kept for the resident. */
export async function signRefusal(
  scope: CentreScope,
  { caseId, serviceId, version, ...text }: AboutService & DecisionText,
): Promise<Result<CaseState, readonly SigningRefusal[]>> {
  const refusal = await getRefusalToSign(scope, caseId, serviceId);
  const decisionNumber = text.number.trim();
  // Two directors with the same number: the second sees the first one's decision here.
  await lockNumbering(scope.tx, scope.today.year);
  if (await findDecisionByNumber(scope.tx, decisionNumber)) return refuse([{ code: 'number-taken' }]);
  const done = await actOnCase(scope, caseId, version, {
    type: 'refuseService',
    data: { serviceId, reasons: [...refusal.reasons], decisionNumber },
  });
  if (!done.ok) return done;
  const kind = 'refusalDecision';
  const title = documentTexts.in('pl')('decisionTitle', { number: decisionNumber, service: refusal.offer.service.name });
  const bytes = await renderPdf(refusalDecision, await decisionOf(scope, refusal, { ...text, number: decisionNumber }));
  const kept = { caseId, kind, number: decisionNumber, title, forResident: true, providerId: null };
  const documentId = await keepDocument(scope, kept, bytes);
  const { id, name } = authorOf(scope);
  const isNew = await insertDecision(scope.tx, {
    id: newId(),
    number: decisionNumber,
    caseId,
    serviceId,
    factualReasons: text.factualReasons,
    legalReasons: text.legalReasons,
    signedBy: id,
    signedByName: name,
    signedOn: scope.today,
    documentId,
  });
  if (!isNew) return refuse([{ code: 'number-taken' }]);
  await dropProposals(scope.tx, caseId, [serviceId]);
  return ok(done.value);
}

/** What a signed decision says, for comparing it with what somebody else wrote. */
export const findSignedText = (scope: CentreScope, number: string): Promise<DecisionText | undefined> =>
  findDecisionByNumber(scope.tx, number);

/** The decision reached the person: from that day the time for an appeal runs. */
export function recordRefusalDelivery(
  scope: CentreScope,
  { caseId, serviceId, version, deliveredOn }: AboutService & { readonly deliveredOn: Temporal.PlainDate },
): Promise<Decided> {
  return actOnCase(scope, caseId, version, { type: 'recordRefusalDelivery', data: { serviceId, deliveredOn: deliveredOn.toString() } });
}

async function decisionOf(scope: CentreScope, { view, offer }: RefusalToSign, text: DecisionText): Promise<RefusalDecisionData> {
  const t = documentTexts.in('pl');
  const { application } = view.state;
  const law = await lawOn(scope, scope.today);
  const person = await getPerson(scope, offer.applicant.personId);
  const agent =
    application && application.applicantType !== 'self'
      ? { as: application.applicantType, name: fullName(await getPerson(scope, application.applicantId)) }
      : null;
  const address = addressOf(person);
  const { centre } = scope;
  return {
    letterhead: letterheadOf(scope, view.record.number),
    decisionNumber: text.number,
    authority: lawLines(law, 'refusalAuthority')[0]?.value ?? t('authority'),
    party: {
      name: fullName(person),
      ...(address !== undefined && { address }),
      ...(agent && { representedBy: t(`represented.${agent.as}`, { name: agent.name }) }),
    },
    appliedOn: application?.filedOn ?? scope.today.toString(),
    legalBasis: [
      ...lawLines(law, 'refusalLegalBasis'),
      ...lawLines(law, 'refusalLegalBasisAct'),
      ...(offer.rule.resolution === null ? [] : [{ value: offer.rule.resolution, reference: offer.rule.resolution, verified: true }]),
    ],
    services: [offer.service.name],
    factualReasons: text.factualReasons,
    legalReasons: text.legalReasons,
    appeal: {
      deadlineDays: { ...sourceOf(law, 'appealDays'), value: law.values.appealDays },
      body: lawLines(law, 'appealBody')[0] ?? { value: t('appealBody'), reference: t('code'), verified: false },
      through: [centre.officialName, centre.address].filter(Boolean).join(', '),
      instructions: [...lawLines(law, 'appealInstructions'), ...lawLines(law, 'appealWaiver')],
    },
    recipients: [agent?.name ?? fullName(person), t('file')],
    signedBy: signatoryOf(scope),
  };
}

function sourceOf(law: LawOnDay, key: string): { reference: string; verified: boolean } {
  const found = law.find(key);
  return { reference: found?.article ?? found?.title_pl ?? documentTexts.in('pl')('code'), verified: found?.verified ?? false };
}
/** The sentences of a parameter, each with the article behind it. */
function lawLines(law: LawOnDay, key: string): { value: string; reference: string; verified: boolean }[] {
  const value = law.find(key)?.value;
  const lines = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : typeof value === 'string' ? [value] : [];
  return lines.map((line) => ({ value: line, ...sourceOf(law, key) }));
}
