/**
 * Makes the fonts of src/ui/fonts from Nunito Sans: only the letters of Polish, English and Ukrainian with their signs, one variable weight axis.
 * Cyrillic is a file of its own, so that Polish pages do not load it. Run after changing the letters: node --import tsx scripts/buildFonts.ts
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const source = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/nunito-sans/package.json'));
const target = fileURLToPath(new URL('../src/ui/fonts', import.meta.url));

const printable = Array.from({ length: 0x7e - 0x20 + 1 }, (_, index) => String.fromCodePoint(0x20 + index)).join('');
const fonts = [
  { name: 'latin', from: 'nunito-sans-latin-wght-normal.woff2', letters: `${printable}\u00a0§°·×–—‘’“”„…•«»óÓüÜöÖäÄßéÉáÁ€−²½` },
  { name: 'polski', from: 'nunito-sans-latin-ext-wght-normal.woff2', letters: 'ąćęłńśźżĄĆĘŁŃŚŹŻ' },
  {
    name: 'cyrylica',
    from: 'nunito-sans-cyrillic-wght-normal.woff2',
    letters: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ№',
  },
];

await mkdir(target, { recursive: true });
for (const font of fonts) {
  const subset = await subsetFont(await readFile(join(source, 'files', font.from)), font.letters, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 800, default: 400 } },
  });
  await writeFile(join(target, `nunito-sans-${font.name}.woff2`), subset);
  console.log(`${font.name}: ${subset.length} bytes`);
}
await copyFile(join(source, 'LICENSE'), join(target, 'OFL.txt'));
