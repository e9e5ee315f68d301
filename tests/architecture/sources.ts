import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript6';

/** A file of the tree under a root; `path` with forward slashes, relative to the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}
/** A rule broken somewhere. */
export interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly detail: string;
}

const leftOut = new Set(['node_modules', '.git', 'build', '.okienko']);

/** All files below a folder of the root, without what is installed, built or stored. Larger ones are data and come without text. */
export function listFiles(root: string, folder = '', mayRead = (path: string) => path !== ''): SourceFile[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { withFileTypes: true }).flatMap((entry): SourceFile[] => {
    const path = relative(root, join(start, entry.name)).replaceAll('\\', '/');
    if (leftOut.has(entry.name) || path === 'tests/architecture/planted' || entry.isSymbolicLink()) return [];
    if (entry.isDirectory()) return listFiles(root, path, mayRead);
    const isText = mayRead(path) && statSync(join(root, path)).size < 1_000_000;
    return [{ path, text: isText ? readFileSync(join(root, path), 'utf8') : '' }];
  });
}

export const isScript = (path: string) => /\.(ts|tsx|mjs)$/.test(path);
export const isTest = (path: string) => /\.test\.tsx?$|(^|\/)testing(\.ts$|\/)|[sS]amples?\.ts$/.test(path);

export function parse(file: SourceFile): ts.SourceFile {
  return ts.createSourceFile(
    file.path,
    file.text,
    ts.ScriptTarget.Latest,
    true,
    file.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
}

/** Every node of a file, outermost first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  node.forEachChild((child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

export function lineOf(node: ts.Node): number {
  const file = node.getSourceFile();
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}
