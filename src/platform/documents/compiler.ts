import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { loadDocumentFonts } from './fonts.ts';
import type { DocumentFonts } from './fonts.ts';
import { printableData } from './printable.ts';
import type { DocumentData, DocumentTemplate } from './template.ts';

const WORKSPACE = fileURLToPath(new URL('../../', import.meta.url));
/** Compiled pieces unused for this many documents are forgotten, so that memory stays level. */
const CACHE_AGE = 5;

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
 * PDF/UA forbids a letter without a glyph, so letters that no shipped font knows are replaced beforehand.
 */
export function compilePdf<Data extends DocumentData>(template: DocumentTemplate<Data>, data: Data): Uint8Array {
  const { compiler, fonts } = warmCompiler();
  const mainFilePath = typstPath(template);
  const inputs = {
    data: JSON.stringify(printableData(data, fonts.drawable)),
    language: data.letterhead.language,
    fonts: fonts.families.join('|'),
    pieced: fonts.pieced,
  };
  try {
    return compiler.pdf({ mainFilePath, inputs }, { pdfStandard: 'ua-1' });
  } catch (error) {
    // The compiler's message can quote the text it failed on; that text may be personal, so only the cause carries it.
    throw new DocumentError(`The document ${template.name} could not be made`, { cause: error });
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
