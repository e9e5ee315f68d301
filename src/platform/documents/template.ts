import type { z } from 'zod';

/** A printable document: one Typst file and the shape of the data it prints. */
export interface DocumentTemplate<Data extends DocumentData> {
  /** Unique and stable: the owning module and the document, for example `requests/confirmation`. */
  readonly name: string;
  /** The Typst file: `new URL('./confirmation.typ', import.meta.url)`; it must lie under `src/`. */
  readonly source: URL;
  readonly schema: z.ZodType<Data>;
  /** Fictional data that fills every part of the document: for tests, benchmarks and galleries. */
  readonly sample: Data;
}

/** What every document carries, whatever else its template asks for. */
export interface DocumentData {
  readonly letterhead: { readonly language: string };
}

/** Ties a template's schema, sample and file together; the sample has to fit the schema to compile. */
export function defineDocument<Data extends DocumentData>(template: DocumentTemplate<Data>): DocumentTemplate<Data> {
  return template;
}
