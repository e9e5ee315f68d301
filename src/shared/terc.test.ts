import { describe, expect, test } from 'vitest';
import { getValue } from '#shared/result.ts';
import { parseTercFile } from '#shared/terc.ts';

const HEAD = 'WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA';
const ROWS = [
  HEAD,
  '04;;;;KUJAWSKO-POMORSKIE;województwo;2020-01-01',
  '04;03;;;bydgoski;powiat;2020-01-01',
  '04;03;08;3;Solec Kujawski;gmina miejsko-wiejska;2020-01-01',
  '04;03;08;4;Solec Kujawski;miasto;2020-01-01',
  '04;03;08;5;Solec Kujawski;obszar wiejski;2020-01-01',
  '04;63;;;Toruń;miasto na prawach powiatu;2020-01-01',
  '04;63;01;1;Toruń;gmina miejska, miasto wojewódzkie;2020-01-01',
];
const file = (...rows: readonly string[]) => `\ufeff${rows.join('\r\n')}\r\n\r\n`;

describe('the TERC file', () => {
  test('gives whole gminas with their powiat and voivodeship', () => {
    expect(getValue(parseTercFile(file(...ROWS)))).toEqual([
      {
        terc: '0403083',
        name: 'Solec Kujawski',
        kind: 'urban-rural',
        powiat: 'bydgoski',
        voivodeship: 'kujawsko-pomorskie',
        hasPowiatRights: false,
        stateOn: '2020-01-01',
      },
      {
        terc: '0463011',
        name: 'Toruń',
        kind: 'urban',
        powiat: 'Toruń',
        voivodeship: 'kujawsko-pomorskie',
        hasPowiatRights: true,
        stateOn: '2020-01-01',
      },
    ]);
  });

  test('is read with commas and columns in another order', () => {
    const rows = ['STAN_NA,NAZWA,WOJ,POW,GMI,RODZ', '2024-01-01,ŁÓDZKIE,10,,,', '2024-01-01,Łódź,10,61,,', '2024-01-01,Łódź,10,61,01,1'];
    expect(getValue(parseTercFile(rows.join('\n'))).map(({ name, voivodeship }) => [name, voivodeship])).toEqual([['Łódź', 'łódzkie']]);
  });

  test('names every bad row', () => {
    const result = parseTercFile(
      file(
        ...ROWS,
        '04;03;09;7;Nigdzie;gmina;2020-01-01',
        '04;03;08;3;Solec Kujawski;gmina;2020-01-01',
        '04;99;01;2;Sierota;gmina;2020-01-01',
        '04;03;10;2;;gmina;wczoraj',
      ),
    );
    expect(!result.ok && result.refusal.code === 'bad-rows' && result.refusal.rows).toEqual([
      { line: 9, problem: 'code 04 03 09 7: unknown-kind' },
      { line: 10, problem: 'the code 0403083 appears twice' },
      { line: 11, problem: 'code 0499012: its powiat or voivodeship is not in the file' },
      { line: 12, problem: 'code 0403102: no name' },
    ]);
  });

  test.each([
    ['', 'empty'],
    [file(HEAD), 'empty'],
    ['to nie jest CSV', 'missing-columns'],
    ['WOJ;POW\n"04;03', 'not-csv'],
  ])('refuses %j: %s', (text, code) => {
    const result = parseTercFile(text);
    expect(!result.ok && result.refusal.code).toBe(code);
  });
});
