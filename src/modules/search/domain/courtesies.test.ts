import { expect, test } from 'vitest';
import { inPlainWords } from './courtesies.ts';

const words = (text: string) =>
  inPlainWords(text)
    .trim()
    .split(/[\s,.!?]+/)
    .filter(Boolean)
    .join(' ');

test('greetings, excuses and thanks weigh nothing beside a need', () => {
  expect(words('Dzień dobry, przepraszam że zawracam głowę, mąż miał udar. Nie wiem, co mam robić. Z góry dziękuję!')).toBe(
    'mąż miał udar',
  );
  expect(words('dzien dobry prosze o pomoc nie mam pradu')).toBe('nie mam pradu');
  expect(words('Hello, could you help me? I don’t know what to do, my mother is ill. Thank you')).toBe('my mother is ill');
  expect(words('Добрий день, підкажіть, будь ласка, де логопед')).toBe('де логопед');
});

test('a text of nothing else stays as it is', () => {
  for (const text of ['dzień dobry', 'nie wiem co robić', 'proszę o pomoc', '', '?!']) expect(inPlainWords(text)).toBe(text);
});

test('what there is no money for is said whole', () => {
  expect(words('nie mam na leki')).toBe('nie mam pieniędzy na leki');
  expect(words('nie starcza mi na czynsz')).toBe('nie starcza mi pieniędzy na czynsz');
  expect(words('Nie stać mnie na opał')).toBe('Nie stać mnie nie mam pieniędzy na opał');
  for (const text of ['nie mam na kogo liczyć', 'nie mam czasu na nic', 'nie mam pieniędzy na leki', 'nie mam na to siły'])
    expect(words(text)).toBe(text);
});
