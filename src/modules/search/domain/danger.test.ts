import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getUnderstanding } from '../needsFiles.ts';
import { helplinesFor } from './helplines.ts';
import { withoutAccents } from './noise.ts';
import { dangerIn } from './shippedDanger.ts';

const kindOf = (words: string) => dangerIn(words, getUnderstanding().read(words))?.kind;
const day = Temporal.PlainDate.from('2026-03-09');
const numbersFor = (words: string) =>
  helplinesFor(dangerIn(words, getUnderstanding().read(words))?.kinds ?? {}, day).map(({ number }) => number);

describe('danger in words', () => {
  it.each([
    ['life', 'sąsiadka z dołu chyba nie żyje od dwóch dni nie otwiera'],
    ['life', 'dziadek przestał oddychać'],
    ['life', 'człowiek leży na chodniku i się nie rusza'],
    ['life', 'nie mogę dobudzić babci'],
    ['life', 'mój ojciec nie odbiera telefonu od wczoraj i nie otwiera drzwi'],
    ['life', 'my neighbour is unconscious'],
    ['life', 'сусідка не дихає'],
    ['lost', 'tata zapomina gdzie mieszka i wychodzi w nocy'],
    ['lost', 'mama z demencją wyszła z domu i nie wraca'],
    ['lost', 'babcia nie wróciła ze spaceru, zaginęła'],
    ['violence', 'mąż pije i krzyczy na nas'],
    ['violence', 'pijany syn wyzywa mnie i rzuca talerzami'],
    ['violence', 'ojczym wrzeszczy na mnie i na dzieci'],
    ['violence', 'boję się wracać do domu'],
    ['violence', 'my husband drinks and shouts at us'],
    ['violence', 'boję się męża'],
    ['violence', 'jestem w niebezpieczeństwie'],
    ['violence', 'ktoś mnie śledzi'],
    ['violence', 'uciekłam z domu z dziećmi'],
    ['violence', 'I was raped'],
    ['violence', 'I am being abused'],
    ['violence', 'I am afraid of my husband'],
    ['violence', 'тато побив маму'],
    ['violence', 'боюся чоловіка'],
    ['violence', 'муж избил меня'],
    ['despair', 'nie chce mi się żyć'],
    ['despair', 'mam myśli samobójcze'],
    ['despair', 'nie mam już siły żyć'],
  ])('is %s: %s', (kind, words) => {
    expect([kindOf(words), kindOf(withoutAccents(words)), kindOf(words.toUpperCase())]).toEqual([kind, kind, kind]);
  });

  it.each([
    'mąż nie żyje od roku, czy należy mi się renta po mężu',
    'mama nie żyje, jak załatwić pogrzeb',
    'mąż miał udar i wychodzi ze szpitala w piątek',
    'mama z demencją krzyczy na mnie i mnie wyzywa',
    'dziecko krzyczy w nocy',
    'zaginął mój kot',
    'urząd nie odbiera telefonu od rana',
    'martwię się o mamę',
    'pizza',
    '<script>alert(1)</script>',
    'mąż pije',
    'boję się o męża po operacji',
    'uciekliśmy z Ukrainy przed wojną',
    'syn boi się psa sąsiadów',
    'I am in danger of losing my flat',
  ])('is none: %s', (words) => {
    expect(kindOf(words)).toBeUndefined();
  });

  it('is answered with numbers of those who help in it', () => {
    expect(numbersFor('tata zapomina gdzie mieszka i wychodzi w nocy')).toEqual(['112']);
    expect(numbersFor('sąsiadka z dołu chyba nie żyje')).toEqual(['112']);
    expect(numbersFor('maz pije i krzyczy na nas')).toEqual(expect.arrayContaining(['112', '800 120 002']));
    expect(numbersFor('nie chce mi sie zyc')).toEqual(expect.arrayContaining(['112', '116 123', '800 70 2222']));
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('nie', 'nie żyje', 'chyba', '112')), (words) => {
        expect(() => kindOf(words)).not.toThrow();
      }),
    );
  });
});
