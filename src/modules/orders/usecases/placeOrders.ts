import { foldName } from '#shared/personName.ts';
import { toIsoInstant } from '#shared/isoTime.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { hasOwnPeople } from '#modules/accounts/index.ts';
import { actOnCase, getCase, type CaseConflict, type CaseRefusal } from '#modules/cases/index.ts';
import { getProvider, getService, type CatalogueService, type Provider } from '#modules/catalogue/index.ts';
import { lawOn } from '#modules/law/index.ts';
import { fullName, getPerson, type Person } from '#modules/people/index.ts';
import { findPlanFile, type PlanVersion } from '#modules/plans/index.ts';
import type { DeliveryUnit } from '../domain/deliveries.ts';
import type { Limit } from '../domain/limits.ts';
import { evolveOrder, placeOrder, type OrderEvent, type OrderRefusal } from '../domain/order.ts';
import { checkPeriod, type PeriodFacts, type PeriodRefusal } from '../domain/orderPeriod.ts';
import { checkAmount, limitsOfOrder, type AmountFacts, type AmountRefusal, type OrderedAmount } from '../domain/orderAmount.ts';
import type { OrderContent } from '../domain/orderContent.ts';
import { appendOrderEvent, insertOrder, nextOrderNumber, settleSearch, type OrderRow } from '../store/orderStore.ts';
import { issueOrder } from './issueOrder.ts';
import { orderActorOf } from './orderFile.ts';
import { isOfAnother, sendLink } from './orderLinks.ts';
import { plannedAmount } from './plannedAmount.ts';

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
  /** Why an approved plan may go beyond the limits of the card. */
  readonly aboveCardBecause?: string | null;
  /** The organiser knows that the plan names another provider, and means this one. */
  readonly isOtherProviderOnPurpose?: boolean;
  /** How a provider without an e-mail and without people who sign in learns of the order. */
  readonly handedOver?: OrderContent['handedOver'];
}
export type PlacingRefusal =
  | PeriodRefusal
  | AmountRefusal
  | OrderRefusal
  | CaseRefusal
  | CaseConflict
  | { readonly code: 'provider-inactive' }
  /** The letter would show the person's data to the wrong provider. */
  | { readonly code: 'email-of-other-provider' }
  /** Nobody would ever learn of the order. */
  | { readonly code: 'provider-unreachable' }
  /** The person was told somebody else would come. */
  | { readonly code: 'provider-not-of-plan'; readonly planned: string };
/** How providers learn of what was ordered: a letter each, their own place here, or the organiser. */
type TellingProvider = 'letter' | 'portal' | 'handedOver';

/**
 * Orders services of a case. Either all orders are placed or none: each gets a number, a printed order and, where the
 * provider has an e-mail, a letter with an answering link.
 * `version` is that of the case as the organiser saw it (null for callers that saw nothing).
 * @throws NotFound for a case without a person, and for an unknown service or provider
 */
export async function placeOrders(
  scope: CentreScope,
  { caseId, version, orders }: { readonly caseId: string; readonly version: number | null; readonly orders: readonly NewOrderInput[] },
): Promise<Result<{ readonly orderIds: readonly string[]; readonly told: TellingProvider }, readonly PlacingRefusal[]>> {
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
    const refusals = await checkOrder(scope, order, provider, plan?.approved?.content);
    const id = newId();
    const { serviceId, providerId } = order;
    const asked = { orderId: id, caseId, serviceId, providerId, from: order.from.toString(), to: order.to?.toString() ?? null };
    const placed = placeOrder(asked, orderActorOf(scope.actor), toIsoInstant(scope.now), law.values);
    if (!placed.ok) return refuse(placed.refusal);
    const facts: AmountFacts = {
      planned: plannedAmount(plan?.approved?.content, serviceId),
      cardLimits: service.limits,
      aboveCardBecause: order.aboveCardBecause ?? null,
    };
    refusals.push(...checkPeriod(asked, periodFactsOf(record.filedOn, plan?.approved, order)), ...checkAmount(amountOf(order), facts));
    if (refusals.length > 0) return refuse(refusals);
    const content = contentOf(order, { service, person, provider, caseNumber: record.number, facts });
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
  return ok({ orderIds: prepared.map(({ row }) => row.id), told: toldOf(prepared.map(({ row }) => row.content)) });
}

function toldOf(contents: readonly OrderContent[]): TellingProvider {
  if (contents.some((each) => each.handedOver !== null)) return 'handedOver';
  return contents.every((each) => each.providerEmail !== null) ? 'letter' : 'portal';
}

/** What the organiser is asked about the provider of an order before it counts. */
async function checkOrder(
  scope: CentreScope,
  { serviceId, providerEmail, handedOver, isOtherProviderOnPurpose }: NewOrderInput,
  { id, email }: Provider,
  plan: PlanVersion['content'] | undefined,
): Promise<PlacingRefusal[]> {
  const planned = plan?.services.find((each) => each.serviceId === serviceId);
  const isOther = planned?.providerId != null && planned.providerId !== id;
  const isReached = (providerEmail ?? email) !== null || Boolean(handedOver) || (await hasOwnPeople(scope, id));
  return [
    ...(isReached ? [] : [{ code: 'provider-unreachable' } as const]),
    ...(isOther && !isOtherProviderOnPurpose ? [{ code: 'provider-not-of-plan', planned: planned.provider } as const] : []),
  ];
}

const amountOf = ({ limit, unit }: NewOrderInput): OrderedAmount | null => limit && { ...limit, unit };

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

function contentOf(
  order: NewOrderInput,
  about: {
    readonly service: CatalogueService;
    readonly person: Person;
    readonly provider: Provider;
    readonly caseNumber: string;
    readonly facts: AmountFacts;
  },
): OrderContent {
  const { service, person, facts } = about;
  const providerEmail = order.providerEmail ?? about.provider.email;
  const address = [person.addressLine, [person.postcode, person.town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return {
    serviceName: service.name,
    providerName: about.provider.name,
    providerEmail,
    handedOver: providerEmail === null ? (order.handedOver ?? null) : null,
    caseNumber: about.caseNumber,
    scope: order.scope,
    unit: order.unit,
    limits: limitsOfOrder(amountOf(order), facts),
    aboveCardBecause: facts.aboveCardBecause,
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
    pausedFrom: null,
    pausedTo: null,
    searchText: foldName([content.recipient.name, content.serviceName, content.providerName].join(' ')),
    placedAt: scope.now,
    changedAt: scope.now,
  };
}
