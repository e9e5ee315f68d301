import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { guessColumns } from '#modules/catalogue/index.ts';
import { aWorkbook } from '../testing.ts';
import { openFile, packContent, unpackContent } from './openFile.ts';
import { bestSheet, headedSheet, type Sheet } from './sheet.ts';

async function sheetsOf(name: string, bytes: Uint8Array): Promise<readonly Sheet[]> {
  const opened = await openFile(name, bytes);
  if (!opened.ok || opened.value.content.kind !== 'table') throw new Error(JSON.stringify(opened));
  return opened.value.content.sheets;
}
const refusalOf = async (name: string, bytes: Uint8Array) => {
  const opened = await openFile(name, bytes);
  return opened.ok ? undefined : opened.refusal;
};
const utf8 = (text: string) => new TextEncoder().encode(text);

/** An archive of five thousand bytes that states another size. */
function stating(size: number): Uint8Array {
  const bytes = zipSync({ 'xl/workbook.xml': strToU8('x'.repeat(5000)) });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at < bytes.length - 28; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return bytes;
}

describe('a workbook', () => {
  const book = aWorkbook(
    {
      Instrukcja: [['Jak wypełnić']],
      Usługi: [
        ['Wykaz usług na 2026 rok', null, null],
        [],
        ['Nazwa', 'Liczba miejsc', 'Sprawdzono'],
        ['Klub „Jodła”', 12, { day: 46_084 }],
        [],
        [{ formula: 'A4', result: 'Basen' }, 2.5, null],
        ['Warsztat', true, null],
      ],
    },
    ['A1:C1'],
  );
  test('is read with its formulas, dates, empty rows and a title above the headings', async () => {
    const sheets = await sheetsOf('a.xlsx', book);
    expect(sheets.map(({ name }) => name)).toEqual(['Instrukcja', 'Usługi']);
    expect(bestSheet(sheets)).toBe(1);
    const sheet = sheets[1] && headedSheet(sheets[1]);
    expect(sheet?.headings).toEqual(['Nazwa', 'Liczba miejsc', 'Sprawdzono']);
    expect(sheet?.lines).toEqual([
      { row: 4, values: ['Klub „Jodła”', '12', '2026-03-03'] },
      { row: 6, values: ['Basen', '2.5'] },
      { row: 7, values: ['Warsztat', 'tak'] },
    ]);
  });
  test('that is cut short or unpacks to too much is refused', async () => {
    expect(await refusalOf('a.xlsx', book.subarray(0, book.length - 30))).toBe('damaged');
    expect(await refusalOf('a.xlsx', stating(201 * 1024 * 1024))).toBe('unpacks-too-big');
    // An archive that states a small size for what unpacks to more.
    expect(await refusalOf('a.xlsx', stating(10))).toBe('damaged');
    // Packed a thousand times, as no table of people is.
    const bomb = zipSync({ 'services.csv': strToU8(`id,name\n${'0'.repeat(12 * 1024 * 1024)}`) });
    expect(await refusalOf('a.zip', bomb)).toBe('unpacks-too-big');
    expect(await refusalOf('a.zip', zipSync({ 'zdjecie.jpg': strToU8('x') }))).toBe('unknown-zip');
  });
});

describe('CSV', () => {
  const rows = [
    ['Nazwa', 'Opis', 'Telefon'],
    ['Złota rączka; naprawy', 'Drobne\nnaprawy', '52 111'],
  ];
  test.each([';', ',', '\t'])('divided by %j is read with quoted line ends', async (sign) => {
    const text = rows.map((cells) => cells.map((cell) => `"${cell}"`).join(sign)).join('\r\n');
    expect((await sheetsOf('a.csv', utf8(text)))[0]?.rows).toEqual(rows);
    expect((await sheetsOf('a.csv', utf8(`\ufeff${text}`)))[0]?.rows).toEqual(rows);
  });
  test('is read in Windows-1250 and UTF-16 too', async () => {
    const text = 'Nazwa;Opis\r\nŻłób;ąę\r\n';
    const polish: Readonly<Record<string, number>> = { Ż: 0xaf, ł: 0xb3, ó: 0xf3, ą: 0xb9, ę: 0xea };
    const read = [
      ['Nazwa', 'Opis'],
      ['Żłób', 'ąę'],
    ];
    expect(
      (
        await sheetsOf(
          'a.csv',
          Uint8Array.from(text, (letter) => polish[letter] ?? letter.charCodeAt(0)),
        )
      )[0]?.rows,
    ).toEqual(read);
    const wide = new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array([...text].map((letter) => letter.charCodeAt(0))).buffer)]);
    expect((await sheetsOf('a.csv', wide))[0]?.rows).toEqual(read);
  });
  test('keeps the numbers of its rows over empty lines', async () => {
    const [sheet] = await sheetsOf('a.csv', utf8('Wykaz;\n\nNazwa;Opis\n\nKlub;x\n;;\nBasen;'));
    expect(sheet && headedSheet(sheet)?.lines.map(({ row }) => row)).toEqual([5, 7]);
  });
});

test('nothing that is sent breaks the reading, and what is kept comes back the same', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom('a.csv', 'a.json', 'a.xlsx', 'a'),
      fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string().map(utf8)),
      async (name, bytes) => {
        const opened = await openFile(name, bytes);
        if (opened.ok) expect(await unpackContent(await packContent(opened.value.content))).toEqual(opened.value.content);
      },
    ),
  ));

test("Żyrardów's headings and those of HSDS are known", () => {
  expect(guessColumns(['Lp.', 'nazwa i zakres', 'odbiorcy', 'zakres wg ustawy', 'tryb kwalifikowania', 'ODPŁATNOŚĆ '])).toEqual({
    nameAndScope: 1,
    recipients: 2,
    areas: 3,
    qualification: 4,
    feeText: 5,
  });
  expect(guessColumns(['id', 'name', 'description', 'fees_description', 'application_process', 'Cena (zł)'])).toEqual({
    id: 0,
    name: 1,
    scope: 2,
    feeText: 3,
    qualification: 4,
    price: 5,
  });
});
