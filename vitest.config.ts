import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

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

/** Walks through the whole product last for minutes: they begin first, so that nobody waits for one of them at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- not of an array
    const others = await super.sort(files);
    const isWalk = ({ moduleId }: TestSpecification) => /\/tests\/[^/]+$/.test(moduleId);
    const isHostile = ({ moduleId }: TestSpecification) => moduleId.endsWith('/tests/hostile.test.ts');
    return others.toSorted((a, b) => Number(isHostile(b)) - Number(isHostile(a)) || Number(isWalk(b)) - Number(isWalk(a)));
  }
}

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
    sequence: { sequencer: LongestFirst },
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
