import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { serviceRecordSchema, slugOf, type ServiceRecord } from '../domain/service.ts';
import type { CatalogueService } from '../store/assembleServices.ts';
import { replaceService } from '../store/serviceWrites.ts';
import { getService, putServices } from './services.ts';

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
  const known = await getService(scope, id);
  const service = serviceRecordSchema.parse(applied(recordOf(known), change));
  const isSaved = known.version === version && (await replaceService(scope.tx, version, service, scope.now));
  return isSaved ? ok({ id }) : refuse({ code: 'changed-meanwhile', current: await getService(scope, id) });
}

function recordOf({
  version: _,
  providerId: __,
  createdAt: ___,
  updatedAt: ____,
  revision: _____,
  ...record
}: CatalogueService): ServiceRecord {
  return record;
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
