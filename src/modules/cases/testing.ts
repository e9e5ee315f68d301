/** Cases on a real database for tests of the modules above: `await caseAppliedFor(scope, 'Opieka w domu')`, then `act(…)`. */
import type { Role } from '#shared/roles.ts';
import { newId } from '#shared/uuid.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { aService } from '#modules/catalogue/testing.ts';
import { registerPerson, type PersonDetails } from '#modules/people/index.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { actOnCase, getCase, openCase, type CaseOrder, type KnownFacts } from './usecases/actOnCase.ts';
import type { CaseState } from './domain/caseState.ts';

export interface OpenedCase {
  readonly caseId: string;
  readonly code: string;
  readonly number: string;
  readonly personId: string;
  /** In the order of the names given. */
  readonly serviceIds: readonly string[];
}

/** The same transaction, acted in by the test's holder of a role. */
export const asRole = (scope: CentreScope, role: Role): CentreScope => ({ ...scope, actor: userWithRole(role) });

export const testPerson: PersonDetails = {
  givenName: 'Łucja',
  familyName: 'Przykładowa',
  birthDate: Temporal.PlainDate.from('1944-05-17'),
  pesel: null,
  document: null,
  addressLine: 'ul. Źródlana 3',
  postcode: '00-000',
  town: 'Jodłowo',
  phone: null,
  email: null,
  preferredContact: null,
  language: 'pl',
};

/** A case of `testPerson`, filed on the day of the scope for new services with these names. */
export async function caseAppliedFor(scope: CentreScope, ...names: readonly string[]): Promise<OpenedCase> {
  const serviceIds: string[] = [];
  for (const name of names) serviceIds.push(await aService(scope, name));
  const personId = await registerPerson(scope, testPerson);
  const opened = await openCase(
    asRole(scope, 'frontDesk'),
    {
      type: 'apply',
      data: {
        personId,
        applicantType: 'self',
        applicantId: personId,
        channel: 'phone',
        filedOn: scope.today.toString(),
        serviceIds,
        forwardingConsentId: null,
      },
    },
    { personName: 'Łucja Przykładowa', serviceNames: names },
    knownAbout(serviceIds),
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return { ...opened.value, personId, serviceIds };
}

/** Does something to a case as the test's holder of a role. @throws Error with the reasons when it is refused. */
export async function act(scope: CentreScope, caseId: string, role: Role, order: CaseOrder, known: KnownFacts = {}): Promise<CaseState> {
  const done = await actOnCase(asRole(scope, role), caseId, null, order, known);
  if (!done.ok) throw new Error(`${order.type} refused: ${JSON.stringify(done.refusal)}`);
  return done.value;
}

/** Leads an applied case to QUALIFIED for all its services. */
export async function qualifyAll(scope: CentreScope, caseId: string): Promise<CaseState> {
  const today = scope.today.toString();
  const { state } = await getCase(scope, caseId);
  const serviceIds = state.services.map((service) => service.serviceId);
  await act(scope, caseId, 'planCoordinator', { type: 'startAssessment', data: { place: 'centre', plannedOn: today } });
  let after = await act(scope, caseId, 'planCoordinator', {
    type: 'recordAssessment',
    data: { assessmentId: newId(), version: 1, heldOn: today },
  });
  for (const [index, serviceId] of serviceIds.entries()) {
    const order: CaseOrder = { type: 'qualifyService', data: { serviceId, cardNumber: `K/${index + 1}` } };
    after = await act(scope, caseId, 'serviceOrganiser', order, knownAbout(serviceIds));
  }
  return after;
}

/** Facts under which every service may be given at once. */
export function knownAbout(serviceIds: readonly string[]): KnownFacts {
  const open = { isProgrammeInForce: true, conditions: 'met', isPlaceFree: true, queuePosition: null } as const;
  return { services: Object.fromEntries(serviceIds.map((id) => [id, open])) };
}
