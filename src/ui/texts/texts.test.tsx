import { expect, test } from 'vitest';
import { SummaryList, TextField, counted, LanguageContext, textsIn } from '#ui/index.ts';

const forms = textsIn('pl').characters;

test.each([
  [0, '0 znaków'],
  [1, '1 znak'],
  [3, '3 znaki'],
  [5, '5 znaków'],
  [12, '12 znaków'],
  [22, '22 znaki'],
  [2000, '2000 znaków'],
])('%i in Polish is "%s"', (count, words) => {
  expect(counted('pl', count, forms)).toBe(words);
});

test('components speak the language of the page around them', () => {
  const field = <TextField name="a" label="A" required={false} />;
  const said = (lang: 'pl' | 'en' | 'uk') => String(<LanguageContext.Provider value={lang}>{field}</LanguageContext.Provider>);
  expect(said('pl')).toContain('(nieobowiązkowe)');
  expect(said('en')).toContain('(optional)');
  expect(said('uk')).toContain('(необов’язково)');
  expect(String(<SummaryList rows={[{ label: 'A' }]} />)).toContain('nie podano');
});

test('a part of the page that is awaited still speaks its language', async () => {
  const Later = async () => {
    await Promise.resolve();
    return <TextField name="a" label="A" required={false} />;
  };
  const html = String(
    await (
      <LanguageContext.Provider value="uk">
        <Later />
      </LanguageContext.Provider>
    ).toString(),
  );
  expect(html).toContain('(необов’язково)');
});

/** The name of the product, and a word that English took over as it is. */
const alike: ReadonlySet<string> = new Set(['product', 'menu']);

test('no text is left untranslated by mistake', () => {
  const same = (['en', 'uk'] as const).flatMap((lang) =>
    Object.entries(textsIn(lang)).filter(
      ([key, value]) => typeof value === 'string' && value === textsIn('pl')[key as 'change'] && !alike.has(key),
    ),
  );
  expect(same).toEqual([]);
});
