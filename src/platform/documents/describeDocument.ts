import { describe, expect, test } from 'vitest';
import { renderPdf } from './index.ts';
import type { DocumentData, DocumentTemplate } from './index.ts';
import { listUnprinted, readPdf, withEveryText, withoutOptionalParts } from './testing.ts';

/**
 * The tests that every template has to pass. `codes` are the texts of the sample that are printed in other words or not
 * at all (`'portal'`), in the order of the sample; everything else has to be found in the PDF.
 */
export function describeDocument<Data extends DocumentData>(template: DocumentTemplate<Data>, codes: readonly string[]): void {
  const print = async (data: Data) => readPdf(await renderPdf(template, data));

  describe(template.name, () => {
    test('is an accessible document with one main heading', async () => {
      const pdf = await print(template.sample);
      expect(pdf).toMatchObject({ isMarked: true, uaPart: '1', language: 'pl' });
      expect(pdf.roles.filter((role) => role === 'H1')).toHaveLength(1);
    });

    test('prints everything that it is given', async () => {
      expect(await listUnprinted(template)).toEqual(codes);
    });

    test('stands without its optional parts', async () => {
      const sparse = withoutOptionalParts(template);
      expect(sparse).not.toEqual(template.sample);
      expect((await print(sparse)).uaPart).toBe('1');
    });

    test('prints hostile and long texts as plain text', async () => {
      const hostile = await print(withEveryText(template, '#panic() *x* $y$ _z_ \\ <a> @b ]) 😀 שלום'));
      expect(hostile.text).toContain('#panic()');
      const long = await print(withEveryText(template, 'Zażółć gęślą jaźń. '.repeat(120)));
      expect(long.text).toContain(`Strona ${long.pages} z ${long.pages}`);
    });
  });
}
