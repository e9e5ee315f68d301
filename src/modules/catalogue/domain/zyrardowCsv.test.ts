import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyService } from '#modules/catalogue/domain/serviceSamples.ts';
import { decodePolishText, exportZyrardowCsv, importZyrardowCsv } from '#modules/catalogue/domain/zyrardowCsv.ts';

const HEAD = 'Lp.;nazwa i zakres;odbiorcy;zakres wg ustawy;tryb kwalifikowania;odpłatność';
const bytes = (text: string) => new TextEncoder().encode(text);
const ROW =
  '1;"Teleopieka\nPrzycisk SOS; całą dobę";Osoby starsze;wspieranie osób niepełnosprawnych, kultura fizyczna i turystyka;Formularz;Bezpłatnie';

describe('the card of Żyrardów as CSV', () => {
  test('becomes a service', () => {
    const { services, problems, notes } = importZyrardowCsv(bytes(`\ufeff${HEAD}\r\n${ROW.replaceAll('\n', '\r\n')}\r\n;;;;;\r\n`));
    expect([problems, notes]).toEqual([[], []]);
    expect(services).toHaveLength(1);
    expect(services[0]).toMatchObject({
      slug: 'teleopieka',
      name: 'Teleopieka',
      scope: 'Przycisk SOS; całą dobę',
      recipients: 'Osoby starsze',
      targetGroups: ['SENIORS'],
      areas: [6, 10],
      qualification: { text: 'Formularz' },
      fee: { kind: 'free', text: 'Bezpłatnie' },
    });
  });

  test('is read with commas and tabs, other head rows, and columns in another order', () => {
    const comma = 'Odpłatność,"Nazwa i zakres usługi","Zakres wg ustawy"\n"3 zł za przejazd",Taksówka,"6, 5"\n';
    expect(importZyrardowCsv(bytes(comma)).services[0]).toMatchObject({
      name: 'Taksówka',
      areas: [6, 5],
      fee: { kind: null, text: '3 zł za przejazd' },
    });
    expect(importZyrardowCsv(bytes('nazwa\todbiorcy\nPsycholog\tmieszkańcy\n')).services[0]).toMatchObject({ targetGroups: ['EVERYONE'] });
  });

  test('is read in Windows-1250 as well', () => {
    const letters: Readonly<Record<string, number>> = { ł: 0xb3, ż: 0xbf, ó: 0xf3, ę: 0xea, ą: 0xb9, ś: 0x9c, ć: 0xe6, ń: 0xf1 };
    const encoded = Uint8Array.from(`${HEAD}\n${ROW}`, (letter) => letters[letter] ?? letter.charCodeAt(0));
    expect(decodePolishText(encoded)).toContain('odpłatność');
    expect(importZyrardowCsv(encoded).services[0]?.scope).toBe('Przycisk SOS; całą dobę');
  });

  test('a long single line is divided at its dash, a short name is not', () => {
    const long = `Poradnictwo – ${'pomoc w codziennych sprawach, '.repeat(5)}także – w domu`;
    const [first, second] = importZyrardowCsv(bytes(`nazwa i zakres\n"${long}"\nPoradnictwo – logopedia\n`)).services;
    expect([first?.name, first?.scope?.startsWith('pomoc'), second?.name]).toEqual(['Poradnictwo', true, 'Poradnictwo – logopedia']);
  });

  test.each([
    ['', 'the head row has no column "nazwa i zakres"'],
    ['a;b\n1;2', 'the head row has no column "nazwa i zakres"'],
  ])('refuses %j', (text, problem) => {
    expect(importZyrardowCsv(bytes(text)).problems).toEqual([{ row: 0, field: '', problem }]);
  });

  test('an unclosed quotation mark refuses the file', () => {
    expect(importZyrardowCsv(bytes(`${HEAD}\n1;"abc`)).problems[0]?.problem).toMatch(/^the file is not CSV/);
  });

  test('names bad rows and reads the others', () => {
    const { services, problems } = importZyrardowCsv(
      bytes(`${HEAD}\n1;;x;;;\n2;Psycholog;;5;;\n3;psycholog;;5;;\n4;${'a'.repeat(301)};;5;;\n`),
    );
    expect(services.map(({ name }) => name)).toEqual(['Psycholog']);
    expect(problems.map(({ row }) => row)).toEqual([1, 3, 4]);
  });

  test('what is written reads back: texts, areas and the words on the fee', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyService, { maxLength: 4, selector: ({ slug }) => slug }), (services) => {
        const read = importZyrardowCsv(bytes(exportZyrardowCsv(services)));
        const parts = ({ name, scope, recipients, areas, qualification, fee, provider, schedule }: (typeof services)[number]) => [
          name,
          scope,
          recipients,
          areas,
          qualification.text,
          fee.kind === 'free' ? true : fee.text,
          provider?.name,
          schedule,
        ];
        expect(read.problems).toEqual([]);
        expect(read.services.map(parts).map((row) => row.map((cell, at) => (at === 5 ? null : cell)))).toEqual(
          services.map(parts).map((row) => row.map((cell, at) => (at === 5 ? null : cell))),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('no cell starts a formula in a spreadsheet', () => {
    fc.assert(
      fc.property(anyService, fc.constantFrom('=', '+', '-', '@'), (service, sign) => {
        const text = exportZyrardowCsv([{ ...service, name: `${sign}HYPERLINK(1)`, scope: null }]);
        expect(text).toContain(`'${sign}HYPERLINK(1)`);
      }),
    );
  });
});
