import ts from 'typescript6';
import { isScript, isTest, lineOf, nodesOf, parse, type Finding, type SourceFile } from './sources.ts';

const emptyNames = /^(utils?|helpers?|common|misc|managers?)$/;
const emptyEndings = /(Utils?|Helpers?|Misc|(?<!provider)Managers?)$/;

/** A name such as `helpers` says nothing about what is inside, so everything ends up there. */
export function checkNames(files: readonly SourceFile[]): Finding[] {
  return files.flatMap(({ path }) => {
    const bad = path.split('/').find((part) => {
      const stem = part.split('.')[0] ?? '';
      return emptyNames.test(stem.toLowerCase()) || emptyEndings.test(stem);
    });
    return bad ? [{ rule: 'telling-name', path, detail: `"${bad}" does not say what is inside` }] : [];
  });
}

const mostLines = 400;
/** A file is read in one sitting. Data and texts are looked up, not read. */
export function checkLength(files: readonly SourceFile[]): Finding[] {
  return files.flatMap(({ path, text }) => {
    if (!isScript(path) || /(^|\/)texts(\/|\.ts$)/.test(path) || path.startsWith('src/ui/theme/')) return [];
    const lines = text.split('\n').length - 1;
    return lines > mostLines ? [{ rule: 'short-file', path, detail: `${lines} lines, more than ${mostLines}` }] : [];
  });
}

const polish = /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]/;
const saysTexts = /^src\/modules\/[^/]+\/(web|usecases|domain)\//;
// Words that are data and not texts: the language that search knows, the names used by exchange formats and by the
// act's list of areas, passwords that are too common, the people of the demonstration.
const wordsAreData = /^src\/modules\/(search\/domain\/|demo\/domain\/|(catalogue|openData)\/domain\/|accounts\/domain\/password\.ts)/;
/** What people read lies in texts, in all their languages; not between lines of code. */
export function checkTexts(files: readonly SourceFile[]): Finding[] {
  return files
    .filter(({ path }) => saysTexts.test(path) && !wordsAreData.test(path) && /\.tsx?$/.test(path) && !isTest(path))
    .flatMap((file) => {
      const findings: Finding[] = [];
      for (const node of nodesOf(parse(file))) {
        const isText =
          ts.isStringLiteral(node) ||
          ts.isNoSubstitutionTemplateLiteral(node) ||
          ts.isJsxText(node) ||
          ts.isTemplateHead(node) ||
          ts.isTemplateMiddle(node) ||
          ts.isTemplateTail(node);
        if (isText && polish.test(node.text) && node.text.length > 2)
          findings.push({ rule: 'texts-in-texts', path: file.path, detail: `line ${lineOf(node)}: ${node.text.trim().slice(0, 60)}` });
      }
      return findings;
    });
}

/** The one element that holds text as it is: data that no browser runs, escaped by the component and held to it by its test. */
const linkedData = 'src/ui/linkedData/LinkedData.tsx';

/** The security policy refuses styles, handlers and scripts written in the page; markup made of text is not checked by anything. */
export function checkMarkup(files: readonly SourceFile[]): Finding[] {
  return files
    .filter(({ path }) => path.startsWith('src/') && path.endsWith('.tsx'))
    .flatMap((file) => {
      const findings: Finding[] = [];
      const found = (node: ts.Node, detail: string) =>
        findings.push({ rule: 'clean-markup', path: file.path, detail: `line ${lineOf(node)}: ${detail}` });
      for (const node of nodesOf(parse(file))) {
        if (ts.isJsxAttribute(node)) {
          const name = node.name.getText();
          const tag = node.parent.parent.tagName.getText();
          const isElement = /^[a-z]/.test(tag);
          if (name === 'style' && isElement) found(node, 'inline style');
          if (/^on[a-zA-Z]+$/.test(name) && isElement) found(node, `inline handler ${name}`);
          if (name === 'dangerouslySetInnerHTML' && file.path !== linkedData) found(node, 'raw markup');
        } else if (ts.isJsxElement(node)) {
          const tag = node.openingElement.tagName.getText();
          if (/^(script|style)$/.test(tag) && node.children.some((child) => child.getText().trim() !== '')) found(node, `inline ${tag}`);
        }
      }
      return findings;
    });
}

// Signing in is a matter of the door itself: failures are counted and sessions ended before there is anybody to ask a policy about.
const isSignIn = /^src\/modules\/accounts\/web\//;

/** A page reads through a store (list…, find…, get…, read…, or turns a row into something: …Of) what its door allows to see; whatever writes is a use case, which asks the policy. */
export function checkPagesOnlyRead(files: readonly SourceFile[]): Finding[] {
  return files
    .filter(({ path }) => /^src\/modules\/[^/]+\/(web|api|jobs)\/.*\.tsx?$/.test(path) && !isTest(path) && !isSignIn.test(path))
    .flatMap((file) =>
      parse(file).statements.flatMap((statement): Finding[] => {
        if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
        const clause = statement.importClause;
        if (!/\/store\//.test(statement.moduleSpecifier.text) || clause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
        const bindings = clause?.namedBindings;
        if (!bindings || !ts.isNamedImports(bindings)) return [{ rule: 'pages-only-read', path: file.path, detail: 'a whole store' }];
        return bindings.elements
          .filter((each) => !each.isTypeOnly && !/^(list|find|get|read)[A-Z]|Of$/.test((each.propertyName ?? each.name).text))
          .map((each) => ({ rule: 'pages-only-read', path: file.path, detail: each.name.text }));
      }),
    );
}
