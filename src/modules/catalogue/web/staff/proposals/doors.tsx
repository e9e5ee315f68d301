import { z } from 'zod';
import { audits, auditsNothing, centreDoor, page, readForm, redirect, type CentreContext, type FieldError } from '#platform/http/index.ts';
import { choice, optionalText } from '#platform/http/fields.ts';
import { ownFieldNames, type OwnField } from '../../../domain/proposal.ts';
import { mayManageCatalogue } from '../../../policy.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';
import { findInheritedFields } from '../../../usecases/inheritedFields.ts';
import { approveProposal, getProposal, listWaitingProposals, returnProposal } from '../../../usecases/proposals.ts';
import { readFeeFields } from '../serviceEditor/form.ts';
import { ProposalListPage } from './ProposalListPage.tsx';
import { ProposalPage, type ProposalFormState } from './ProposalPage.tsx';

const t = stewardTexts.in('pl');
type C = CentreContext<{ readonly proposalId: string }>;

export const proposalListPage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/propozycje',
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  handle: async (c) => page(<ProposalListPage c={c} rows={await listWaitingProposals(c.scope)} />),
});

export const proposalPage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/propozycje/:proposalId',
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  handle: async (c) => page(await draw(c)),
});
async function draw(c: C, state: ProposalFormState = {}) {
  const file = await getProposal(c.scope, c.params.proposalId);
  return <ProposalPage c={c} file={file} inherited={await findInheritedFields(c.scope, file.service.id)} {...state} />;
}

const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .catch(0);
const schema = z.object({
  co: choice(['zatwierdz', 'odeslij']),
  uwaga: optionalText(2000),
  wersja: version,
  karta: version,
});

export const decideProposalDoor = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/propozycje/:proposalId',
  may: mayManageCatalogue,
  audit: audits('catalogue.proposal.decided'),
  async handle(c) {
    const read = readForm(schema, c.fields);
    const chosen = c.fields.all('pola');
    const accepted = ownFieldNames.filter((name) => chosen.includes(name));
    const typedFee = c.fields.has('feeKind') ? c.fields : undefined;
    const again = async (errors: readonly FieldError[], problem?: string) =>
      page(
        await draw(c, { accepted: accepted as readonly OwnField[], note: c.fields.get('uwaga'), errors, problem, fee: typedFee }),
        problem ? 409 : 422,
      );
    const { proposal } = await getProposal(c.scope, c.params.proposalId);
    // A proposal that was settled meanwhile has no form left to mend.
    if (proposal.state !== 'waiting') return again([], t('proposals.refused.already'));
    if (!read.ok) return again(read.errors);
    const { co, uwaga: note, wersja: proposalVersion, karta: cardVersion } = read.value;
    const id = c.params.proposalId;
    // What the fee is counts only where its new words are accepted.
    const fee = typedFee && co === 'zatwierdz' && accepted.includes('feeText') ? readFeeFields(typedFee) : undefined;
    if (fee && !fee.ok) return again(fee.errors);
    const done =
      co === 'odeslij'
        ? await returnProposal(c.scope, id, { proposalVersion, note })
        : await approveProposal(c.scope, id, { proposalVersion, cardVersion, accepted, note, fee: fee?.value });
    if (!done.ok) {
      if (done.refusal === 'note-needed') return again([{ field: 'uwaga', code: 'note-needed' }]);
      if (done.refusal === 'nothing-accepted') return again([{ field: 'pola', code: 'nothing-accepted' }]);
      return again([], t(`proposals.refused.${done.refusal}`));
    }
    c.concerns({ detail: { proposalId: id, decision: co, fields: accepted } });
    return redirect(c.at('/praca/uslugi/propozycje'), co === 'odeslij' ? t('proposals.returned') : t('proposals.approved'));
  },
});
