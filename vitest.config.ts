import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// A test beside the code that asks #tests/support for a database or a browser runs where there is one;
// all others run without, in `npm run check`.
const beside = globSync('src/**/*.test.{ts,tsx}');
const needsDatabase = beside.filter((file) => /from '#tests\/support\//.test(readFileSync(file, 'utf8')));
const withoutDatabase = [
  'tests/architecture.test.ts',
  'tests/authorization.test.ts',
  'tests/support/**/*.pure.test.ts',
  'scripts/**/*.test.ts',
  'bench/**/*.test.ts',
];

const shared = {
  setupFiles: ['tests/support/quiet.ts'],
  pool: 'forks' as const,
  // Files of one process share what they import: the program is loaded and the search reads its dictionaries once, not two hundred times.
  isolate: false,
  maxWorkers: 2,
  restoreMocks: true,
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', ...withoutDatabase],
          exclude: needsDatabase,
        },
      },
      {
        test: {
          ...shared,
          name: 'database',
          include: [...needsDatabase, 'tests/*.test.ts', 'tests/support/**/*.test.ts'],
          exclude: withoutDatabase,
          globalSetup: ['tests/support/globalSetup.ts'],
          // A story of many pages on two busy cores.
          testTimeout: 120_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/support/globalSetup.ts', 'tests/support/globalBrowser.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
