import { readFileSync } from 'node:fs';

// Who may import whom. Run by tests/architecture.test.ts over the product and over planted violations.

/** A module may import only the faces of modules before it. */
const order = JSON.parse(readFileSync(new URL('src/modules/order.json', import.meta.url), 'utf8'));

// Tests, their factories, and stories that several tests tell.
const onlyTest = '\\.test\\.tsx?$|(^|/)testing\\.ts$|(^|/)testing/|(^|/)describeDocument\\.ts$';
// Samples are also shown in the gallery.
const test = `${onlyTest}|[sS]amples?\\.ts$`;
const own = '^src/modules/$1/';

/** Everything of the product that a folder may not reach, as one rule. */
function only(name, comment, from, may, fromNot = test) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from, pathNot: fromNot },
    to: { path: '^src/', pathNot: may },
  };
}

export default {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment:
        'files that import one another, be it for a type alone, cannot be read one by one; the world holds the modules, and what a module offers is asked with the world: that knot of types is one thought',
      from: { pathNot: '^src/platform/(world|module|http/(context|door))\\.ts$' },
      to: { circular: true },
    },
    { name: 'exists', severity: 'error', comment: 'an import names its file exactly', from: {}, to: { couldNotResolve: true } },

    only('shared-imports-nothing', 'value objects know nothing of the product', '^src/shared/', '^src/shared/'),
    only('ui-imports-shared', 'components know values, not the platform', '^src/ui/', '^src/(ui|shared)/'),
    only(
      'platform-imports-shared',
      'the platform knows nothing of social services',
      '^src/platform/',
      '^src/(platform|shared)/',
      `${test}|^src/platform/(html/|[^/]+/web/|world\\.ts)`,
    ),
    only(
      'platform-html-imports-ui',
      'the frame of pages is drawn with components',
      '^src/platform/(html/|[^/]+/web/|world\\.ts)',
      '^src/(platform|shared|ui)/',
    ),
    only(
      'apps-import-manifests',
      'a shell mounts what manifests and faces offer',
      '^src/(apps/|main\\.ts|config\\.ts)',
      '^src/(apps|platform|shared|ui)/|^src/config\\.ts|^src/modules/[^/]+/(module|index)\\.ts|^src/modules/order\\.json',
    ),

    only(
      'domain-is-pure',
      'decisions know values, the language of conditions, and nothing else',
      '^src/modules/([^/]+)/domain/',
      `${own}domain/|^src/shared/|^src/modules/eligibility/index\\.ts`,
    ),
    {
      name: 'domain-has-no-library',
      severity: 'error',
      comment:
        'decisions need no library but those that are pure themselves; shipped…, the classification and the helplines read the data that ships with the product',
      from: { path: '^src/modules/[^/]+/domain/', pathNot: `${test}|/(shipped\\w*|classification|helplines)\\.ts$` },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], path: '', pathNot: 'node_modules/(zod|csv-parse|csv-stringify)/' },
    },
    only(
      'policy-is-pure',
      'who may is decided from values',
      '^src/modules/([^/]+)/policy\\.ts',
      `${own}(domain/|policy\\.ts)|^src/shared/`,
    ),
    {
      name: 'store-knows-no-use-case',
      severity: 'error',
      comment: 'stores read and write, and decide nothing',
      from: { path: '^src/modules/([^/]+)/store/', pathNot: test },
      to: { path: `${own}(usecases|web|api|jobs|policy\\.ts|module\\.ts)` },
    },
    {
      name: 'use-case-knows-no-page',
      severity: 'error',
      comment: 'the same story is told to pages, programs and jobs',
      from: { path: '^src/modules/([^/]+)/usecases/', pathNot: test },
      to: { path: `${own}(web|api|jobs|module\\.ts)|^src/ui/` },
    },
    {
      name: 'module-face-only',
      severity: 'error',
      comment: 'of another module only its face is known',
      from: { path: '^src/modules/([^/]+)/', pathNot: test },
      to: { path: '^src/modules/[^/]+/', pathNot: `${own}|^src/modules/[^/]+/index\\.ts` },
    },
    {
      name: 'module-face-only-in-tests',
      severity: 'error',
      comment: 'tests may also use the factories of another module',
      from: { path: `^src/modules/([^/]+)/.*(${test})` },
      to: { path: '^src/modules/[^/]+/', pathNot: `${own}|^src/modules/[^/]+/(index|testing)\\.ts|^src/modules/[^/]+/testing/` },
    },
    {
      name: 'module-knows-no-app',
      severity: 'error',
      comment: 'modules are mounted, they do not mount',
      from: { path: '^src/modules/', pathNot: test },
      to: { path: '^src/(apps|main|config)' },
    },
    ...order.map((name, at) => ({
      name: 'module-order',
      severity: 'error',
      comment: `${name} comes before the modules it may not know; see src/modules/order.json`,
      from: { path: `^src/modules/${name}/`, pathNot: test },
      to: { path: `^src/modules/(${order.slice(at + 1).join('|') || '-'})/` },
    })),
    {
      name: 'module-is-in-order',
      severity: 'error',
      comment: 'each module has its place in src/modules/order.json',
      from: { path: '^src/modules/[^/]+/', pathNot: `^src/modules/(${order.join('|')})/` },
      to: {},
    },

    {
      name: 'database-only-in-stores',
      severity: 'error',
      comment: 'only stores speak SQL',
      from: { path: '^src/', pathNot: `^src/modules/[^/]+/store/|^src/platform/|^src/modules/accounts/auth/|^src/apps/cli/|${test}` },
      to: { path: 'node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      comment: 'the product does not lean on its tests',
      from: { path: '^src/', pathNot: test },
      to: { path: `^tests/|^src/.*(${onlyTest})|node_modules/vitest/` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'tsc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
