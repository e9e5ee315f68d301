import { posix } from 'node:path';
import ts from 'typescript6';
import type { TextTree } from '#platform/i18n/texts.ts';
import { isTest, nodesOf, parse, type Finding, type SourceFile } from './sources.ts';

/** A call of `defineTexts` as it stands in the source. */
interface Namespace {
  readonly path: string;
  /** The constant that it is exported as. */
  readonly constant: string;
  readonly name: string;
  readonly languages: readonly string[];
}

export function listNamespaces(files: readonly SourceFile[]): Namespace[] {
  return files
    .filter(({ path, text }) => /^src\/.*\.tsx?$/.test(path) && !isTest(path) && text.includes('defineTexts('))
    .flatMap((file) => {
      const found: Namespace[] = [];
      for (const node of nodesOf(parse(file))) {
        if (!ts.isCallExpression(node) || node.expression.getText() !== 'defineTexts') continue;
        const [name, sources] = node.arguments;
        if (!name || !ts.isStringLiteral(name) || !sources || !ts.isObjectLiteralExpression(sources)) continue;
        const constant = ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : '';
        found.push({ path: file.path, constant, name: name.text, languages: sources.properties.map((each) => each.name?.getText() ?? '') });
      }
      return found;
    });
}

/** Staff screens may be Polish alone; then the namespace says so by its name. */
export function checkLanguages(files: readonly SourceFile[]): Finding[] {
  return listNamespaces(files)
    .filter(({ name, languages }) => !name.endsWith('Staff') && !['pl', 'en', 'uk'].every((each) => languages.includes(each)))
    .map(({ path, name, languages }) => ({
      rule: 'resident-languages',
      path,
      detail: `"${name}" has only ${languages.join(', ')}; a namespace of staff screens is named …Staff`,
    }));
}

/** What a resident sees never takes words from a staff namespace. */
export function checkPortalTexts(files: readonly SourceFile[]): Finding[] {
  const staff = listNamespaces(files).filter(({ name }) => name.endsWith('Staff'));
  return files
    .filter(({ path }) => /^src\/(modules\/[^/]+\/web\/portal|platform\/html|ui)\/.*\.tsx?$/.test(path))
    .flatMap((file) =>
      parse(file).statements.flatMap((statement): Finding[] => {
        if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
        const from = statement.moduleSpecifier.text;
        const target = from.startsWith('.') ? posix.join(posix.dirname(file.path), from) : from.replace(/^#/, 'src/');
        const bindings = statement.importClause?.namedBindings;
        const names = bindings && ts.isNamedImports(bindings) ? bindings.elements.map((each) => (each.propertyName ?? each.name).text) : [];
        return staff
          .filter((each) => each.path === target && names.includes(each.constant))
          .map((each) => ({
            rule: 'portal-texts',
            path: file.path,
            detail: `a resident would read "${each.name}", which is Polish alone`,
          }));
      }),
    );
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*([\w.]+)/g)]
    .map((match) => match[1])
    .toSorted()
    .join(',');

/** Compares the languages of one namespace: the same keys, nothing empty, the same values inside. */
export function compareLanguages(namespace: string, sources: Readonly<Record<string, TextTree | undefined>>): Finding[] {
  const source = new Map(leaves(sources['pl'] ?? {}));
  return Object.entries(sources).flatMap(([language, tree]) => {
    const texts = new Map(leaves(tree ?? {}));
    const finding = (detail: string): Finding => ({ rule: 'complete-texts', path: `${namespace} (${language})`, detail });
    return [
      ...[...source.keys()].filter((key) => !texts.has(key)).map((key) => finding(`${key} is missing`)),
      ...[...texts].filter(([key, text]) => text.trim() === '' && source.get(key) !== '').map(([key]) => finding(`${key} is empty`)),
      ...[...texts]
        .filter(([key, text]) => source.has(key) && placeholders(text) !== placeholders(source.get(key) ?? ''))
        .map(([key]) => finding(`${key} has other values inside than in Polish`)),
    ];
  });
}

function leaves(tree: TextTree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`),
  );
}
