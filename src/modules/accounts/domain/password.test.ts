import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passwordFault } from './password.ts';

const owner = { email: 'irena.maj@example.org', name: 'Irena Maj' };
test.each([
  ['krótkie', 'too-short'],
  ['a'.repeat(129), 'too-long'],
  ['irena.maj@example.org', 'has-own-name'],
  ['Irena.Maj2026', 'has-own-name'],
  ['Haslo1234567!', 'too-common'],
  ['aaaaaaaaaaaaaa', 'too-common'],
  ['123456789012', 'too-common'],
  ['qwertyuiopas', 'too-common'],
  ['QWERTYUIOP12', 'too-common'],
] as const)('%s is refused: %s', (password, fault) => {
  expect(passwordFault(password, owner)).toBe(fault);
});
test.each(['czerwony rower na dachu', 'Zielona-herbata-o-7', 'irena.maj lubi pływać w jeziorze'])('%s may be used', (password) => {
  expect(passwordFault(password, owner)).toBeNull();
});
test('no password shorter than 12 characters passes, and none of any text throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (password) => {
      const fault = passwordFault(password, owner);
      return [...password].length >= 12 || fault === 'too-short';
    }),
  );
});
