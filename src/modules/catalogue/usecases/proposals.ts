import { actorKey } from '#shared/actor.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import {
  changedFieldsOf,
  changesBetween,
  conflictsOf,
  ownFieldsOf,
  readChanges,
  withAccepted,
  type Changes,
  type OwnField,
  type OwnFields,
} from '../domain/proposal.ts';
import { doubtsOfFee, type Fee } from '../domain/fee.ts';
import { serviceRecordSchema } from '../domain/service.ts';
import { assembleServices, type CatalogueService } from '../store/assembleServices.ts';
import {
  decideProposal,
  findProposalRow,
  listNewestProposals,
  listProposalRows,
  listRowsOfProvider,
  listWaitingRows,
  putProposal,
} from '../store/proposalStore.ts';
import { replaceService } from '../store/serviceWrites.ts';
import type { ProposalRow } from '../store/tables.ts';
import { recordOf } from '../store/assembleServices.ts';
import { mailDecision, mailProposal } from './proposalLetters.ts';
import { getService, writtenBy } from './services.ts';

/** A proposal with its changes read; none of them says that the card is still true. */
export interface Proposal extends Omit<ProposalRow, 'changes'> {
  readonly changes: Changes;
}
const proposalOf = (row: ProposalRow): Proposal => ({ ...row, changes: readChanges(row.changes) });

/** The provider for whom the actor speaks. @throws NotFound for anybody else */
function ownProviderOf({ actor }: CentreScope): string {
  if (actor.kind !== 'user' || actor.providerId === null) throw new NotFound('provider');
  return actor.providerId;
}

/** Services of the actor's own provider by name, each with the newest proposal. */
export async function listOwnServices(scope: CentreScope): Promise<{ service: CatalogueService; proposal: Proposal | undefined }[]> {
  const services = await assembleServices(scope.tx, await listRowsOfProvider(scope.tx, ownProviderOf(scope)));
  const ids = services.map(({ id }) => id);
  const newest = new Map((await listNewestProposals(scope.tx, ids)).map((row) => [row.serviceId, proposalOf(row)]));
  return services.map((service) => ({ service, proposal: newest.get(service.id) }));
}

/** @throws NotFound for a service of another provider, and for one that is being prepared */
export async function getOwnService(scope: CentreScope, serviceId: string): Promise<CatalogueService> {
  const service = await getService(scope, serviceId);
  if (service.providerId !== ownProviderOf(scope) || service.status === 'draft') throw new NotFound('service');
  return service;
}

/** Proposals of a service of one provider, newest first: what another provider said before is not this one's to read. */
export async function listProposalsOf(scope: CentreScope, service: CatalogueService): Promise<Proposal[]> {
  const rows = await listProposalRows(scope.tx, service.id, 20);
  return rows.filter(({ providerId }) => providerId === service.providerId).map(proposalOf);
}

export type ProposeRefusal =
  | { readonly code: 'changed-meanwhile'; readonly current: CatalogueService }
  /** Somebody else of the provider has sent, changed or withdrawn a proposal since; `newer` is the one that waits now. */
  | { readonly code: 'proposed-meanwhile'; readonly newer: Proposal | undefined }
  | { readonly code: 'ended' | 'waiting' };
/** The proposal that waited when a page was drawn; null when none did. */
export type SeenProposal = Pick<Proposal, 'id' | 'version'> | null;

/**
 * Leaves a change of one's own record with the centre; one that still waits is replaced. Without any change it says that
 * the record is still true, which does not replace a change that waits.
 * @param seen the version of the record that the provider read
 * @param seenProposal the waiting proposal that the author read; left out, any is replaced
 */
export async function proposeChange(
  scope: CentreScope,
  serviceId: string,
  seen: number,
  proposed: Partial<OwnFields>,
  message: string | null = null,
  seenProposal?: SeenProposal,
): Promise<Result<{ changed: readonly OwnField[] }, ProposeRefusal>> {
  const service = await getOwnService(scope, serviceId);
  if (service.status === 'ended') return refuse({ code: 'ended' });
  if (service.version !== seen) return refuse({ code: 'changed-meanwhile', current: service });
  const known = ownFieldsOf(service);
  const changes = changesBetween(known, { ...known, ...proposed });
  const [newest] = await listProposalsOf(scope, service);
  if (changedFieldsOf(changes).length === 0 && newest?.state === 'waiting') return refuse({ code: 'waiting' });
  const proposal = {
    id: newId(),
    serviceId,
    providerId: ownProviderOf(scope),
    base: service.version,
    changes,
    proposedAt: scope.now,
    proposedBy: actorKey(scope.actor),
    proposedByName: scope.actor.kind === 'user' ? scope.actor.name : null,
    message,
  };
  // What another provider left waiting is replaced: this one cannot know of it.
  const foreign = (await listProposalRows(scope.tx, serviceId, 1)).some((row) => row.providerId !== proposal.providerId);
  const mayReplace = foreign ? undefined : seenProposal;
  if (!(await putProposal(scope.tx, proposal, mayReplace)))
    return refuse({ code: 'proposed-meanwhile', newer: await findWaitingProposal(scope, service) });
  await mailProposal(scope, service);
  return ok({ changed: changedFieldsOf(changes) });
}

/** What waits of the provider for the centre. */
export async function findWaitingProposal(scope: CentreScope, service: CatalogueService): Promise<Proposal | undefined> {
  return (await listProposalsOf(scope, service)).find(({ state }) => state === 'waiting');
}

/** Takes one's own waiting proposal back. False when none waits, or another than was read (`seen`; left out, any is taken back). */
export async function withdrawProposal(scope: CentreScope, serviceId: string, seen?: SeenProposal): Promise<boolean> {
  const service = await getOwnService(scope, serviceId);
  const waiting = await findWaitingProposal(scope, service);
  if (!waiting || (seen && (seen.id !== waiting.id || seen.version !== waiting.version))) return false;
  return decideProposal(scope.tx, waiting, { state: 'withdrawn', note: null, accepted: [], ...decided(scope) });
}

const mostWaiting = 200;
/** What waits for the centre, the oldest first. */
export async function listWaitingProposals(scope: CentreScope) {
  return (await listWaitingRows(scope.tx, mostWaiting)).map((row) => ({ ...row, changes: readChanges(row.changes) }));
}

/** A proposal with the record as it is now. */
export interface ProposalFile {
  readonly proposal: Proposal;
  readonly service: CatalogueService;
  /** Fields that changed otherwise since the provider saw them. */
  readonly conflicts: readonly OwnField[];
}
/** @throws NotFound when the centre has no such proposal */
export async function getProposal(scope: CentreScope, id: string): Promise<ProposalFile> {
  const row = await findProposalRow(scope.tx, id);
  if (!row) throw new NotFound('proposal');
  const proposal = proposalOf(row);
  const service = await getService(scope, row.serviceId);
  return { proposal, service, conflicts: conflictsOf(proposal.changes, ownFieldsOf(service)) };
}

export interface ProposalDecision {
  /** Versions of the proposal and of the card that whoever decides has read. */
  readonly proposalVersion: number;
  readonly cardVersion: number;
  readonly accepted: readonly OwnField[];
  readonly note: string | null;
  /** What the fee is by new words: they alone would leave its kind and price as they were. */
  readonly fee?: Pick<Fee, 'kind' | 'price' | 'per'> | undefined;
}
/**
 * `already`: somebody decided, or the provider took it back; `changed`: the proposal or the card is not what was read;
 * `fee-needed`: the new words of the fee deny its kind or price, and the decision does not say what these are.
 */
export type DecisionRefusal = 'already' | 'changed' | 'note-needed' | 'nothing-accepted' | 'another-provider' | 'not-valid' | 'fee-needed';

/** Publishes the accepted fields as a new version, checked today, and tells the provider. Fewer than all need a note. */
export async function approveProposal(
  scope: CentreScope,
  id: string,
  decision: ProposalDecision,
): Promise<Result<object, DecisionRefusal>> {
  const { proposal, service } = await getProposal(scope, id);
  const wanted = changedFieldsOf(proposal.changes);
  const accepted = wanted.filter((name) => decision.accepted.includes(name));
  if (proposal.state !== 'waiting') return refuse('already');
  if (proposal.version !== decision.proposalVersion || service.version !== decision.cardVersion) return refuse('changed');
  if (service.providerId !== proposal.providerId) return refuse('another-provider');
  if (wanted.length > 0 && accepted.length === 0) return refuse('nothing-accepted');
  if (accepted.length < wanted.length && decision.note === null) return refuse('note-needed');
  const accept = withAccepted(recordOf(service), proposal.changes, accepted);
  const hasNewWords = accepted.includes('feeText');
  if (hasNewWords && decision.fee === undefined && doubtsOfFee(accept.fee).length > 0) return refuse('fee-needed');
  const fee = hasNewWords && decision.fee ? { ...accept.fee, ...decision.fee } : accept.fee;
  const card = { ...accept, fee, checkedOn: scope.today.toString() };
  const record = serviceRecordSchema.safeParse(card);
  if (!record.success) return refuse('not-valid');
  const state = accepted.length === wanted.length ? 'approved' : 'partly';
  const isDecided = await decideProposal(scope.tx, proposal, { state, note: decision.note, accepted, ...decided(scope) });
  if (!isDecided) return refuse('already');
  const isSaved = await replaceService(scope.tx, service.version, record.data, scope.now, writtenBy(scope, 'approval'));
  // A refusal is drawn as a page of 409, which undoes the decision.
  if (!isSaved) return refuse('changed');
  await mailDecision(scope, service, proposal, state, decision.note, accepted);
  return ok({});
}

/** Gives a proposal back with a note; nothing of it becomes public. */
export async function returnProposal(
  scope: CentreScope,
  id: string,
  { proposalVersion, note }: { proposalVersion: number; note: string | null },
): Promise<Result<object, DecisionRefusal>> {
  const { proposal, service } = await getProposal(scope, id);
  if (proposal.state !== 'waiting') return refuse('already');
  if (proposal.version !== proposalVersion) return refuse('changed');
  if (note === null) return refuse('note-needed');
  if (!(await decideProposal(scope.tx, proposal, { state: 'returned', note, accepted: [], ...decided(scope) }))) return refuse('already');
  await mailDecision(scope, service, proposal, 'returned', note);
  return ok({});
}

const decided = (scope: CentreScope) => ({ decidedAt: scope.now, decidedBy: actorKey(scope.actor) });
