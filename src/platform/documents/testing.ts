import { getDocumentProxy } from 'unpdf';
import { renderPdf } from './index.ts';
import type { DocumentData, DocumentTemplate } from './index.ts';

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

type Path = readonly (string | number)[];

/** The texts of the sample that cannot be found in its PDF; codes and days, which are printed in words, are among them. */
export async function listUnprinted<Data extends DocumentData>(template: DocumentTemplate<Data>): Promise<readonly string[]> {
  const { text, title } = await readPdf(await renderPdf(template, template.sample));
  const printed = squeeze(`${text} ${title}`);
  return listLeaves(template.sample)
    .map(({ value }) => value)
    .filter((value) => !/^\d{4}-\d{2}-\d{2}/u.test(value) && !printed.includes(squeeze(value)));
}

/** The sample with every text that its schema leaves free replaced by another one. */
export function withEveryText<Data extends DocumentData>(template: DocumentTemplate<Data>, replacement: string): Data {
  let data = template.sample;
  for (const { path } of listLeaves(template.sample))
    data =
      accepted(
        template,
        replaced(data, path, () => replacement),
      ) ?? data;
  return data;
}

/** The sample without everything that its schema lets go: lists emptied, optional parts left out. */
export function withoutOptionalParts<Data extends DocumentData>(template: DocumentTemplate<Data>): Data {
  let data = template.sample;
  for (const path of listBranches(template.sample)) {
    data =
      accepted(
        template,
        replaced(data, path, () => undefined),
      ) ??
      accepted(
        template,
        replaced(data, path, (value) => (Array.isArray(value) ? [] : value)),
      ) ??
      data;
  }
  return data;
}

function accepted<Data extends DocumentData>(template: DocumentTemplate<Data>, candidate: unknown): Data | undefined {
  const result = template.schema.safeParse(candidate);
  return result.success ? result.data : undefined;
}

function squeeze(value: string): string {
  return value.replace(/[\s\u200b\u00ad\u2010-]/gu, '');
}

function listLeaves(value: unknown, path: Path = []): readonly { path: Path; value: string }[] {
  if (typeof value === 'string') return [{ path, value }];
  if (value === null || typeof value !== 'object') return [];
  return entriesOf(value).flatMap(([key, item]) => listLeaves(item, [...path, key]));
}

function listBranches(value: unknown, path: Path = []): readonly Path[] {
  const here = path.length > 0 ? [path] : [];
  if (value === null || typeof value !== 'object') return here;
  return [...here, ...entriesOf(value).flatMap(([key, item]) => listBranches(item, [...path, key]))];
}

function entriesOf(value: object): readonly (readonly [string | number, unknown])[] {
  return Array.isArray(value) ? value.map((item: unknown, index) => [index, item] as const) : Object.entries(value);
}

/** A copy with one place changed; a place that is no longer there stays away. */
function replaced(value: unknown, path: Path, change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === key ? replaced(item, rest, change) : item));
  if (value === null || typeof value !== 'object' || !(key in value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, name === key ? replaced(item, rest, change) : item]));
}
