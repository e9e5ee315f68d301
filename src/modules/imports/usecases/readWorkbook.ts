import readXlsxFile from 'read-excel-file/universal';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { Sheet } from './sheet.ts';

/** The sheets of a workbook with their cells as texts; formulas give their last results, merged cells the text of the first one. */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<readonly Sheet[], 'damaged'>> {
  try {
    const sheets = await readXlsxFile(new Blob([new Uint8Array(bytes)]));
    return ok(sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellAsText)) })));
  } catch {
    return refuse('damaged');
  }
}

function cellAsText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dateAsText(cell);
  // Words, because a column of yes and no is read as words.
  if (typeof cell === 'boolean') return cell ? 'tak' : 'nie';
  return String(cell).trim();
}

/** A spreadsheet counts days from the end of 1899; a time of the clock is a part of its first day. */
function dateAsText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  if (date.getUTCFullYear() < 1901) return iso.slice(11, 16);
  return iso.slice(11, 19) === '00:00:00' ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
}
