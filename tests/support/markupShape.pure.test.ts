import { expect, it } from 'vitest';
import { markupShape } from './markupShape.ts';
import { parseHtml } from './parse.ts';

const shape = (main: string, head = '<title>Strona</title>') =>
  markupShape(parseHtml(`<html lang="pl"><head>${head}</head><body><main>${main}</main></body></html>`));

it('takes pages that differ in words, addresses, ids and numbers of like rows for one', () => {
  const one = shape('<ul><li><a href="/a" id="x1">Anna</a></li></ul><label for="n">Imię</label><input id="n" value="">');
  const other = shape(
    '<ul><li><a href="/b" id="x2">Ewa</a></li><li><a href="/c" id="x3">Jan</a></li></ul><label for="m">Name</label><input id="m" value="">',
  );
  expect(other).toBe(one);
});

it.each([
  ['a label of no field', '<label for="n">Imię</label><input id="n">', '<label for="x">Imię</label><input id="n">'],
  ['a label without words', '<label for="n">Imię</label><input id="n">', '<label for="n"> </label><input id="n">'],
  ['a link without words', '<a href="/a">dalej</a>', '<a href="/a"></a>'],
  ['a picture without its text', '<img src="/a.svg" alt="mapa">', '<img src="/a.svg" alt="">'],
  ['a description that is not there', '<p id="d">.</p><input aria-describedby="d">', '<p id="d">.</p><input aria-describedby="e">'],
  ['an empty description', '<p id="d">.</p><input aria-describedby="d">', '<p id="d"></p><input aria-describedby="d">'],
  ['one id twice', '<p id="d">.</p><b id="e">.</b>', '<p id="d">.</p><b id="d">.</b>'],
  ['a skip link to nothing', '<a href="#t">.</a><p id="t">.</p>', '<a href="#u">.</a><p id="t">.</p>'],
  ['an unknown role', '<div role="group">.</div>', '<div role="grupa">.</div>'],
  ['another language', '<p lang="uk">.</p>', '<p lang="xx">.</p>'],
  ['a row unlike the others', '<ul><li>a</li><li>b</li></ul>', '<ul><li>a</li><p>b</p></ul>'],
])('tells apart %s', (_, sound, broken) => {
  expect(shape(broken)).not.toBe(shape(sound));
});

it('tells apart what the head asks of the browser', () => {
  const head = (content: string) => shape('', `<title>S</title><meta http-equiv="refresh" content="${content}">`);
  expect(head('5')).not.toBe(head('72001'));
  expect(shape('', '<title></title>')).not.toBe(shape('', '<title>S</title>'));
});
