import { foldName } from '#shared/personName.ts';
import { toIsoInstant } from '#shared/isoTime.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { actOnCase, getCase, type CaseConflict, type CaseRefusal } from '#modules/cases/index.ts';
import { getProvider, getService, listProviders, type CatalogueService, type Provider } from '#modules/catalogue/index.ts';
import { lawOn } from '#modules/law/index.ts';
import { fullName, getPerson, type Person } from '#modules/people/index.ts';
import { findPlanFile, type PlanVersion } from '#modules/plans/index.ts';
import type { DeliveryUnit } from '../domain/deliveries.ts';
import { limitsOfCard, type Limit } from '../domain/limits.ts';
import { evolveOrder, placeOrder, type OrderEvent, type OrderRefusal } from '../domain/order.ts';
import { checkPeriod, type PeriodFacts, type PeriodRefusal } from '../domain/orderPeriod.ts';
import { agreedLimit, strictestLimits, type OrderContent } from '../domain/orderContent.ts';
import { appendOrderEvent, insertOrder, nextOrderNumber, settleSearch, type OrderRow } from '../store/orderStore.ts';
import { issueOrder } from './issueOrder.ts';
import { orderActorOf } from './orderFile.ts';
import { sendLink } from './orderLinks.ts';

export interface NewOrderInput {
  readonly serviceId: string;
  readonly providerId: string;
  /** Where the answering link goes; null for the address in the register of providers. */
  readonly providerEmail: string | null;
  readonly scope: string;
  readonly unit: DeliveryUnit;
  /** `{ amount: 20, per: 'month' }` of the unit; null when only the limits of the card hold. */
  readonly limit: { readonly amount: number; readonly per: Limit['per'] } | null;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate | null;
  readonly place: string | null;
  readonly schedule: string | null;
  readonly fee: string | null;
  /** What of the person's contact the provider needs for this service. */
  readonly shares: { readonly address: boolean; readonly phone: boolean };
  readonly contactPerson: OrderContent['contactPerson'];
  readonly needToKnow: readonly string[];
  /** The organiser knows that the order begins before the request was filed, and means it. */
  readonly isEarlyOnPurpose?: boolean;
}
export type PlacingRefusal =
  | PeriodRefusal
  | OrderRefusal
  | CaseRefusal
  | CaseConflict
  | { readonly code: 'provider-inactive' }
  /** The letter would show the person's data to the wrong provider. */
  | { readonly code: 'email-of-other-provider' };

/**
 * Orders services of a case. Either all orders are placed or none: each gets a number, a printed order and, where the
 * provider has an e-mail, a letter with an answering link (`isMailed`: each of them has).
 * `version` is that of the case as the organiser saw it (null for callers that saw nothing).
 * @throws NotFound for a case without a person, and for an unknown service or provider
 */
export async function placeOrders(
  scope: CentreScope,
  { caseId, version, orders }: { readonly caseId: string; readonly version: number | null; readonly orders: readonly NewOrderInput[] },
): Promise<Result<{ readonly orderIds: readonly string[]; readonly isMailed: boolean }, readonly PlacingRefusal[]>> {
  const { record } = await getCase(scope, caseId);
  if (!record.personId) throw new NotFound('person of the case');
  const person = await getPerson(scope, record.personId);
  const law = await lawOn(scope, scope.today);

  const plan = await findPlanFile(scope, caseId);
  const prepared: { row: OrderRow; event: OrderEvent }[] = [];
  for (const order of orders) {
    const service = await getService(scope, order.serviceId);
    const provider = await getProvider(scope, order.providerId);
    if (!provider.isActive) return refuse([{ code: 'provider-inactive' }]);
    if (await isOfAnother(scope, provider, order.providerEmail)) return refuse([{ code: 'email-of-other-provider' }]);
    const id = newId();
    const { serviceId, providerId } = order;
    const asked = { orderId: id, caseId, serviceId, providerId, from: order.from.toString(), to: order.to?.toString() ?? null };
    const placed = placeOrder(asked, orderActorOf(scope.actor), toIsoInstant(scope.now), law.values);
    if (!placed.ok) return refuse(placed.refusal);
    const outside = checkPeriod(asked, periodFactsOf(record.filedOn, plan?.approved, order));
    if (outside.length > 0) return refuse(outside);
    const content = contentOf(order, { service, person, provider, caseNumber: record.number });
    prepared.push({ row: { ...rowOf(scope, placed.value, content), personId: record.personId }, event: placed.value });
  }

  const data = { orders: prepared.map(({ row }) => ({ orderId: row.id, serviceId: row.serviceId, providerId: row.providerId })) };
  const acted = await actOnCase(scope, caseId, version, { type: 'placeOrders', data });
  if (!acted.ok) return refuse(acted.refusal);

  for (const { row, event } of prepared) {
    const number = `Z/${await nextOrderNumber(scope.tx, scope.today.year)}/${scope.today.year}`;
    const named = { ...row, number, searchText: `${row.searchText} ${foldName(number)}` };
    const documentId = await issueOrder(scope, named);
    await settleSearch(scope.tx, caseId, row.serviceId);
    await insertOrder(scope.tx, { ...named, documentId });
    await appendOrderEvent(scope.tx, row.id, 1, event);
    await sendLink(scope, { ...named, documentId }, 'request');
  }
  return ok({ orderIds: prepared.map(({ row }) => row.id), isMailed: prepared.every(({ row }) => row.content.providerEmail !== null) });
}

function periodFactsOf(
  filedOn: Temporal.PlainDate | null,
  approved: PlanVersion | undefined,
  { serviceId, isEarlyOnPurpose }: NewOrderInput,
): PeriodFacts {
  const isPlanned = approved?.content.services.some((each) => each.serviceId === serviceId) ?? false;
  return {
    plan: approved && isPlanned ? { startsOn: approved.content.startsOn, endsOn: approved.content.endsOn } : null,
    filedOn: filedOn?.toString() ?? null,
    isEarlyOnPurpose: isEarlyOnPurpose ?? false,
  };
}

/** True when an address is not the provider's own, but is that of another one in the register. */
async function isOfAnother(scope: CentreScope, { id, email }: Provider, typed: string | null): Promise<boolean> {
  const same = (a: string | null, b: string) => a?.toLowerCase() === b.toLowerCase();
  if (typed === null || same(email, typed)) return false;
  return (await listProviders(scope)).some((other) => other.id !== id && same(other.email, typed));
}

function contentOf(
  order: NewOrderInput,
  about: { readonly service: CatalogueService; readonly person: Person; readonly provider: Provider; readonly caseNumber: string },
): OrderContent {
  const { service, person } = about;
  const agreed = order.limit ? [agreedLimit(order.unit, order.limit.amount, order.limit.per)] : [];
  const address = [person.addressLine, [person.postcode, person.town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return {
    serviceName: service.name,
    providerName: about.provider.name,
    providerEmail: order.providerEmail ?? about.provider.email,
    caseNumber: about.caseNumber,
    scope: order.scope,
    unit: order.unit,
    limits: [...strictestLimits([...agreed, ...limitsOfCard(service.limits).counted])],
    place: order.place,
    schedule: order.schedule,
    fee: order.fee,
    recipient: {
      name: fullName(person),
      address: order.shares.address ? address || null : null,
      phone: order.shares.phone ? person.phone : null,
    },
    contactPerson: order.contactPerson,
    needToKnow: [...order.needToKnow],
  };
}

function rowOf(scope: CentreScope, event: OrderEvent, content: OrderContent): Omit<OrderRow, 'personId'> {
  const order = evolveOrder(undefined, event);
  return {
    id: order.orderId,
    version: order.version,
    number: '',
    caseId: order.caseId,
    serviceId: order.serviceId,
    providerId: order.providerId,
    status: order.status,
    isOpen: true,
    needsProvider: false,
    content,
    startsOn: Temporal.PlainDate.from(order.from),
    endsOn: order.to ? Temporal.PlainDate.from(order.to) : null,
    answerDueOn: Temporal.PlainDate.from(order.answerDueOn),
    remindedAt: null,
    documentId: null,
    searchText: foldName([content.recipient.name, content.serviceName, content.providerName].join(' ')),
    placedAt: scope.now,
    changedAt: scope.now,
  };
}
