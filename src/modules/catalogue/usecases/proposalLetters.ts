import { listProviderManagers, listStaff } from '#modules/accounts/index.ts';
import type { CentreScope } from '#platform/http/index.ts';
import type { CatalogueService } from '../store/assembleServices.ts';
import { findProviderRow } from '../store/catalogueStore.ts';
import { changedFieldsOf, type Changes, type OwnField } from '../domain/proposal.ts';
import { catalogueStaffTexts } from '../texts/staff.ts';
import { stewardTexts } from '../texts/stewardship.ts';

const t = stewardTexts.in('pl');
const card = catalogueStaffTexts.in('pl');
const addressOf = (scope: CentreScope, path: string) => `${scope.world.publicUrl}/${scope.centre.slug}${path}`;
const contactOf = ({ centre }: CentreScope) => [centre.displayName, centre.phone, centre.email].filter(Boolean).join(', ');

/** Those who speak for a provider, or else the provider's address for orders. */
export async function addressesOfProvider(scope: CentreScope, providerId: string): Promise<readonly string[]> {
  const managers = (await listProviderManagers(scope, providerId)).map(({ email }) => email);
  const { email } = (await findProviderRow(scope.tx, providerId)) ?? { email: null };
  return managers.length > 0 || email === null ? managers : [email];
}
/** Those who keep the catalogue, or else the centre's own address. */
export async function addressesOfCentre(scope: CentreScope): Promise<readonly string[]> {
  const organisers = (await listStaff(scope, 'serviceOrganiser')).map(({ email }) => email);
  return organisers.length > 0 || scope.centre.email === null ? organisers : [scope.centre.email];
}

/** Tells the centre that a provider's proposal waits. */
export async function mailProposal(scope: CentreScope, service: CatalogueService): Promise<void> {
  const link = addressOf(scope, '/praca/uslugi/propozycje');
  const values = { service: service.name, provider: service.provider?.name ?? '', link };
  for (const to of await addressesOfCentre(scope))
    await scope.mail({ to, subject: t('letter.proposed.subject', values), text: t('letter.proposed.text', values) });
}

/** Tells the provider what became of a proposal, and of which of its fields. */
export async function mailDecision(
  scope: CentreScope,
  service: CatalogueService,
  proposal: { readonly providerId: string; readonly changes: Changes },
  state: 'approved' | 'partly' | 'returned',
  note: string | null,
  accepted: readonly OwnField[] = [],
): Promise<void> {
  const link = addressOf(scope, `/wykonawca/uslugi/${service.id}`);
  const said = note === null ? '' : t('letter.note', { note });
  const fields = (isAccepted: boolean) =>
    changedFieldsOf(proposal.changes)
      .filter((name) => accepted.includes(name) === isAccepted)
      .map((name) => card(`editor.${name}`))
      .join(', ');
  const values = { service: service.name, note: said, link, contact: contactOf(scope), accepted: fields(true), others: fields(false) };
  for (const to of await addressesOfProvider(scope, proposal.providerId))
    await scope.mail({ to, subject: t(`letter.${state}.subject`, values), text: t(`letter.${state}.text`, values) });
}
