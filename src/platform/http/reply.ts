import type { Child } from 'hono/jsx';

/** What a door answers. Statuses of 400 and above undo the transaction of the door. */
export type Reply =
  | { readonly kind: 'page'; readonly status: PageStatus; readonly body: Child; readonly headers?: HeadersInit; readonly keepsTrace?: true }
  | { readonly kind: 'redirect'; readonly to: string; readonly notice: string | undefined; readonly headers?: HeadersInit }
  | {
      readonly kind: 'file';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly contentType: string;
      readonly fileName: string;
      readonly inline: boolean;
      readonly isForeign: boolean;
    }
  | {
      readonly kind: 'data';
      readonly status: number;
      readonly contentType: string;
      /** A stream begins after the transaction of the door has ended. */
      readonly body: string | ReadableStream<Uint8Array> | null;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'nothing' };
export type PageStatus = 200 | 401 | 403 | 404 | 409 | 410 | 422 | 429;

export const page = (body: Child, status: PageStatus = 200, headers?: HeadersInit): Reply => ({
  kind: 'page',
  status,
  body,
  ...(headers && { headers }),
});
/** A refusal that must leave its trace (a failed sign-in in the audit log): the transaction is kept. */
export const tracedPage = (body: Child, status: PageStatus): Reply => ({ kind: 'page', status, body, keepsTrace: true });
/**
 * After a write: 303 to another page of this product. `notice` is a text already in the reader's
 * language, shown once on the page they land on.
 */
export const redirect = (to: string, notice?: string, headers?: HeadersInit): Reply => ({
  kind: 'redirect',
  to,
  notice,
  ...(headers && { headers }),
});
/** An answer for programs with its own content type and headers; `null` is no body (304). */
export const data = (
  body: string | ReadableStream<Uint8Array> | null,
  contentType: string,
  { status = 200, headers }: { status?: number; headers?: Readonly<Record<string, string>> } = {},
): Reply => ({ kind: 'data', status, contentType, body, ...(headers && { headers }) });
/** A file for download, or shown in the browser when `inline`. One that somebody sent us `isForeign`: nothing in it may run. */
export const file = (
  bytes: Uint8Array,
  contentType: string,
  fileName: string,
  { inline = false, isForeign = false }: { inline?: boolean; isForeign?: boolean } = {},
): Reply => ({
  kind: 'file',
  bytes: new Uint8Array(bytes),
  contentType,
  fileName,
  inline,
  isForeign,
});
/** 204, for enhancements that need no page (autosave). */
export const nothing: Reply = { kind: 'nothing' };
