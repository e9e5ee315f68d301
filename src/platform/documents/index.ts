import { compilePdf } from './compiler.ts';
import type { DocumentData, DocumentTemplate } from './template.ts';

export { DocumentError } from './compiler.ts';
export { defineDocument } from './template.ts';
export type { DocumentData, DocumentTemplate } from './template.ts';
export {
  day,
  grosze,
  lawText,
  lawValue,
  letterheadSchema,
  localMoment,
  personSchema,
  sampleLetterhead,
  signatorySchema,
  text,
} from './parts.ts';
export type { Letterhead } from './parts.ts';
export { letterheadOf } from './letterhead.ts';

/**
 * Prints a document as a tagged, accessible PDF (PDF/UA-1).
 *
 * The data is checked against the template's schema first; text in it is printed as plain text whatever it contains.
 * The same template and data give the same bytes. Throws `ZodError` for data that does not fit and
 * {@link DocumentError} when the template itself fails. The work is done on the calling thread (a few milliseconds a
 * document; tens of milliseconds for very long texts); the first call in a process also reads the fonts.
 */
export async function renderPdf<Data extends DocumentData>(template: DocumentTemplate<Data>, data: Data): Promise<Uint8Array> {
  const parsed = await template.schema.parseAsync(data);
  return compilePdf(template, parsed);
}
