import { isIsoDate } from '#shared/isoTime.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { availableCommands, getCase, servicesWith, type CaseView } from '#modules/cases/index.ts';
import { getServices, hoursInWords, listProviders, toldFee, type CatalogueService, type Provider } from '#modules/catalogue/index.ts';
import { getPerson, type Person } from '#modules/people/index.ts';
import { findPlanFile, type PlannedService } from '#modules/plans/index.ts';
import { listRequestsOfCase } from '#modules/requests/index.ts';
import { deliveryUnits, type DeliveryUnit } from '../domain/deliveries.ts';
import { limitsOfCard, type CardLimit, type Limit } from '../domain/limits.ts';
import { mayPlaceOrders } from '../policy.ts';
import { periodsOfPlan } from './plannedAmount.ts';
import { listOrdersOfCase, type OrderRow } from '../store/orderStore.ts';

/** A service that may be ordered now, with what is known of it already. */
export interface Orderable {
  readonly service: CatalogueService;
  /** Earlier orders of it in this case, the newest last. */
  readonly earlier: readonly OrderRow[];
}
export interface OrderingDesk {
  readonly view: CaseView;
  readonly person: Person | null;
  /** Empty while nothing may be ordered: see {@link mayOrderNow}. */
  readonly services: readonly Orderable[];
  readonly providers: readonly Provider[];
}

/** True when the actor may order services of the case as it stands. */
export const mayOrderNow = (scope: CentreScope, view: CaseView): boolean =>
  mayPlaceOrders.allows(scope.actor).allowed && availableCommands(view.state, 'serviceOrganiser').includes('placeOrders');

/** What an organiser needs on the table to order services of a case. @throws NotFound */
export async function prepareOrdering(scope: CentreScope, caseId: string): Promise<OrderingDesk> {
  const view = await getCase(scope, caseId);
  const qualified = mayOrderNow(scope, view) ? servicesWith(view.state, 'qualified') : [];
  const cards = await getServices(scope, qualified);
  const orders = await listOrdersOfCase(scope.tx, caseId);
  const services = qualified.flatMap((serviceId): Orderable[] => {
    const service = cards.get(serviceId);
    return service ? [{ service, earlier: orders.filter((order) => order.serviceId === serviceId) }] : [];
  });
  return {
    view,
    person: view.record.personId ? await getPerson(scope, view.record.personId) : null,
    services,
    providers: (await listProviders(scope)).filter((provider) => provider.isActive),
  };
}

export interface ProposedContact {
  readonly name: string;
  readonly phone: string;
  readonly relation: 'statutoryRepresentative' | 'actualCarer';
}

/** How a form for an order of a service begins. */
export interface OrderProposal {
  readonly providerId: string | null;
  readonly scope: string;
  readonly unit: DeliveryUnit;
  readonly limit: { readonly amount: number; readonly per: Limit['per'] } | null;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate | null;
  readonly place: string | null;
  /** When the service is open by its card: told beside the form, never ordered as the hours of one person. */
  readonly cardHours: string | null;
  /** Who filed the request for the person and can be called; the organiser decides whether the provider needs them. */
  readonly contactPerson: ProposedContact | null;
  readonly fee: string | null;
  readonly isFromPlan: boolean;
}

/** An order as the approved plan proposes it, or else the card of the service. */
export async function proposeOrder(
  scope: CentreScope,
  { view }: Pick<OrderingDesk, 'view'>,
  { service }: Orderable,
): Promise<OrderProposal> {
  const byCard = { ...proposeByCard(scope, view, service), contactPerson: await findContact(scope, view.record.id) };
  const plan = await findPlanFile(scope, view.record.id);
  const planned = plan?.approved?.content.services.find((each) => each.serviceId === service.id);
  return planned ? proposeByPlan(planned, byCard) : byCard;
}

const dayOr = (typed: string, otherwise: Temporal.PlainDate | null) => (isIsoDate(typed) ? Temporal.PlainDate.from(typed) : otherwise);

function proposeByPlan(planned: PlannedService, byCard: OrderProposal): OrderProposal {
  const { quantity, per, providerId, scope, place, fee } = planned;
  return {
    ...byCard,
    providerId: providerId ?? byCard.providerId,
    scope: scope.trim() || byCard.scope,
    unit: deliveryUnits.find((unit) => unit === planned.unit) ?? byCard.unit,
    limit: quantity ? { amount: quantity, per: periodsOfPlan[per] } : byCard.limit,
    from: dayOr(planned.from, byCard.from) ?? byCard.from,
    to: dayOr(planned.to, byCard.to),
    place: place.trim() || byCard.place,
    fee: fee.trim() || byCard.fee,
    isFromPlan: true,
  };
}

/** The representative or carer who filed the last application, if they left a telephone: without one nobody can reach them. */
async function findContact(scope: CentreScope, caseId: string): Promise<ProposedContact | null> {
  const last = (await listRequestsOfCase(scope, caseId)).findLast((each) => each.told.kind === 'application');
  if (last?.told.kind !== 'application' || !last.told.applicant?.phone) return null;
  const { givenName, familyName, phone } = last.told.applicant;
  const relation = last.applicantType;
  if (relation !== 'statutoryRepresentative' && relation !== 'actualCarer') return null;
  return { name: `${givenName} ${familyName}`, phone, relation };
}

function proposeByCard(scope: CentreScope, view: CaseView, service: CatalogueService): Omit<OrderProposal, 'contactPerson'> {
  const countable = service.limits.find((limit) => deliveryUnits.some((unit) => unit === limit.unit));
  const { coordination } = view.state;
  const from = coordination && coordination.from > scope.today.toString() ? Temporal.PlainDate.from(coordination.from) : scope.today;
  const to = coordination && coordination.to >= from.toString() ? Temporal.PlainDate.from(coordination.to) : null;
  return {
    providerId: service.providerId,
    scope: service.scope ?? service.summary ?? service.name,
    unit: deliveryUnits.find((unit) => unit === countable?.unit) ?? 'visit',
    limit: null,
    from,
    to,
    place: service.places[0]?.name ?? null,
    cardHours: hoursInWords(service, 'pl', scope.today),
    fee: toldFee(service.fee, 'pl'),
    isFromPlan: false,
  };
}

/** The limits of a card: those that deliveries are counted against, and those only to be told. */
export function cardLimitsOf(service: Pick<CatalogueService, 'limits'>): {
  readonly counted: readonly Limit[];
  readonly uncounted: readonly CardLimit[];
} {
  return limitsOfCard(service.limits);
}
