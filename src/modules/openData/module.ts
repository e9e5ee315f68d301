import type { Module } from '#platform/module.ts';
import { askForMissingCopies, PUBLISH, publishCatalogue } from './usecases/publish.ts';
import { hsdsDoors } from './web/api/doors.ts';
import { linkedDataDoors } from './web/api/linkedData.ts';
import { asSchemaOrg } from './web/portal/asSchemaOrg.ts';
import { conformancePage } from './web/portal/conformance/door.tsx';

export const openDataModule: Module = {
  name: 'openData',
  doors: [...hsdsDoors, ...linkedDataDoors, conformancePage],
  jobs: [
    {
      name: PUBLISH,
      // Each change asks for it; by the clock only what a lost job left behind.
      cron: '17 3 * * *',
      audit: { kind: 'nothing', because: 'it copies what is public already' },
      run: async (scope) => void (await publishCatalogue(scope)),
    },
  ],
  serviceParts: { linkedData: asSchemaOrg },
  start: askForMissingCopies,
};
