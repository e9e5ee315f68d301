import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { loadDocumentFonts } from './fonts.ts';
import type { DocumentFonts } from './fonts.ts';
import { printableData } from './printable.ts';
import type { Drawing } from './printable.ts';
import type { DocumentData, DocumentTemplate } from './template.ts';

const WORKSPACE = fileURLToPath(new URL('../../', import.meta.url));
/** Compiled pieces unused for this many documents are forgotten, so that memory stays level. */
const CACHE_AGE = 10;

/** A template that does not compile, or data that its template cannot print: a fault of the program, not of the reader. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
}

interface WarmCompiler {
  readonly compiler: NodeCompiler;
  readonly fonts: DocumentFonts;
}
let warm: WarmCompiler | undefined;

function warmCompiler(): WarmCompiler {
  if (warm === undefined) {
    const fonts = loadDocumentFonts();
    warm = { fonts, compiler: NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: [...fonts.files] }] }) };
  }
  return warm;
}

/**
 * Prints data that already fits the template's schema, as PDF/UA-1 bytes.
 *
 * PDF/UA forbids a letter without a glyph. Letters that no shipped font knows are replaced beforehand; the rare cluster
 * that mixes fonts (a Latin letter under a mark of another script) can still fail, and is then printed once more with
 * the first family alone, where every remaining letter is known to have a glyph.
 */
export function compilePdf<Data extends DocumentData>(template: DocumentTemplate<Data>, data: Data): Uint8Array {
  const { compiler, fonts } = warmCompiler();
  const wide: Drawing = { drawable: fonts.drawable, replacement: '□' };
  const narrow: Drawing = { drawable: fonts.drawableByFirst, replacement: '?' };
  try {
    return compileWith(compiler, template, data, wide, fonts.families);
  } catch (error) {
    if (!isMissingGlyph(error)) throw asDocumentError(template.name, error);
  }
  try {
    return compileWith(compiler, template, data, narrow, fonts.families.slice(0, 1));
  } catch (error) {
    throw asDocumentError(template.name, error);
  }
}

function compileWith<Data extends DocumentData>(
  compiler: NodeCompiler,
  template: DocumentTemplate<Data>,
  data: Data,
  drawing: Drawing,
  families: readonly string[],
): Uint8Array {
  try {
    return compiler.pdf(
      {
        mainFilePath: typstPath(template),
        inputs: {
          data: JSON.stringify(printableData(data, drawing)),
          language: data.letterhead.language,
          fonts: families.join('|'),
        },
      },
      { pdfStandard: 'ua-1' },
    );
  } finally {
    compiler.evictCache(CACHE_AGE);
  }
}

function typstPath(template: { name: string; source: URL }): string {
  const path = fileURLToPath(template.source);
  const inside = relative(WORKSPACE, path);
  if (inside.startsWith('..') || !inside.endsWith('.typ')) {
    throw new DocumentError(`The template ${template.name} must be a .typ file under src/`);
  }
  return path.split(sep).join('/');
}

function isMissingGlyph(error: unknown): boolean {
  return messageOf(error).includes('could not be displayed with font');
}

function asDocumentError(name: string, error: unknown): DocumentError {
  if (error instanceof DocumentError) return error;
  // The compiler's message can quote the text it failed on; that text may be personal, so only the cause carries it.
  return new DocumentError(`The document ${name} could not be made`, { cause: error });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
