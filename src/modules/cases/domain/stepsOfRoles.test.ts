import { expect, test } from 'vitest';
import { stepsWaitingFor } from './stepsOfRoles.ts';

test('what waits for somebody follows from all their roles, each step once', () => {
  expect(stepsWaitingFor(['director'])).toEqual(['sign-refusal', 'approve-plan', 'close-case']);
  expect(stepsWaitingFor(['frontDesk', 'serviceOrganiser', 'frontDesk'])).toEqual([
    'contact-person',
    'deliver-refusal',
    'decide-service',
    'place-orders',
    'change-orders',
  ]);
  expect(stepsWaitingFor(['planCoordinator', 'accountant'])).toEqual([]);
});
