import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DocumentError, defineDocument, letterheadSchema, renderPdf, sampleLetterhead, text } from './index.ts';
import { readPdf } from './testing.ts';

const letter = defineDocument({
  name: 'test/letter',
  source: new URL('./testLetter.typ', import.meta.url),
  schema: z.object({ letterhead: letterheadSchema, body: z.string(), cell: text }),
  sample: { letterhead: sampleLetterhead, body: 'Dzień dobry', cell: 'x' },
});

const write = async (body: string, cell = body) => readPdf(await renderPdf(letter, { ...letter.sample, body, cell }));

describe('a printed document', () => {
  test('is a tagged PDF/UA-1 file with a title, a language and one main heading', async () => {
    const pdf = await write('Treść');
    expect(pdf).toMatchObject({ isMarked: true, uaPart: '1', language: 'pl', pages: 1 });
    expect(pdf.title).toBe('List – sprawa CUS.5120.17.2026');
    expect(pdf.roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(pdf.roles).toEqual(expect.arrayContaining(['Root', 'P', 'Table', 'TH', 'TD']));
  });

  test('says whose it is, which case, when, and which page of how many', async () => {
    const pdf = await write('Treść');
    expect(pdf.text).toContain('Centrum Usług Społecznych w Lipowie Zdroju');
    expect(pdf.text).toContain('ul. Łąkowa 12, 00-000 Lipowo Zdrój');
    expect(pdf.text).toContain('Lipowo Zdrój, 9 marca 2026 r.');
    expect(pdf.text).toContain('Sprawa CUS.5120.17.2026');
    expect(pdf.text).toContain('Strona 1 z 1');
  });

  test('carries the demonstration band only in a demonstration', async () => {
    expect((await write('Treść')).text).toContain('DEMONSTRACJA – dane fikcyjne');
    const real = { ...sampleLetterhead, isDemonstration: false };
    const pdf = await readPdf(await renderPdf(letter, { ...letter.sample, letterhead: real }));
    expect(pdf.text).not.toContain('DEMONSTRACJA');
  });

  test('is the same file for the same data', async () => {
    const [one, two] = [await renderPdf(letter, letter.sample), await renderPdf(letter, letter.sample)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });
});

describe('text written by people', () => {
  test('keeps every Polish and Ukrainian letter', async () => {
    const letters = 'ĄĆĘŁŃÓŚŹŻ ąćęłńóśźż ҐЄІЇЩЬЮЯ ґєіїщьюя „cudzysłów” – myślnik… § 5 €';
    const pdf = await write(letters, 'krótko');
    expect(pdf.text).toContain(letters);
  });

  test('is never read as markup', async () => {
    const hostile = '#panic("x") *gruby* _pochyły_ $1/0$ \\ `kod` <etykieta> @odnośnik = nagłówek ] [ } { // /* "#(1+1)"';
    const pdf = await write(hostile, '#eval("1+1") ]) #read("/etc/passwd")');
    expect(pdf.text).toContain(hostile);
    expect(pdf.text).toContain('#eval("1+1") ]) #read("/etc/passwd")');
    expect(pdf.roles.filter((role) => role === 'H1')).toHaveLength(1);
  });

  test('may hold emoji, right-to-left scripts and letters that no font knows', async () => {
    const pdf = await write('Tak 😀 ❤️ 👩‍👩‍👧 🇵🇱 שלום مرحبا', 'x');
    expect(pdf.text).toContain('😀');
    expect(pdf.text).toContain('שלום');
    expect((await write('Imię: 你好 ก', 'x')).text).toContain('Imię: □□ □');
  });

  test('survives letters under marks and selectors of other fonts', async () => {
    const pdf = await write('Łódź 👩\u064b ก\u180f koniec', 'x');
    expect(pdf.text).toContain('Łódź');
    expect(pdf.text).toContain('koniec');
  });

  test('is read as it was written, also where a letter with a mark is rare', async () => {
    const pdf = await write('Zażółć ẑ ṯ x\u0301 Nguyễn', 'zbiór tekstów');
    for (const words of ['Zażółć', 'ẑ', 'ṯ', 'Nguyễn', 'Strona 1 z']) expect(pdf.text).toContain(words);
    expect(pdf.text).not.toContain('ẑb');
  });

  test('cannot turn the rest of a letter round', async () => {
    const pdf = await write('Anna \u202egnitset\u202c Nowak', 'x');
    expect(pdf.text).toContain('Anna gnitset Nowak');
  });

  test('may be 20,000 characters long, with or without spaces', async () => {
    const words = 'Źdźbło trawy rośnie powoli. '.repeat(715);
    const pdf = await write(words, 'ż'.repeat(20_000));
    expect(pdf.pages).toBeGreaterThan(8);
    expect(pdf.text.match(/Źdźbło/gu)).toHaveLength(715);
    expect(pdf.text.match(/ż/gu)?.length ?? 0).toBeGreaterThanOrEqual(20_000);
    expect(pdf.text).toContain(`Strona ${pdf.pages} z ${pdf.pages}`);
  });

  test('prints whatever it is', async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({
        unit: fc.constantFrom(
          '#',
          '$',
          '*',
          '_',
          '\\',
          '[',
          ']',
          '\n',
          '\u0301',
          '\u200d',
          '\ud800',
          '\u202e',
          'ż',
          '😀',
          '\ufe0f',
          '\u180f',
          'א',
        ),
        maxLength: 60,
      }),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (body) => {
        const pdf = await write(body, `x${body}`);
        expect(pdf.uaPart).toBe('1');
        expect(pdf.text).toContain('Strona 1 z');
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});

describe('faults of the program', () => {
  test('data that does not fit is refused before printing', async () => {
    const wrong = { ...letter.sample, letterhead: { ...sampleLetterhead, issuedOn: '2026-02-30' } };
    await expect(renderPdf(letter, wrong)).rejects.toThrow(z.ZodError);
  });

  test('a missing template is a document error, without the text in its message', async () => {
    const lost = { ...letter, source: new URL('./lost.typ', import.meta.url) };
    await expect(renderPdf(lost, letter.sample)).rejects.toThrow(new DocumentError('The document test/letter could not be made'));
  });

  test('a template outside the source tree is refused', async () => {
    const outside = { ...letter, source: new URL('file:///outside.typ') };
    await expect(renderPdf(outside, letter.sample)).rejects.toThrow(DocumentError);
  });
});
