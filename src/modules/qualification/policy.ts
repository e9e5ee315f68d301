import { caseHolderMay, rolesMay, type Permission } from '#shared/policy.ts';

/** Those who see why somebody qualifies or not; conditions may touch health and income. */
export const mayReadQualification: Permission = rolesMay('qualification.read', ['planCoordinator', 'serviceOrganiser', 'director']);
export const mayDecide: Permission = rolesMay('qualification.decide', ['planCoordinator', 'serviceOrganiser', 'director']);
/** Passing on and proposing a refusal is the work of those who know the case. */
export const mayPropose: Permission = rolesMay('qualification.propose', ['planCoordinator', 'serviceOrganiser']);
export const maySignRefusals: Permission = rolesMay('qualification.refusal.sign', ['director']);
export const mayRecordDelivery: Permission = rolesMay('qualification.refusal.delivered', [
  'frontDesk',
  'planCoordinator',
  'serviceOrganiser',
  'director',
]);
export const maySeeQueues: Permission = rolesMay('qualification.queues', ['planCoordinator', 'serviceOrganiser', 'director']);
export const maySetRules: Permission = rolesMay('qualification.rules', ['serviceOrganiser', 'director', 'centreAdministrator']);
export const mayReadCaseSummary: Permission = rolesMay('qualification.summary', [
  'frontDesk',
  'planCoordinator',
  'serviceOrganiser',
  'director',
]);
export const maySeeOwnResults: Permission = caseHolderMay('qualification.own.read');
