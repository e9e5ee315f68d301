import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
/** Below this, packing costs more than it saves. */
const smallest = 1024;

/**
 * The same page packed as the browser accepts it. Only for pages without anybody's data: where a secret and the reader's
 * own words stand on one page, the packed length would tell something of the secret.
 */
export async function packed(response: Response, acceptEncoding: string | undefined): Promise<Response> {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const headers = new Headers(response.headers);
  headers.append('vary', 'accept-encoding');
  const plain = new Uint8Array(await response.arrayBuffer());
  const encoding = plain.length < smallest ? undefined : ['br', 'gzip'].find((each) => accepts(acceptEncoding ?? '', each));
  if (encoding === undefined) return new Response(plain, { status: response.status, headers });
  const body =
    encoding === 'br' ? await toBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : await toGzip(plain, { level: 6 });
  headers.set('content-encoding', encoding);
  return new Response(new Uint8Array(body), { status: response.status, headers });
}

function accepts(header: string, encoding: string): boolean {
  return header
    .toLowerCase()
    .split(',')
    .map((part) => part.replace(/\s/g, ''))
    .some((part) => part === encoding || (part.startsWith(`${encoding};`) && !/;q=0(\.0*)?$/.test(part)));
}
