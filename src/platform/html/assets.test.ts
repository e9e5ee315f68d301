import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildAssets, serveAsset, type Assets } from './assets.ts';

let dir: string;
let assets: Assets;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'assets-'));
  await writeFile(join(dir, 'letters.woff2'), 'not a real font');
  await writeFile(
    join(dir, 'a.css'),
    `@font-face { font-family: A; src: url('./letters.woff2'); }\n.a { --ds-asked: red; --ds-idle: var(--ds-idle-too); --ds-idle-too: blue; color: var(--ds-asked) }`,
  );
  await writeFile(join(dir, 'a.ts'), `const words: string = 'hello'; document.title = words;`);
  assets = buildAssets({ styles: join(dir, 'a.css'), script: join(dir, 'a.ts'), favicon: '<svg/>', preloadFonts: ['letters'] });
});

afterAll(() => rm(dir, { recursive: true }));

const text = async (response: Response | undefined) => Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer());

test('design tokens that nothing asks for are not sent', async () => {
  const css = (await text(serveAsset(assets, assets.links.css, undefined))).toString();
  expect(css).toContain('.a{--ds-asked: red;color:var(--ds-asked)}');
});

test('the addresses name the content and the font is found by the stylesheet', async () => {
  expect(assets.links.css).toMatch(/^\/assets\/okienko\.[0-9a-f]{12}\.css$/);
  expect(assets.links.js).toMatch(/^\/assets\/okienko\.[0-9a-f]{12}\.js$/);
  const [font] = assets.links.preloadFonts;
  const css = (await text(serveAsset(assets, assets.links.css, undefined))).toString();
  expect(font).toBeDefined();
  expect(css).toContain(font);
  expect((await text(serveAsset(assets, font ?? '', 'br'))).toString()).toBe('not a real font');
});

test('a changed source gets another address', async () => {
  await writeFile(join(dir, 'b.css'), '.b { color: blue }');
  const other = buildAssets({ styles: join(dir, 'b.css'), script: join(dir, 'a.ts'), favicon: '<svg/>', preloadFonts: [] });
  expect(other.links.css).not.toBe(assets.links.css);
  expect(other.links.js).toBe(assets.links.js);
});

test('the best encoding that the browser takes is sent, and may be kept for ever', async () => {
  const plain = await text(serveAsset(assets, assets.links.css, undefined));
  const brotli = serveAsset(assets, assets.links.css, 'gzip, deflate, br, zstd');
  expect(brotli?.headers.get('content-encoding')).toBe('br');
  expect(brotli?.headers.get('cache-control')).toContain('immutable');
  expect(brotli?.headers.get('vary')).toBe('accept-encoding');
  expect(brotliDecompressSync(await text(brotli))).toEqual(plain);
  const gzip = serveAsset(assets, assets.links.css, 'br;q=0, gzip');
  expect(gzip?.headers.get('content-encoding')).toBe('gzip');
  expect(gunzipSync(await text(gzip))).toEqual(plain);
});

test('the picture of the tab keeps its address, so it is not kept for ever', () => {
  expect(serveAsset(assets, '/favicon.svg', 'br')?.headers.get('cache-control')).not.toContain('immutable');
});

test('other addresses are not answered', () => {
  for (const path of ['/assets/okienko.css', '/assets/../package.json', '/assets/']) expect(serveAsset(assets, path, 'br')).toBeUndefined();
});

test('a source that does not build stops the start', async () => {
  await writeFile(join(dir, 'broken.css'), `@import './absent.css';`);
  expect(() => buildAssets({ styles: join(dir, 'broken.css'), script: join(dir, 'a.ts'), favicon: '<svg/>', preloadFonts: [] })).toThrow(
    /absent/,
  );
});
