import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modules } from '#apps/modules.ts';
import order from '#modules/order.json' with { type: 'json' };
import { registeredTexts } from '#platform/i18n/index.ts';
import { readDependencies } from './architecture/dependencies.ts';
import { checkLength, checkMarkup, checkNames, checkPagesOnlyRead, checkTexts } from './architecture/sourceRules.ts';
import { listFiles, type Finding } from './architecture/sources.ts';
import { checkLanguages, checkPortalTexts, compareLanguages, listNamespaces } from './architecture/textRules.ts';
import { checkWorkplace } from './architecture/workplace.ts';
import rules from '../.dependency-cruiser.mjs';

const root = join(import.meta.dirname, '..');
const plantedRoot = join(import.meta.dirname, 'architecture/planted');
const isReadable = (path: string) =>
  /\.(ts|tsx|mjs|js|json|md|sql|typ|css|html|ya?ml|toml|sh)$|(^|\/)[^.]+$/.test(path) && !/^data\/(lexical|search)\//.test(path);
const files = listFiles(root, '', isReadable);
const sources = files.filter(({ path }) => /^(src|tests|scripts|bench)\//.test(path));
const planted = listFiles(plantedRoot);
const asLines = (findings: readonly Finding[]) => findings.map(({ rule, path, detail }) => `${rule}: ${path}: ${detail}`);
const broken = (findings: readonly Finding[]) => [...new Set(findings.map(({ rule, path }) => `${rule}: ${path}`))].toSorted();

describe('who may import whom', () => {
  it('is kept by the product', async () => {
    const report = await readDependencies(root);
    expect(report.read).toBeGreaterThan(100);
    expect(asLines(report.findings)).toEqual([]);
    // It reads every import of the product.
  }, 120_000);

  it('catches a planted violation of each rule', async () => {
    const { findings } = await readDependencies(plantedRoot);
    const caught = new Set(findings.map(({ rule }) => rule));
    expect([...new Set(rules.forbidden.map(({ name }) => name))].filter((name) => !caught.has(name))).toEqual([]);
    // An import for its type alone counts as well.
    expect(broken(findings)).toContain('shared-imports-nothing: src/shared/importsByType.ts');
    expect(broken(findings)).toContain('no-circle: src/shared/circleOfTypesA.ts');
  });

  it('knows every module that lies in the tree, in the order in which it is mounted', () => {
    const folders = readdirSync(join(root, 'src/modules'), { withFileTypes: true }).filter((each) => each.isDirectory());
    expect(folders.map((each) => each.name).filter((name) => !order.includes(name))).toEqual([]);
    const mounted = modules.map((module) => module.name);
    const withManifest = files.flatMap(({ path }) => /^src\/(modules|platform)\/([^/]+)\/module\.ts$/.exec(path)?.[2] ?? []);
    expect(mounted.toSorted()).toEqual(withManifest.toSorted());
    expect(mounted.filter((name) => order.includes(name))).toEqual(order.filter((name) => mounted.includes(name)));
  });
});

describe.each([
  ['names say what is inside', checkNames, ['telling-name: src/modules/plans/helpers/one.ts', 'telling-name: src/shared/dateUtils.ts']],
  ['files are short', checkLength, ['short-file: src/shared/long.ts']],
  [
    'texts of the screen lie in texts',
    checkTexts,
    ['texts-in-texts: src/modules/plans/usecases/saysPolish.ts', 'texts-in-texts: src/modules/plans/web/saysPolish.tsx'],
  ],
  [
    'markup holds no styles, handlers, scripts or raw text',
    checkMarkup,
    ['inlineHandler', 'inlineScript', 'inlineStyle', 'rawHtml'].map((name) => `clean-markup: src/modules/plans/web/${name}.tsx`),
  ],
  ['pages write through use cases', checkPagesOnlyRead, ['pages-only-read: src/modules/plans/web/writesThroughStore.ts']],
  ['what residents see is in three languages', checkLanguages, ['resident-languages: src/modules/plans/texts/residentTexts.ts']],
  ['residents never read staff texts', checkPortalTexts, ['portal-texts: src/modules/plans/web/portal/staffWords.tsx']],
] as const)('%s', (_, check, plantedFindings) => {
  it('is kept', () => expect(asLines(check(sources))).toEqual([]));
  it('catches what was planted', () => expect(broken(check(planted))).toEqual(plantedFindings));
});

describe('the project speaks of itself alone', () => {
  it('is kept', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(asLines(checkWorkplace(files))).toEqual([]);
  });
  it('catches what was planted', () => {
    expect(broken(checkWorkplace(planted))).toEqual([
      'speaks-of-itself: src/shared/machinePath.ts',
      'speaks-of-itself: src/shared/registryHost.ts',
    ]);
  });
});

describe('texts are complete in every language they have', () => {
  it('is kept', async () => {
    const namespaces = listNamespaces(files);
    for (const { path } of namespaces) await import(join(root, path));
    const texts = registeredTexts();
    expect(namespaces.map(({ name }) => name).filter((name) => !texts.has(name))).toEqual([]);
    expect(asLines([...texts].flatMap(([namespace, languages]) => compareLanguages(namespace, languages)))).toEqual([]);
  });
  it('catches what was planted', async () => {
    const [{ pl }, { en }, { uk }] = await Promise.all([
      import('./architecture/planted/src/modules/plans/texts/pl.ts'),
      import('./architecture/planted/src/modules/plans/texts/en.ts'),
      import('./architecture/planted/src/modules/plans/texts/uk.ts'),
    ]);
    expect(asLines(compareLanguages('plans', { pl, en, uk }))).toEqual([
      'complete-texts: plans (en): list.open is empty',
      'complete-texts: plans (en): title has other values inside than in Polish',
      'complete-texts: plans (uk): list.closed is missing',
    ]);
  });
});
