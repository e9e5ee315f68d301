import { rolesMay, type Permission } from '#shared/policy.ts';

/** Who writes down requests that come by phone, on paper or in person. */
export const mayTakeRequests: Permission = rolesMay('requests.take', ['frontDesk', 'planCoordinator', 'serviceOrganiser']);
/** Who writes down that somebody needs help. */
export const mayReportNeeds: Permission = rolesMay('requests.need.report', [
  'frontDesk',
  'planCoordinator',
  'serviceOrganiser',
  'communityOrganiser',
]);
