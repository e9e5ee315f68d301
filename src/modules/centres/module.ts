import type { Module } from '#platform/module.ts';
import { loadRegisters } from './usecases/loadRegisters.ts';
import { chooseCentrePage } from './web/portal/chooseCentre/door.tsx';
import { accessibility, accessibilityOfCentre, privacy, privacyOfCentre, robots } from './web/portal/statements/doors.tsx';

export const centresModule: Module = {
  name: 'centres',
  doors: [chooseCentrePage, robots, accessibility, privacy, accessibilityOfCentre, privacyOfCentre],
  async start(world) {
    await loadRegisters(world);
  },
};
