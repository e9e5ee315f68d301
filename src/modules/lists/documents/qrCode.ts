import { encode } from 'uqr';

/** A QR code as dark runs, `[column, row, length]` in modules from the upper left corner; the quiet zone is not counted. */
export interface QrCode {
  readonly size: number;
  readonly runs: readonly (readonly [column: number, row: number, length: number])[];
}
/** Modules of white that a reader needs around a code (ISO/IEC 18004). */
export const QUIET_ZONE = 4;

/** The code of an address. A seventh of it may be dirty or torn and it is still read. */
export function qrCodeOf(address: string): QrCode {
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const runs = data.flatMap((modules, row) => {
    const found: [number, number, number][] = [];
    modules.forEach((isDark, column) => {
      const run = found.at(-1);
      if (isDark && run && run[0] + run[2] === column) run[2] += 1;
      else if (isDark) found.push([column, row, 1]);
    });
    return found;
  });
  return { size, runs };
}

/** A drawing of a code that can be printed as large as a poster; black on white, with its quiet zone. */
export function svgOfQr({ size, runs }: QrCode): string {
  const side = size + 2 * QUIET_ZONE;
  const path = runs.map(([column, row, length]) => `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h${length}v1h-${length}z`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 8}" height="${side * 8}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`;
}
