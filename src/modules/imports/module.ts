import type { Module } from '#platform/module.ts';
import { doWork } from './usecases/doWork.ts';
import { forgetFiles } from './usecases/forgetFiles.ts';
import { resumeAll, WORK } from './usecases/work.ts';
import { columnsPage, nameColumnsDoor } from './web/staff/columns/doors.tsx';
import { importListPage, sampleDoor, uploadDoor } from './web/staff/importList/doors.tsx';
import {
  areaDoor,
  brokenCsvDoor,
  brokenJsonDoor,
  confirmDoor,
  dropDoor,
  recheckDoor,
  resumeDoor,
  rowDifferencePage,
  runPage,
} from './web/staff/run/doors.tsx';
import { undoDoor, undoPage } from './web/staff/undo/doors.tsx';

export const importsModule: Module = {
  name: 'imports',
  doors: [
    importListPage,
    sampleDoor,
    uploadDoor,
    runPage,
    columnsPage,
    nameColumnsDoor,
    rowDifferencePage,
    brokenCsvDoor,
    brokenJsonDoor,
    confirmDoor,
    areaDoor,
    dropDoor,
    recheckDoor,
    resumeDoor,
    undoPage,
    undoDoor,
  ],
  jobs: [
    {
      name: WORK,
      audit: { kind: 'nothing', because: 'what it writes is told by events of its own' },
      run: (scope, { runId }) => doWork(scope, String(runId)),
    },
    {
      name: 'imports.forgetFiles',
      cron: '50 3 * * *',
      audit: { kind: 'nothing', because: 'files of services hold no personal data; what they did stays known' },
      run: async (scope) => void (await forgetFiles(scope)),
    },
  ],
  auditEvents: {
    'imports.run.uploaded': {
      pl: 'Wczytano plik z usługami do sprawdzenia',
      en: 'A file of services was uploaded',
      uk: 'Завантажено файл із послугами',
    },
    'imports.run.confirmed': {
      pl: 'Zdecydowano o zapisaniu usług z pliku',
      en: 'Writing the services of a file was decided',
      uk: 'Вирішено записати послуги з файлу',
    },
    'imports.run.dropped': {
      pl: 'Porzucono plik z usługami',
      en: 'A file of services was dropped',
      uk: 'Від файлу з послугами відмовилися',
    },
    'imports.run.undone': {
      pl: 'Zdecydowano o cofnięciu wczytania pliku',
      en: 'Taking a file of services back was decided',
      uk: 'Вирішено скасувати завантаження файлу',
    },
    'imports.run.takenBack': {
      pl: 'Cofnięto wczytanie pliku',
      en: 'A file of services was taken back',
      uk: 'Завантаження файлу скасовано',
    },
  },
  async start(world) {
    // Beside the start: nobody waits for what another run of the program has left.
    resumeAll(world).catch((error: unknown) => world.log.warn({ err: error }, 'imports left behind were not asked for again'));
  },
};
