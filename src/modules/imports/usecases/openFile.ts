import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { ok, refuse, type Result } from '#shared/result.ts';
import { decodePolishText, findHeadingRow, listHsdsRows, readCsvTable, type Table } from '#modules/catalogue/index.ts';
import { LIMITS, type FileFormat, type FileLimits } from '../domain/run.ts';
import { isCompanionTable, readPackage, readTables } from './readPackage.ts';
import { readWorkbook } from './readWorkbook.ts';
import { headedSheet, type Sheet } from './sheet.ts';
import { namesInZip } from './zip.ts';

/** What a file holds: sheets of cells as texts, or objects of HSDS. */
export type FileContent =
  | { readonly kind: 'table'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'hsds'; readonly rows: readonly unknown[] };
export type FileRefusal =
  | 'file-empty'
  | 'file-too-big'
  | 'old-xls'
  | 'ods'
  | 'pdf'
  | 'picture'
  | 'unknown-zip'
  | 'damaged'
  | 'unpacks-too-big'
  | 'not-text'
  | 'not-json'
  | 'not-hsds'
  | 'quotes'
  | 'no-rows'
  | 'no-headings'
  | 'too-many-rows'
  | 'too-many-columns';
export interface OpenedFile {
  readonly format: FileFormat;
  readonly content: FileContent;
}

/** Reads a file by what it holds; its name is asked only whether a text is JSON. Nothing in it is run. */
export async function openFile(name: string, bytes: Uint8Array, limits: FileLimits = LIMITS): Promise<Result<OpenedFile, FileRefusal>> {
  if (bytes.length === 0) return refuse('file-empty');
  if (bytes.length > limits.bytes) return refuse('file-too-big');
  const opened = await open(name, bytes, limits.unpacked);
  if (!opened.ok) return opened;
  const { content } = opened.value;
  const lengths = content.kind === 'hsds' ? [content.rows.length] : content.sheets.map(({ rows }) => rows.length);
  if (lengths.every((length) => length === 0)) return refuse('no-rows');
  if (Math.max(...lengths) > limits.rows) return refuse('too-many-rows');
  if (content.kind === 'hsds') return opened;
  if (content.sheets.some(({ rows }) => rows.some((row) => row.length > limits.columns))) return refuse('too-many-columns');
  const readable = content.sheets.map(headedSheet).filter((sheet) => sheet !== undefined);
  if (readable.length === 0) return refuse('no-headings');
  return readable.some(({ lines }) => lines.length > 0) ? opened : refuse('no-rows');
}

async function open(name: string, bytes: Uint8Array, unpacked: number): Promise<Result<OpenedFile, FileRefusal>> {
  const begins = (...signs: number[]) => signs.every((sign, index) => bytes[index] === sign);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return refuse('old-xls');
  if (begins(0x25, 0x50, 0x44, 0x46)) return refuse('pdf');
  if (begins(0x89, 0x50, 0x4e, 0x47) || begins(0xff, 0xd8, 0xff)) return refuse('picture');
  if (begins(0x50, 0x4b, 0x03, 0x04)) return openZip(bytes, unpacked);
  if (begins(0x50, 0x4b)) return refuse('damaged');
  const text = decodePolishText(bytes).replace(/^\ufeff/, '');
  if (text.includes('\u0000')) return refuse('not-text');
  if (/^\s*[[{]/.test(text) && !/\.(csv|tsv|txt)$/i.test(name)) {
    const rows = listHsdsRows(text);
    if (rows.ok && !rows.value.some(mayBeOfHsds)) return refuse('not-hsds');
    if (rows.ok) return ok({ format: 'json', content: { kind: 'hsds', rows: rows.value } });
    return refuse(rows.refusal === 'the file is not JSON' ? 'not-json' : 'no-rows');
  }
  if (/\.(json|jsonl|ndjson)$/i.test(name)) return refuse('not-json');
  if (isCompanionTable(name, text)) {
    const rows = readTables({ [name]: bytes });
    return rows.ok ? ok({ format: 'package', content: { kind: 'hsds', rows: rows.value } }) : rows;
  }
  try {
    const table = readCsvTable(text);
    const width = table[findHeadingRow(table) ?? 0]?.length ?? 0;
    return ok({ format: 'csv', content: { kind: 'table', sheets: [{ name: '', rows: trimmed(table), width }] } });
  } catch {
    return refuse('quotes');
  }
}

async function openZip(bytes: Uint8Array, unpacked: number): Promise<Result<OpenedFile, FileRefusal>> {
  const listed = namesInZip(bytes, unpacked);
  if (!listed.ok) return listed;
  const has = (pattern: RegExp) => listed.value.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.xml$/)) {
    const sheets = await readWorkbook(bytes);
    return sheets.ok
      ? ok({ format: 'xlsx', content: { kind: 'table', sheets: sheets.value.map(({ name, rows }) => ({ name, rows: trimmed(rows) })) } })
      : sheets;
  }
  if (has(/^content\.xml$/) && has(/^mimetype$/)) return refuse('ods');
  if (has(/(^|\/)(services|organizations|locations)\.csv$/)) {
    const rows = readPackage(bytes);
    return rows.ok ? ok({ format: 'package', content: { kind: 'hsds', rows: rows.value } }) : rows;
  }
  return refuse('unknown-zip');
}

/** Whatever the standard describes has an id or a name. */
const mayBeOfHsds = (value: unknown): boolean => typeof value === 'object' && value !== null && ('id' in value || 'name' in value);

/** Without empty cells at the ends of rows, and empty rows at the end. */
function trimmed(rows: Table): Table {
  const short = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1));
  return short.slice(0, short.findLastIndex((row) => row.length > 0) + 1);
}

const pack = promisify(gzip);
const unpack = promisify(gunzip);
/** What a file holds, for keeping. */
export const packContent = async (content: FileContent): Promise<Uint8Array> => pack(JSON.stringify(content));
export const unpackContent = async (bytes: Uint8Array): Promise<FileContent> =>
  JSON.parse((await unpack(bytes)).toString('utf8')) as FileContent;
