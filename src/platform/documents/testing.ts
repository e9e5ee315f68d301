import { getDocumentProxy } from 'unpdf';

/** What a reader, a screen reader and a validator find in a PDF. */
export interface ReadPdf {
  readonly pages: number;
  /** All text in reading order, spaces and line ends folded to single spaces, break marks removed. */
  readonly text: string;
  readonly title: string;
  readonly language: string;
  readonly isMarked: boolean;
  /** `pdfuaid:part` of the XMP metadata: "1" for PDF/UA-1. */
  readonly uaPart: string | null;
  /** Roles of the structure tree from top to bottom, such as `H1`, `P`, `Table`, `TH`. */
  readonly roles: readonly string[];
}

/** Reads a PDF as another program would; throws when it is not one. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  try {
    const parts: string[] = [];
    const roles: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent();
      for (const item of content.items) if ('str' in item) parts.push(item.str, item.hasEOL ? '\n' : '');
      collectRoles(await page.getStructTree(), roles);
    }
    const { info, metadata } = await pdf.getMetadata();
    const marks = await pdf.getMarkInfo();
    return {
      pages: pdf.numPages,
      text: parts
        .join('')
        .replace(/[\u200b\u00ad]/gu, '')
        .replace(/\s+/gu, ' '),
      title: stringAt(info, 'Title'),
      language: stringAt(info, 'Language'),
      isMarked: marks?.Marked === true,
      uaPart: uaPartOf(metadata),
      roles,
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

function collectRoles(node: unknown, roles: string[]): void {
  if (node === null || typeof node !== 'object') return;
  if ('role' in node && typeof node.role === 'string') roles.push(node.role);
  if ('children' in node && Array.isArray(node.children)) for (const child of node.children) collectRoles(child, roles);
}

function stringAt(record: object, key: string): string {
  const value: unknown = Reflect.get(record, key);
  return typeof value === 'string' ? value : '';
}

function uaPartOf(metadata: { getRaw(): unknown } | null | undefined): string | null {
  const xmp: unknown = metadata?.getRaw();
  return typeof xmp === 'string' ? (/pdfuaid:part(?:>|=")(\d+)/u.exec(xmp)?.[1] ?? null) : null;
}
