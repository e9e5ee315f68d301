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
import { isUuid } from '#shared/uuid.ts';
import { changedFieldsOf, changesBetween, ownFieldsOf } from '../../../domain/proposal.ts';
import { mayProposeChanges } from '../../../policy.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';
import {
  getOwnService,
  listOwnServices,
  listProposalsOf,
  proposeChange,
  withdrawProposal,
  type Proposal,
  type SeenProposal,
} from '../../../usecases/proposals.ts';
import { findInheritedFields } from '../../../usecases/inheritedFields.ts';
import { reportVacancy } from '../../../usecases/reportVacancy.ts';
import { labelOf } from '../../cardInWords.ts';
import { readFigures, SEEN_FIGURES } from '../../figuresForm.ts';
import { readOwnFields, typedOwnFields, withTheirs, writtenFields } from './form.ts';
import { OwnListPage } from './OwnListPage.tsx';
import { OwnServicePage } from './OwnServicePage.tsx';

const t = stewardTexts.in('pl');
type C = CentreContext<{ readonly serviceId: string }>;
interface Returned {
  readonly typed?: FormFields;
  readonly figures?: FormFields;
  readonly version?: number;
  readonly errors?: readonly FieldError[];
  readonly isOvertaken?: boolean;
  readonly areFiguresOvertaken?: boolean;
  readonly meanwhile?: { readonly newer: Proposal | undefined };
  readonly seenProposal?: string;
  readonly draft?: Draft | undefined;
  readonly problem?: string;
}

async function draw(c: C, service: CatalogueService, { typed, version, ...returned }: Returned = {}) {
  const [proposal] = await listProposalsOf(c.scope, service);
  return (
    <OwnServicePage
      c={c}
      service={service}
      proposal={proposal}
      typed={typed ?? shownFields(service, proposal)}
      version={version ?? service.version}
      seenProposal={nameOfSeen(proposal)}
      inherited={await findInheritedFields(c.scope, service.id)}
      {...returned}
    />
  );
}
/** The waiting proposal as the form names it; empty when none waits. */
const nameOfSeen = (proposal: Proposal | undefined) => (proposal?.state === 'waiting' ? `${proposal.id}:${proposal.version}` : '');
/** The waiting proposal that the author of a form read. */
function seenProposalOf(fields: FormFields): SeenProposal {
  const [id = '', version = ''] = fields.get('propozycja').split(':');
  return isUuid(id) && /^\d{1,9}$/.test(version) ? { id, version: Number(version) } : null;
}

const shownFields = (service: CatalogueService, proposal: Proposal | undefined) =>
  typedOwnFields({ ...ownFieldsOf(service), ...unsettled(proposal) });
/** What the provider proposed and the centre has not taken: the form goes on from there. */
function unsettled(proposal: Proposal | undefined) {
  if (proposal?.state !== 'waiting' && proposal?.state !== 'returned') return {};
  return Object.fromEntries(Object.entries(proposal.changes).flatMap(([name, change]) => (change ? [[name, change.after]] : [])));
}

export const ownServicesPage = centreDoor({
  method: 'GET',
  path: '/wykonawca/uslugi',
  may: mayProposeChanges,
  audit: auditsNothing('no personal data'),
  handle: async (c) => page(<OwnListPage c={c} rows={await listOwnServices(c.scope)} />),
});

export const ownServicePage = centreDoor({
  method: 'GET',
  path: '/wykonawca/uslugi/:serviceId',
  may: mayProposeChanges,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const service = await getOwnService(c.scope, c.params.serviceId);
    const draft = await findDraft(c.scope, c.path);
    return page(
      await draw(
        c,
        service,
        draft ? { typed: draft.typed, version: versionSeen(draft.typed), seenProposal: draft.typed.get('propozycja'), draft } : {},
      ),
    );
  },
});

export const proposeChangeDoor = centreDoor({
  method: 'POST',
  path: '/wykonawca/uslugi/:serviceId',
  may: mayProposeChanges,
  audit: audits('catalogue.proposal.sent'),
  keepsDraft: true,
  async handle(c) {
    const service = await getOwnService(c.scope, c.params.serviceId);
    const version = versionSeen(c.fields);
    const inherited = (await findInheritedFields(c.scope, service.id))?.names;
    const [newest] = await listProposalsOf(c.scope, service);
    const isCalledTrue = c.fields.get('co') === 'aktualne';
    // Whoever wrote something and then pressed the other button of the form loses nothing: it goes to the centre as a proposal.
    const written = writtenFields(c.fields, ownFieldsOf(service), shownFields(service, newest), inherited);
    const isConfirmed = isCalledTrue && written.length === 0;
    const read = isConfirmed ? { ok: true as const, value: { proposed: {}, message: null } } : readOwnFields(c.fields, service, inherited);
    if (!read.ok) return page(await draw(c, service, { typed: read.typed, version, errors: read.errors }), 422);
    const { proposed, message } = read.value;
    const known = ownFieldsOf(service);
    const isSame = changedFieldsOf(changesBetween(known, { ...known, ...proposed })).length === 0;
    // Nothing to send, and nothing that waits to be replaced: the centre is not bothered.
    if (!isConfirmed && isSame && service.version === version && newest?.state !== 'waiting')
      return page(await draw(c, service, { typed: c.fields, version, problem: t('own.nothing') }), 422);
    const done = await proposeChange(c.scope, service.id, version, proposed, message, seenProposalOf(c.fields));
    if (!done.ok) {
      const { refusal } = done;
      if (refusal.code === 'proposed-meanwhile') {
        const { newer } = refusal;
        const merged = newer ? withTheirs(c.fields, service, newer) : c.fields;
        return page(await draw(c, service, { typed: merged, version, meanwhile: { newer } }), 409);
      }
      if (refusal.code !== 'changed-meanwhile')
        return page(await draw(c, service, refusal.code === 'waiting' ? { problem: t('own.stillWaiting') } : {}), 409);
      const { current } = refusal;
      return page(await draw(c, current, { typed: c.fields, version: current.version, isOvertaken: true }), 409);
    }
    c.concerns({ detail: { serviceId: service.id, fields: done.value.changed } });
    const sent = isCalledTrue ? t('own.sentInstead', { fields: written.map(labelOf).join(', ') }) : t('own.sent');
    const said = isConfirmed ? t('own.confirmed') : sent;
    return redirect(c.at(`/wykonawca/uslugi/${service.id}`), said);
  },
});
export const keepProposalDraft = draftDoor<{ readonly serviceId: string }>(proposeChangeDoor, {
  check: (c) => getOwnService(c.scope, c.params.serviceId),
});

export const withdrawProposalDoor = centreDoor({
  method: 'POST',
  path: '/wykonawca/uslugi/:serviceId/wycofaj',
  may: mayProposeChanges,
  audit: audits('catalogue.proposal.withdrawn'),
  async handle(c) {
    const { serviceId } = c.params;
    if (!(await withdrawProposal(c.scope, serviceId, seenProposalOf(c.fields))))
      return page(await draw(c, await getOwnService(c.scope, serviceId), { problem: t('own.notWaiting') }), 409);
    c.concerns({ detail: { serviceId } });
    return redirect(c.at(`/wykonawca/uslugi/${serviceId}`), t('own.withdrawn'));
  },
});

/** Free places and the queue: the provider knows them best, so they go live at once. */
export const reportOwnVacancy = centreDoor({
  method: 'POST',
  path: '/wykonawca/uslugi/:serviceId/liczby',
  may: mayProposeChanges,
  audit: audits('catalogue.vacancy.reported'),
  async handle(c) {
    const service = await getOwnService(c.scope, c.params.serviceId);
    if (service.status === 'ended') return page(await draw(c, service), 409);
    const read = readFigures(c.fields, service);
    if (!read.ok) return page(await draw(c, service, { figures: c.fields, errors: read.errors }), 422);
    const done = await reportVacancy(c.scope, service.id, read.value, c.fields.get(SEEN_FIGURES));
    if (!done.ok)
      return page(await draw(c, await getOwnService(c.scope, service.id), { figures: c.fields, areFiguresOvertaken: true }), 409);
    c.concerns({ detail: { serviceId: service.id } });
    return redirect(c.at(`/wykonawca/uslugi/${service.id}`), t('own.figuresSaved'));
  },
});
