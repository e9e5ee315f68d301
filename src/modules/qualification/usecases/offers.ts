import { dayOf, toIsoInstant } from '#shared/isoTime.ts';
import { foldName } from '#shared/personName.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { findService, getCase, type CaseView } from '#modules/cases/index.ts';
import { getServices, type CatalogueService } from '#modules/catalogue/index.ts';
import { lawOn } from '#modules/law/index.ts';
import { getPerson, type Person } from '#modules/people/index.ts';
import {
  checkConditions,
  decimalAgeOn,
  nothingKnown,
  type ApplicantFacts,
  type ConditionCheck,
  type IncomeCriteria,
  type StaffSettlements,
} from '#modules/eligibility/index.ts';
import { filingMoment } from '../domain/filing.ts';
import { isInForce, ruleOfCard, type OfferRule } from '../domain/offerRule.ts';
import { proposeOutcome, serviceFacts, type Proposal } from '../domain/outcome.ts';
import type { Applicant, Pool } from '../domain/places.ts';
import { listPlaces, type PlaceRow } from '../store/placeStore.ts';
import { listRules, listSettlements, type SettlementRow } from '../store/ruleStore.ts';

/** A finding about the same condition, written down for another service of the case. */
export interface FoundElsewhere extends SettlementRow {
  readonly serviceName: string;
}

/** Everything that the decision about one requested service rests on. */
export interface Offer {
  readonly service: CatalogueService;
  readonly rule: OfferRule;
  readonly isInForce: boolean;
  readonly checks: readonly ConditionCheck[];
  readonly settlements: readonly SettlementRow[];
  /** What was found for other services of the case about conditions of this one that nobody has settled here, by condition. */
  readonly foundElsewhere: ReadonlyMap<string, FoundElsewhere>;
  readonly pool: Pool;
  readonly applicant: Applicant;
  readonly proposal: Proposal;
  readonly facts: ReturnType<typeof serviceFacts>;
}

/** The rules of services, set by the centre or, until then, as their cards state them. */
export async function getRules(scope: CentreScope, services: Iterable<CatalogueService>): Promise<ReadonlyMap<string, OfferRule>> {
  const cards = [...services];
  const set = await listRules(
    scope.tx,
    cards.map((card) => card.id),
  );
  return new Map(cards.map((card) => [card.id, set.get(card.id) ?? ruleOfCard(card)]));
}

/** The case as a wish for places, or undefined while nothing has been filed. */
export function applicantOf(view: CaseView): Applicant | undefined {
  const { application, personId } = view.state;
  const filed = view.events.find((event) => event.type === 'applied');
  if (!application || !personId || !filed) return undefined;
  return { caseId: view.record.id, personId, filedAt: filingMoment(application.filedOn, filed.at) };
}

export function poolOf(rule: OfferRule, places: readonly PlaceRow[]): Pool {
  const ofService = places.filter((place) => place.serviceId === rule.serviceId);
  return {
    limit: rule.placeLimit,
    taken: ofService.filter((place) => place.state === 'taken'),
    waiting: ofService.filter((place) => place.state === 'waiting'),
  };
}

/** What the centre knows about a person by itself; the rest is unknown and left to staff. */
function knownAbout(scope: CentreScope, person: Person, on: Temporal.PlainDate): ApplicantFacts {
  // The name of the town says yes; another name may still be a village of the gmina.
  const livesInTown = person.town !== null && foldName(person.town) === foldName(scope.centre.gminaName);
  return {
    ...nothingKnown,
    age: person.birthDate === null ? null : decimalAgeOn(person.birthDate, on),
    residesInArea: livesInTown ? true : null,
  };
}

/** The income criteria in force on a day. */
export async function criteriaOn(scope: CentreScope, on: Temporal.PlainDate): Promise<IncomeCriteria> {
  const law = await lawOn(scope, on);
  const figure = (key: string) => {
    const value = law.find(key)?.value;
    return typeof value === 'number' ? value : null;
  };
  return { single: figure('incomeCriterionSingle'), family: figure('incomeCriterionFamily') };
}

/** All requested services of a case, in the order of the application; empty while nothing has been filed. */
export async function listOffers(scope: CentreScope, view: CaseView): Promise<readonly Offer[]> {
  const applicant = applicantOf(view);
  if (!applicant) return [];
  const serviceIds = view.state.services.map((service) => service.serviceId);
  const services = await getServices(scope, serviceIds);
  const rules = await getRules(scope, services.values());
  const places = await listPlaces(scope.tx, serviceIds);
  const settlements = await listSettlements(scope.tx, applicant.caseId);
  const filedOn = Temporal.PlainDate.from(view.state.application?.filedOn ?? dayOf(toIsoInstant(scope.now)));
  const facts = knownAbout(scope, await getPerson(scope, applicant.personId), filedOn);
  const criteria = await criteriaOn(scope, filedOn);
  return serviceIds.flatMap((serviceId): Offer[] => {
    const service = services.get(serviceId);
    const rule = rules.get(serviceId);
    if (!service || !rule) return [];
    const ofService = settlements.filter((each) => each.serviceId === serviceId && each.isMet !== null);
    const foundElsewhere = new Map(
      settlements
        .filter((each) => each.serviceId !== serviceId && each.isMet !== null)
        .filter(({ conditionId }) => !ofService.some((own) => own.conditionId === conditionId))
        .toSorted((a, b) => Temporal.Instant.compare(a.settledAt, b.settledAt))
        .map((each) => [each.conditionId, { ...each, serviceName: services.get(each.serviceId)?.name ?? '' }]),
    );
    const settled: StaffSettlements = Object.fromEntries(
      ofService.map(({ conditionId, isMet, note }) => [conditionId, { isMet: isMet === true, note }]),
    );
    const checks = checkConditions(rule.conditions, { facts, settled, criteria });
    const isProgrammeInForce = isInForce(rule, service, scope.today.toString());
    const input = { isProgrammeInForce, checks, pool: poolOf(rule, places), applicant };
    return [
      {
        service,
        rule,
        isInForce: isProgrammeInForce,
        checks,
        settlements: ofService,
        foundElsewhere,
        pool: input.pool,
        applicant,
        proposal: proposeOutcome(input),
        facts: serviceFacts(input),
      },
    ];
  });
}

/** @throws NotFound when the case does not ask for this service. */
export async function getOffer(scope: CentreScope, view: CaseView, serviceId: string): Promise<Offer> {
  const found = findService(view.state, serviceId) && (await listOffers(scope, view)).find((each) => each.service.id === serviceId);
  if (!found) throw new NotFound('requested service');
  return found;
}

/** What the life cycle of a case asks about its services. */
export async function tellServices(scope: CentreScope, caseId: string): Promise<Readonly<Record<string, unknown>>> {
  const offers = await listOffers(scope, await getCase(scope, caseId));
  return { services: Object.fromEntries(offers.map(({ service, facts }) => [service.id, facts])) };
}
