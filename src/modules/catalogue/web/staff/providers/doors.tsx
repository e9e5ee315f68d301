import {
  audits,
  auditsNothing,
  centreDoor,
  draftDoor,
  findDraft,
  FormFields,
  NotFound,
  page,
  redirect,
  versionSeen,
  type CentreScope,
} from '#platform/http/index.ts';
import { mayManageCatalogue } from '../../../policy.ts';
import { findProviderRow } from '../../../store/catalogueStore.ts';
import type { ProviderRow } from '../../../store/tables.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { addOrganization, changeOrganization } from '../../../usecases/keepProviders.ts';
import { listProviders } from '../../../usecases/services.ts';
import { readProviderForm, typedProvider } from './form.ts';
import { ProviderListPage } from './ProviderListPage.tsx';
import { ProviderPage } from './ProviderPage.tsx';

const said = catalogueStaffTexts.in('pl');
async function rowOf(scope: CentreScope, id: string): Promise<ProviderRow> {
  const row = await findProviderRow(scope.tx, id);
  if (!row) throw new NotFound('provider');
  return row;
}
const nameTaken = [{ field: 'name', code: 'name-taken' }];

export const providerListPage = centreDoor({
  method: 'GET',
  path: '/praca/wykonawcy',
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  handle: async (c) => page(<ProviderListPage c={c} providers={await listProviders(c.scope)} />),
});

export const newProviderPage = centreDoor({
  method: 'GET',
  path: '/praca/wykonawcy/nowy',
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const draft = await findDraft(c.scope, c.path);
    return page(<ProviderPage c={c} typed={draft?.typed ?? FormFields.from({ isActive: 'yes' })} draft={draft} />);
  },
});

export const newProvider = centreDoor({
  method: 'POST',
  path: '/praca/wykonawcy/nowy',
  may: mayManageCatalogue,
  audit: audits('catalogue.provider.added'),
  keepsDraft: true,
  async handle(c) {
    const read = readProviderForm(c.fields);
    if (!read.ok) return page(<ProviderPage c={c} typed={read.typed} errors={read.errors} />, 422);
    const added = await addOrganization(c.scope, read.value);
    if (!added.ok) return page(<ProviderPage c={c} typed={c.fields} errors={nameTaken} />, 422);
    c.concerns({ detail: { providerId: added.value.id } });
    return redirect(c.at(`/praca/wykonawcy/${added.value.id}`), said('providers.added'));
  },
});

export const editProviderPage = centreDoor({
  method: 'GET',
  path: '/praca/wykonawcy/:providerId',
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const row = await rowOf(c.scope, c.params.providerId);
    const draft = await findDraft(c.scope, c.path);
    const version = draft ? versionSeen(draft.typed) : row.version;
    return page(<ProviderPage c={c} row={row} version={version} typed={draft?.typed ?? typedProvider(row)} draft={draft} />);
  },
});

export const editProvider = centreDoor({
  method: 'POST',
  path: '/praca/wykonawcy/:providerId',
  may: mayManageCatalogue,
  audit: audits('catalogue.provider.changed'),
  keepsDraft: true,
  async handle(c) {
    const row = await rowOf(c.scope, c.params.providerId);
    const version = Number(c.fields.get('_version'));
    const read = readProviderForm(c.fields, row);
    if (!read.ok) return page(<ProviderPage c={c} row={row} version={version} typed={read.typed} errors={read.errors} />, 422);
    const saved = await changeOrganization(c.scope, row, version, read.value);
    if (saved.ok) {
      c.concerns({ detail: { providerId: row.id } });
      return redirect(c.at(`/praca/wykonawcy/${row.id}`), said('providers.saved'));
    }
    if (saved.refusal.code === 'name-taken')
      return page(<ProviderPage c={c} row={row} version={version} typed={c.fields} errors={nameTaken} />, 422);
    const { current } = saved.refusal;
    return page(<ProviderPage c={c} row={current} version={current.version} typed={c.fields} theirs={typedProvider(current)} />, 409);
  },
});

export const keepNewProviderDraft = draftDoor(newProvider);
export const keepProviderDraft = draftDoor<{ readonly providerId: string }>(editProvider, {
  check: (c) => rowOf(c.scope, c.params.providerId),
});
