import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { serviceRecordSchema, slugOf, type ServiceRecord } from '../domain/service.ts';
import { findServiceRow, serviceOf, type CatalogueService } from '../store/catalogueStore.ts';
import { replaceService } from '../store/serviceWrites.ts';
import { providersNamed, putServices } from './services.ts';
import { foldName } from '#shared/personName.ts';

/** What an editor may change of a card; the rest stays as it was imported. */
export type CardChange = Pick<
  ServiceRecord,
  | 'name'
  | 'summary'
  | 'scope'
  | 'everydayNames'
  | 'keywords'
  | 'recipients'
  | 'targetGroups'
  | 'areas'
  | 'limitsText'
  | 'capacity'
  | 'coverage'
  | 'schedule'
  | 'contact'
  | 'validFrom'
  | 'validTo'
  | 'source'
  | 'checkedOn'
  | 'status'
> & {
  readonly qualificationText: string | null;
  readonly feeKind: ServiceRecord['fee']['kind'];
  readonly feeText: string | null;
  readonly providerName: string | null;
};

/** Somebody has saved the card since it was read; theirs comes along. */
export type EditRefusal = { readonly code: 'changed-meanwhile'; readonly current: CatalogueService };

/**
 * Changes a card, if it still is as its editor read it.
 * @throws NotFound when the centre has no such service
 */
export async function changeService(
  scope: CentreScope,
  id: string,
  version: number,
  change: CardChange,
): Promise<Result<{ id: string }, EditRefusal>> {
  const row = await findServiceRow(scope.tx, id);
  if (!row) throw new NotFound('service');
  const { version: current, providerId: _, updatedAt: __, ...known } = serviceOf(row);
  const service = serviceRecordSchema.parse(applied(known, change));
  const isSaved = current === version && (await replaceService(scope.tx, version, await written(scope, service), scope.now));
  if (isSaved) return ok({ id });
  const latest = await findServiceRow(scope.tx, id);
  return refuse({ code: 'changed-meanwhile', current: serviceOf(latest ?? row) });
}

/** Adds a service to the catalogue. */
export async function addService(scope: CentreScope, change: CardChange): Promise<{ id: string }> {
  const id = newId();
  // The end of the id keeps two services of one name apart, also when both are being added in this moment.
  const slug = `${slugOf(change.name)}-${id.slice(-8)}`;
  const empty = serviceRecordSchema.parse({ id, slug, name: change.name, areas: [], qualification: {}, fee: {}, demo: scope.world.isDemo });
  await putServices(scope, [serviceRecordSchema.parse(applied(empty, change))]);
  return { id };
}

function applied(known: ServiceRecord, change: CardChange): ServiceRecord {
  const { qualificationText, feeKind, feeText, providerName, ...plain } = change;
  const isSameProvider = known.provider !== null && known.provider.name === providerName;
  return {
    ...known,
    ...plain,
    qualification: { ...known.qualification, text: qualificationText },
    fee: { ...known.fee, kind: feeKind, text: feeText, ...(feeKind === 'free' && { price: null, per: null }) },
    provider: providerName === null ? null : { name: providerName, kind: isSameProvider ? (known.provider?.kind ?? null) : null },
  };
}

async function written(scope: CentreScope, service: ServiceRecord) {
  if (service.provider === null) return { service, providerId: null };
  const ids = await providersNamed(scope, [service.provider]);
  return { service, providerId: ids.get(foldName(service.provider.name)) ?? null };
}
