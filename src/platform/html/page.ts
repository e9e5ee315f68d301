/** A rendered document: what `hono/jsx` gives. */
type Rendered = string | { toString(): string | Promise<string> };

/**
 * Answers with a whole HTML page. `document` is the root element; the doctype is added here. `headers` come on top of the
 * page's own; a page about a person is never kept by anything between the server and the reader.
 */
export async function htmlPage(
  document: Rendered | Promise<Rendered>,
  init: { readonly status?: number; readonly headers?: HeadersInit } = {},
): Promise<Response> {
  const html = await (await document).toString();
  const headers = new Headers(init.headers);
  headers.set('content-type', 'text/html; charset=utf-8');
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
  return new Response(`<!DOCTYPE html>${html}`, { status: init.status ?? 200, headers });
}
