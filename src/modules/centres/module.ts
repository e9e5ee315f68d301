import type { Module } from '#platform/module.ts';
import { mayReadDescription } from './policy.ts';
import { centreStaffTexts } from './texts/staff.ts';
import { loadRegisters } from './usecases/loadRegisters.ts';
import { chooseCentrePage } from './web/portal/chooseCentre/door.tsx';
import { accessibility, accessibilityOfCentre, privacy, privacyOfCentre, robots } from './web/portal/statements/doors.tsx';
import { describeDoor, descriptionPage, descriptionPath } from './web/staff/description/doors.tsx';

export const centresModule: Module = {
  name: 'centres',
  doors: [chooseCentrePage, robots, accessibility, privacy, accessibilityOfCentre, privacyOfCentre, descriptionPage, describeDoor],
  navigation: [{ area: 'staff', path: descriptionPath, order: 84, may: mayReadDescription, label: () => centreStaffTexts.in('pl')('nav') }],
  auditEvents: {
    'centres.centre.described': {
      pl: 'Zmiana danych kontaktowych lub miejscowości centrum',
      en: "The centre's contact details or places were changed",
      uk: 'Змінено контактні дані або місцевості центру',
    },
  },
  async start(world) {
    await loadRegisters(world);
  },
};
