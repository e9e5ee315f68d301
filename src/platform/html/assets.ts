import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';

/** What the served files are made of; absolute paths. */
export type AssetSources = {
  /** A stylesheet that imports every other one; fonts named in it are served too. */
  readonly styles: string;
  /** A module that registers every custom element. */
  readonly script: string;
  /** An SVG picture for the window's tab. */
  readonly favicon: string;
  /** File names, without the ending, of fonts worth fetching before the stylesheet is read. */
  readonly preloadFonts: readonly string[];
};

/** One served file in the forms a browser may ask for. */
export type Asset = {
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzip?: Uint8Array<ArrayBuffer>;
  readonly brotli?: Uint8Array<ArrayBuffer>;
  /** The address names the content, so a browser may keep it for ever. */
  readonly immutable: boolean;
};

/** Everything served, by address, with the addresses that pages name. */
export type Assets = {
  readonly links: { readonly css: string; readonly js: string; readonly preloadFonts: readonly string[] };
  readonly files: ReadonlyMap<string, Asset>;
};

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

function bytes(buffer: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}

function prepared(path: string, contents: Uint8Array, immutable: boolean): Asset {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  const type = types[ending];
  if (type === undefined) throw new Error(`No media type is known for the asset ${basename(path)}`);
  const plain = bytes(contents);
  // A woff2 file is already brotli inside.
  if (ending === 'woff2') return { type, plain, immutable };
  return {
    type,
    plain,
    gzip: bytes(gzipSync(plain, { level: 9 })),
    brotli: bytes(
      brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
    ),
    immutable,
  };
}

function bundle(entry: string): { readonly path: string; readonly contents: Uint8Array }[] {
  const result = buildSync({
    entryPoints: { okienko: entry },
    bundle: true,
    minify: true,
    write: false,
    outdir: '/assets',
    publicPath: '/assets',
    entryNames: '[name]',
    assetNames: '[name].[hash]',
    loader: { '.woff2': 'file' },
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
    legalComments: 'none',
    logLevel: 'silent',
  });
  return result.outputFiles.map((file) => ({ path: `/assets/${basename(file.path)}`, contents: file.contents }));
}

/** A minified stylesheet without the design tokens that none of its rules asks for; pages set no styles of their own. */
function withoutIdleTokens(css: string): string {
  const asked = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  const kept = css.replace(/(--ds-[\w-]+):[^;{}"']*(;|(?=\}))/g, (whole, name: string) => (asked.has(name) ? whole : ''));
  // A token may have been asked for by an idle one alone.
  return kept.length === css.length ? css : withoutIdleTokens(kept);
}

function hashed(name: string, ending: string, contents: Uint8Array): string {
  return `/assets/${name}.${createHash('sha256').update(contents).digest('hex').slice(0, 12)}.${ending}`;
}

/**
 * Builds the one stylesheet, the one script and the fonts, in memory, once at start. Throws when a source does not build:
 * a server without its styles is not worth starting.
 */
export function buildAssets(sources: AssetSources): Assets {
  const files = new Map<string, Asset>();
  const links = { css: '', js: '', preloadFonts: [] as string[] };
  for (const entry of [sources.styles, sources.script]) {
    for (const { path, contents: built } of bundle(entry)) {
      const ending = path.slice(path.lastIndexOf('.') + 1);
      const contents = ending === 'css' ? new TextEncoder().encode(withoutIdleTokens(new TextDecoder().decode(built))) : built;
      if (ending === 'css' || ending === 'js') {
        const address = hashed('okienko', ending, contents);
        links[ending] = address;
        files.set(address, prepared(address, contents, true));
      } else {
        files.set(path, prepared(path, contents, true));
        if (sources.preloadFonts.includes(basename(path).split('.')[0] ?? '')) links.preloadFonts.push(path);
      }
    }
  }
  files.set('/favicon.svg', prepared('/favicon.svg', new TextEncoder().encode(sources.favicon), false));
  return { links, files };
}

/** True when the header names the encoding and does not refuse it with q=0. */
function accepts(header: string, encoding: string): boolean {
  return header.split(',').some((part) => {
    const [name, ...parameters] = part
      .trim()
      .toLowerCase()
      .split(';')
      .map((piece) => piece.trim());
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

/** Answers a request for an asset, or undefined when there is none at the address. `acceptEncoding`: the request's header. */
export function serveAsset(assets: Assets, path: string, acceptEncoding: string | undefined): Response | undefined {
  const asset = assets.files.get(path);
  if (!asset) return undefined;
  const wanted = acceptEncoding ?? '';
  const [encoding, body] =
    asset.brotli && accepts(wanted, 'br')
      ? (['br', asset.brotli] as const)
      : asset.gzip && accepts(wanted, 'gzip')
        ? (['gzip', asset.gzip] as const)
        : ([undefined, asset.plain] as const);
  const headers = new Headers({
    'content-type': asset.type,
    'content-length': String(body.length),
    'cache-control': asset.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=86400',
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
  });
  if (encoding) headers.set('content-encoding', encoding);
  return new Response(body, { headers });
}
