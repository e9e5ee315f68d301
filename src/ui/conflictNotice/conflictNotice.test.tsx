import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { ConflictNotice } from '#ui/index.ts';

const shown = (content: unknown) => new JSDOM(String(content)).window.document.body.textContent ?? '';
const day = { label: 'Kiedy', theirs: '22 listopada 2026' };

test('a day written in two ways is no difference, and two days are written alike', () => {
  expect(shown(<ConflictNotice fields={[{ ...day, mine: '22.11.2026' }]} />)).not.toContain('Kiedy');
  expect(shown(<ConflictNotice fields={[{ ...day, mine: '23.11.2026' }]} />)).toMatch(/usunięto: 22.*dodano: 23.*listopada 2026/);
  expect(shown(<ConflictNotice fields={[{ ...day, mine: 'jutro' }]} />)).toContain('jutro');
});

test('it says who saved before, also when the time is not known, and marks differences without more words than needed', () => {
  const text = shown(<ConflictNotice savedBy="Maria Przykładowa" fields={[{ label: 'Cel', mine: 'trzy razy', theirs: 'dwa razy' }]} />);
  expect(text).toContain('Zapis: Maria Przykładowa');
  expect(text).toContain('[usunięto: dwa');
  expect(text).not.toContain('koniec zmiany');
});
