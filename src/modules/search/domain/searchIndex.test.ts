import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearchIndex, listNeeds, type SearchDocument, type SearchIndex } from '../index.ts';

const WORDS = [
  'opieka',
  'senior',
  'obiady',
  'mieszkanie',
  'dług',
  'psycholog',
  'teleopieka',
  'żłobek',
  'DPS',
  'ćwiczenia',
  'Krzyżówkowice',
];
/** Editors tie services to some needs and cut them off from others. */
const ALL_NEEDS = listNeeds().map(({ id }) => id);
const NEEDS = ALL_NEEDS.filter((_, at) => at % 100 === 0);
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join(' '));
const documents = fc.record({
  id: fc.integer({ min: 0, max: 11 }).map((number) => `usluga-${number}`),
  name: text,
  everydayNames: fc.array(text, { maxLength: 2 }),
  keywords: fc.array(text, { maxLength: 2 }),
  targetGroups: fc.array(text, { maxLength: 2 }),
  areaName: text,
  description: text,
  needs: fc.subarray([...NEEDS]),
  deniedNeeds: fc.subarray([...NEEDS]),
}) satisfies fc.Arbitrary<SearchDocument>;

function aService(id: string, name: string, more: Partial<SearchDocument> = {}): SearchDocument {
  return { id, name, everydayNames: [], keywords: [], targetGroups: [], areaName: '', description: '', ...more };
}

function indexOf(...services: SearchDocument[]): SearchIndex {
  const index = createSearchIndex();
  for (const service of services) index.put(service);
  return index;
}

const ids = (index: SearchIndex, query: string): string[] => index.search(query).map(({ id }) => id);

describe('keeping the index up to date', () => {
  it('after any puts, replacements and removals answers like an index built afresh', () => {
    const step = fc.oneof(
      documents.map((document) => ({ put: document })),
      documents.map(({ id }) => ({ remove: id })),
    );
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }),
        (steps, words) => {
          const lived = createSearchIndex();
          const kept = new Map<string, SearchDocument>();
          for (const one of steps) {
            // Asked in between as well: what a search remembers must not outlive the next change.
            lived.search(words.join(' '));
            if ('put' in one) {
              lived.put(one.put);
              kept.set(one.put.id, one.put);
            } else {
              lived.remove(one.remove);
              kept.delete(one.remove);
            }
          }
          const fresh = indexOf(...kept.values());
          expect(lived.size).toBe(kept.size);
          expect(lived.search(words.join(' '))).toEqual(fresh.search(words.join(' ')));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('answers the same after enough replacements to sweep the old ones out', () => {
    const service = (number: number): SearchDocument =>
      number % 11 < 2
        ? // Of the same kinds, though an editor cut one of them off from every need.
          aService(`usluga-${number}`, 'Usługi opiekuńcze w domu', { deniedNeeds: number % 11 === 1 ? ALL_NEEDS : [] })
        : aService(`usluga-${number}`, `${WORDS[number % WORDS.length]} ${WORDS[(number * 7) % WORDS.length]}`);
    const kept = Array.from({ length: 41 }, (_, number) => service(number));
    const lived = indexOf(...kept);
    for (let number = 100; number < 500; number++) lived.put(service(number));
    for (let number = 499; number >= 100; number--) lived.remove(`usluga-${number}`);
    const fresh = indexOf(...kept);
    expect(lived.size).toBe(41);
    for (const asked of [...WORDS, 'mama po udarze nie radzi sobie sama w domu'])
      expect(lived.search(asked, { limit: 50 })).toEqual(fresh.search(asked, { limit: 50 }));
  });

  it('finds a replaced service by its new words only', () => {
    const index = indexOf(aService('a', 'Basen'), aService('b', 'Chór'));
    index.put(aService('a', 'Biblioteka'));
    expect(ids(index, 'basen')).toEqual([]);
    expect(ids(index, 'w bibliotece')).toEqual(['a']);
  });
});

describe('a large index', () => {
  const large = createSearchIndex();
  for (let number = 0; number < 3_000; number++)
    large.put(
      aService(`usluga-${number}`, 'Pomoc osobom starszym w codziennych sprawach', {
        keywords: number % 100 === 7 ? ['wózek'] : ['spacer'],
      }),
    );

  it('keeps the services with the telling word first although common words are read for few', () => {
    const found = ids(large, 'pomoc osobom starszym w codziennych sprawach wózki');
    expect(found).toHaveLength(20);
    expect(found.every((id) => id.endsWith('07'))).toBe(true);
  });

  it('finds the few that a narrow filter lets through', () => {
    const wanted = new Set(['usluga-7', 'usluga-8', 'usluga-2999']);
    const hits = large.search('wózek pomoc osobom starszym w codziennych sprawach', { filter: (id) => wanted.has(id) });
    expect(hits.map(({ id }) => id)).toEqual(['usluga-7', 'usluga-2999', 'usluga-8']);
  });
});

describe('any query', () => {
  const index = indexOf(aService('dom', 'Dzienny dom pomocy'), aService('obiady', 'Obiady dla seniorów'));

  it('never throws, keeps to the limit and ranks by falling, finite scores', () => {
    const query = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '',
        ' ',
        '👩‍🦽🍲',
        'مساعدة لأمي',
        '\u202Edom pomocy',
        '\u0000',
        '%_\\\'"<script>',
        'İıſß',
        'dom'.repeat(4_000),
        'dom '.repeat(3_000),
      ),
    );
    fc.assert(
      fc.property(query, fc.integer({ min: -3, max: 5 }), (typed, limit) => {
        const hits = index.search(typed, { limit });
        expect(hits.length).toBeLessThanOrEqual(Math.max(0, limit));
        for (const [at, hit] of hits.entries()) {
          expect(Number.isFinite(hit.score)).toBe(true);
          expect(hit.score).toBeLessThanOrEqual(hits[at - 1]?.score ?? Infinity);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('of 10,000 letters is answered quickly', () => {
    const started = performance.now();
    index.search('x'.repeat(10_000));
    index.search('mmam zly dom '.repeat(800));
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('respects a filter and an absurd limit', () => {
    expect(index.search('dom obiady', { filter: (id) => id === 'obiady' }).map(({ id }) => id)).toEqual(['obiady']);
    expect(index.search('dom', { limit: Number.NaN })).toEqual([]);
    expect(index.search('dom', { limit: Number.POSITIVE_INFINITY }).length).toBeGreaterThan(0);
  });
});

describe('the language of residents', () => {
  const index = indexOf(
    aService('dps', 'Skierowanie do domu pomocy społecznej', { keywords: ['DPS'] }),
    aService('niepelnosprawni', 'Asystent osoby niepełnosprawnej'),
    aService('wytchnienie', 'Opieka wytchnieniowa', { everydayNames: ['odpoczynek od opieki'] }),
    aService('przemoc', 'Wsparcie osób doznających przemocy domowej'),
    aService('hydraulik', 'Złota rączka', { keywords: ['drobne naprawy'] }),
    aService('schronisko', 'Schronienie', { keywords: ['noclegownia'] }),
    aService('senior', 'Klub dla osób starszych', { targetGroups: ['seniorzy'] }),
    aService('dzieci', 'Zajęcia dla dzieci'),
  );

  it.each([
    ['niepelnosprawnych', 'niepelnosprawni'],
    ['dla nie pełnosprawnych', 'niepelnosprawni'],
    ['do DPSu', 'dps'],
    ['dom starców', 'dps'],
    ['opieki wytchnieniowej', 'wytchnienie'],
    ['wytchnieniwa', 'wytchnienie'],
    ['skierowianie', 'dps'],
    ['mąż mnie tłucze', 'przemoc'],
    ['cieknie kran', 'hydraulik'],
    ['my husband beats me', 'przemoc'],
    ['ніде спати', 'schronisko'],
    ['tata ma 83 lata', 'senior'],
    ['zajecia dla dzeci', 'dzieci'],
  ])('%s → %s', (query, id) => {
    expect(ids(index, query)[0]).toBe(id);
  });

  it('says why a service was found', () => {
    const [hit] = index.search('pani z przemocą, cieknie kran');
    expect(hit?.matches.length).toBeGreaterThan(0);
    const why = index.search('cieknie kran')[0]?.matches ?? [];
    expect(why).toContainEqual({ typed: 'cieknie kran', found: 'drobne naprawy', kind: 'meaning' });
  });

  it('puts a name above a passing mention', () => {
    const two = indexOf(
      aService('wzmianka', 'Spotkania', { description: 'Bywa także basen.' }),
      aService('nazwa', 'Basen'),
      aService('inna', 'Chór'),
    );
    expect(ids(two, 'basen')).toEqual(['nazwa', 'wzmianka']);
  });
});
