import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { getLexicalFiles } from '../lexicalFiles.ts';
import { getUnderstanding } from '../needsFiles.ts';
import { createSearchIndex, kindsOf, understandNeeds, type SearchDocument } from '../index.ts';
import { chooseHeldOut } from './heldOut.ts';
import { NeedFeatures } from './needFeatures.ts';
import { decodeModel, encodeModel, NeedModel } from './needModel.ts';
import { trainNeeds } from './needTraining.ts';
import { withoutAccents } from './noise.ts';

const { polish, vectors } = getLexicalFiles();
const services = JSON.parse(readFileSync(new URL('../../../../data/search/services.json', import.meta.url), 'utf8')) as SearchDocument[];
const aService = (name: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  id: name,
  name,
  everydayNames: [],
  keywords: [],
  targetGroups: [],
  areaName: '',
  description: '',
  ...more,
});

describe('understanding needs', () => {
  it('hears danger, with accents and without', () => {
    for (const words of ['partner się nade mną znęca', 'mąż mnie bije i boję się wracać do domu']) {
      expect(understandNeeds(words)[0]).toMatchObject({ urgent: true });
      expect(understandNeeds(withoutAccents(words))[0]?.id).toBe(understandNeeds(words)[0]?.id);
    }
    expect(understandNeeds('zapisy na chór')[0]).toMatchObject({ urgent: false });
  });

  it('mends a slip', () => {
    expect(understandNeeds('kommornik')[0]?.id).toBe(understandNeeds('komornik')[0]?.id);
  });

  it('takes any text and gives likelihoods, likeliest first', () => {
    expect(understandNeeds('')).toEqual([]);
    expect(understandNeeds('qxqxqx')).toEqual([]);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('mama', 'nie śpię', '83', '?!')), (text) => {
        const likely = understandNeeds(text).map(({ p }) => p);
        expect(likely.every((p) => p > 0 && p <= 1)).toBe(true);
        expect(likely).toEqual(likely.toSorted((a, b) => b - a));
        expect(likely.reduce((sum, p) => sum + p, 0)).toBeLessThan(1.000_001);
      }),
    );
  });

  it('finds a service that shares no word with the query, and says for which need', () => {
    const index = createSearchIndex();
    index.put(aService('Teleopieka'));
    index.put(aService('Chór'));
    const [first] = index.search('mama upadła w łazience i leżała do rana');
    expect(first?.id).toBe('Teleopieka');
    expect(first?.matches.find(({ kind }) => kind === 'need')?.found).toBeTruthy();
    index.remove('Teleopieka');
    expect(index.search('mama upadła w łazience i leżała do rana').map(({ id }) => id)).not.toContain('Teleopieka');
  });
});

describe('kinds that help a little with nearly everything', () => {
  it('weigh less than those that help with few things', () => {
    const understanding = getUnderstanding();
    const particularity = (id: string): number => understanding.particularity(understanding.kinds.numberOf(id) ?? -1);
    expect(particularity('teleopieka')).toBe(1);
    expect(particularity('praca-socjalna')).toBeLessThan(0.8);
    expect(particularity('praca-socjalna')).toBeGreaterThan(0.3);
  });

  it('do not outrank what the likeliest need asks for', () => {
    const index = createSearchIndex();
    index.put(aService('Praca socjalna'));
    index.put(aService('Pomoc postpenitencjarna', { description: 'Pomoc dla osób opuszczających zakłady karne' }));
    expect(index.search('jutro zwalniają mnie z celi')[0]?.id).toBe('Pomoc postpenitencjarna');
  });
});

describe('kinds of services', () => {
  it('are told from the texts of every judged service', () => {
    const untold = services.filter((service) => kindsOf({ ...service, everydayNames: [] }).length === 0);
    expect(untold.map(({ id }) => id)).toEqual([]);
    const leading = services.map((service) => kindsOf({ ...service, everydayNames: [] })[0]?.id);
    // Each judged service is of another kind.
    expect(leading.filter((id, at) => leading.indexOf(id) !== at)).toEqual([]);
  });

  it('follow an editor', () => {
    expect(kindsOf(aService('Chór', { kinds: ['teatr'] })).map(({ id }) => id)).toEqual(['teatr']);
    expect(kindsOf(aService('Chór', { kinds: ['nie-ma-takiego'] })).map(({ id }) => id)).toEqual(['chor']);
  });

  it('are told from what people would say when no name helps', () => {
    const named = { everydayNames: ['nie mam gdzie spać', 'śpię na dworcu'] };
    expect(kindsOf(aService('Przystań', named))[0]).toMatchObject({ id: 'schronienie', weight: expect.closeTo(0.7) });
    expect(kindsOf(aService('Xyz'))).toEqual([]);
  });
});

describe('training', () => {
  const features = new NeedFeatures(polish, vectors, new Map());
  const examples = [
    ...['cieknie kran', 'zepsuty kran w kuchni', 'kran kapie całą noc'].map((text) => ({ text, need: 0 })),
    ...['boli mnie ząb', 'ząb boli całą noc', 'strasznie boli ząb'].map((text) => ({ text, need: 1 })),
  ];
  const train = () => trainNeeds(examples, ['kran', 'zab'], features, 'toy');

  it('learns, the same each time', () => {
    const weights = train();
    expect(encodeModel(weights)).toEqual(encodeModel(train()));
    const model = new NeedModel(weights);
    const ask = (text: string) => [...(model.predict(features.read(text, (key) => model.telling(key))) ?? [])];
    expect(ask('kran')[0]).toBeGreaterThan(0.8);
    expect(ask('boli')[1]).toBeGreaterThan(0.8);
  });

  it('survives being written and read, and refuses what is damaged', () => {
    const weights = train();
    expect(decodeModel(encodeModel(weights))).toEqual(weights);
    expect(() => decodeModel(new TextEncoder().encode('{"magic":"other"}\n'))).toThrow('no model');
    expect(() => new NeedModel({ ...weights, weights: weights.weights.slice(1) })).toThrow('damaged');
  });

  it('keeps utterances apart for measuring', () => {
    const many = getUnderstanding()
      .needs.flatMap(({ utterances }, need) => utterances.map((text) => ({ text, need })))
      .slice(0, 500);
    const { random, situation } = chooseHeldOut(many);
    expect(random.size).toBeGreaterThan(20);
    expect(situation.size).toBeGreaterThan(40);
    expect([...random].filter((example) => situation.has(example))).toEqual([]);
  });
});
