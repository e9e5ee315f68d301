import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName } from '#shared/personName.ts';
import { findGminas } from './findGminas.ts';
import { readShippedCentres, readShippedGminas } from './shippedRegisters.ts';

const centres = readShippedCentres();
const gminas = readShippedGminas().map((gmina) => ({
  ...gmina,
  foldedName: foldName(gmina.name),
  otherNames: centres.filter(({ tercs }) => tercs.includes(gmina.terc)).map(({ slug }) => slug.replaceAll('-', ' ')),
}));
const codes = (typed: string) => findGminas(gminas, typed).found.map(({ terc }) => terc);

describe('looking for a gmina', () => {
  test('gives every namesake of an ambiguous name', () => {
    expect(codes('Brodnica').toSorted()).toEqual(['0402011', '0402032', '3026012']);
    expect(codes('inowroclaw').toSorted()).toEqual(['0407011', '0407042']);
    expect(codes('gmina Słupsk').toSorted()).toEqual(['2212082', '2263011']);
  });

  test('puts the very name before names that only begin so', () => {
    const named = ['Lubiczyn', 'Lubicz'].map((name) => ({ name, foldedName: foldName(name), otherNames: [] }));
    expect(findGminas(named, 'LUBICZ').found.map(({ name }) => name)).toEqual(['Lubicz', 'Lubiczyn']);
  });

  test('takes the beginning of any word, whatever the case and accents', () => {
    expect(codes('kuj')).toEqual(['0403083']);
    expect(codes('ZYRARDOW')).toEqual(['1438011']);
  });

  test('finds a gmina by the name of its centre', () => {
    expect(codes('Redzikowo')).toEqual(['2212082']);
  });

  test('offers what resembles a misspelt name and says that it is a guess', () => {
    const { found, isGuess } = findGminas(gminas, 'Zyrardw');
    expect(isGuess).toBe(true);
    expect(found[0]?.terc).toBe('1438011');
  });

  test('gives nothing for nothing and for what is no name', () => {
    for (const typed of ['', '   ', 'gmina', '%_\\', '😀', 'xqzxqzxqz'])
      expect(findGminas(gminas, typed)).toEqual({ found: [], isGuess: false });
  });

  test('finds each gmina by its own name, first among others', () => {
    fc.assert(
      fc.property(fc.constantFrom(...gminas), fc.boolean(), (gmina, isUpper) => {
        const { found, isGuess } = findGminas(gminas, isUpper ? gmina.name.toLocaleUpperCase('pl') : gmina.foldedName);
        expect(isGuess).toBe(false);
        expect(found[0]?.foldedName).toBe(gmina.foldedName);
        expect(found).toContainEqual(gmina);
      }),
    );
  });
});
