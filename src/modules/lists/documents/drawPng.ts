import { crc32, deflateSync } from 'node:zlib';
import { QUIET_ZONE, type QrCode } from './qrCode.ts';

/** A code as a PNG of one bit a pixel, with its quiet zone; every module is `scale` pixels wide. */
export function pngOfQr({ size, runs }: QrCode, scale: number): Uint8Array {
  const side = (size + 2 * QUIET_ZONE) * scale;
  const rowBytes = Math.ceil(side / 8);
  const blank = Buffer.alloc(rowBytes, 0xff);
  const rows = Array.from({ length: size }, () => Buffer.from(blank));
  for (const [column, row, length] of runs) {
    const from = (column + QUIET_ZONE) * scale;
    const line = rows[row];
    for (let x = from; line && x < from + length * scale; x += 1) line[x >> 3] = (line[x >> 3] ?? 0) & ~(0x80 >> (x & 7));
  }
  const quiet = Array.from({ length: QUIET_ZONE }, () => blank);
  // Every row begins with the number of its filter, none.
  const lines = [...quiet, ...rows, ...quiet].flatMap((line) => Array.from({ length: scale }, () => Buffer.concat([Buffer.of(0), line])));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(1, 8);
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
