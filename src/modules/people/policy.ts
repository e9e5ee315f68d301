import { rolesMay, type Permission } from '#shared/policy.ts';

/** Who corrects and completes the record of a person whose case they work on. */
export const mayCorrectPeople: Permission = rolesMay('people.correct', ['frontDesk', 'planCoordinator', 'serviceOrganiser']);
