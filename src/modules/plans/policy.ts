import { caseHolderMay, rolesMay, type Permission } from '#shared/policy.ts';

/** Plans hold what people need and why, so the front desk does not read them. */
export const mayReadPlans: Permission = rolesMay('plans.read', ['planCoordinator', 'serviceOrganiser', 'director']);
export const mayDecideCoordination: Permission = rolesMay('plans.coordination.decide', ['planCoordinator', 'serviceOrganiser']);
export const mayWritePlans: Permission = rolesMay('plans.write', ['planCoordinator']);
/** A service organiser also needs the director's authorisation, which the use case looks up. */
export const mayApprovePlans: Permission = rolesMay('plans.approve', ['director', 'serviceOrganiser']);
export const mayAuthoriseApprovers: Permission = rolesMay('plans.approvers.write', ['director']);
export const mayMonitor: Permission = rolesMay('plans.monitor', ['planCoordinator']);
export const mayEndCases: Permission = rolesMay('plans.cases.end', ['frontDesk', 'planCoordinator', 'serviceOrganiser', 'director']);
export const maySeeOwnPlan: Permission = caseHolderMay('plans.own');
