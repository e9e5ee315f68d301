import { inflateSync } from 'node:zlib';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { QUIET_ZONE, qrCodeOf, svgOfQr } from './qrCode.ts';
import { pngOfQr } from './drawPng.ts';

const address = 'https://okienko.example/jodlowo/uslugi/0192f5a3-0000-7000-8000-000000000001';

/** Dark modules of a PNG with one bit a pixel and no filter, read at the middle of each. */
function modulesOf(png: Uint8Array, scale: number): boolean[][] {
  const bytes = Buffer.from(png);
  const side = bytes.readUInt32BE(16);
  const length = bytes.readUInt32BE(33);
  const pixels = inflateSync(bytes.subarray(41, 41 + length));
  const rowBytes = Math.ceil(side / 8) + 1;
  return Array.from({ length: side / scale }, (_, row) =>
    Array.from({ length: side / scale }, (__, column) => {
      const [x, y] = [column * scale + (scale >> 1), row * scale + (scale >> 1)];
      return ((pixels[y * rowBytes + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0;
    }),
  );
}

test('a PNG and a drawing show each module of the code, with the quiet zone around it', () => {
  const { data, size } = encode(address, { ecc: 'M', border: QUIET_ZONE });
  expect(modulesOf(pngOfQr(qrCodeOf(address), 12), 12)).toEqual(data);
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of svgOfQr(qrCodeOf(address)).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let column = Number(x); column < Number(x) + Number(width); column += 1) (drawn[Number(y)] ?? [])[column] = true;
  expect(drawn).toEqual(data);
});
