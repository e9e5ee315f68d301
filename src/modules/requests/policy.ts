import { caseHolderMay, rolesMay, type Permission } from '#shared/policy.ts';

/** Who writes down requests that come by phone, on paper or in person. */
export const mayTakeRequests: Permission = rolesMay('requests.take', ['frontDesk', 'planCoordinator', 'serviceOrganiser']);
/** Who writes down that somebody needs help. */
export const mayReportNeeds: Permission = rolesMay('requests.need.report', [
  'frontDesk',
  'planCoordinator',
  'serviceOrganiser',
  'communityOrganiser',
]);
/** Those who write needs down but no requests: the form of a request, which leads the others there, is closed to them. */
export const mayOnlyReportNeeds: Permission = rolesMay('requests.need.report.only', ['communityOrganiser']);
/** Who sees what was asked and told; whoever leads the case needs it. */
export const mayReadRequests: Permission = rolesMay('requests.read', ['frontDesk', 'planCoordinator', 'serviceOrganiser', 'director']);
/** The holder of a case answers for it and changes their consents. */
export const mayAnswerForOwnCase: Permission = caseHolderMay('requests.own.answer');
