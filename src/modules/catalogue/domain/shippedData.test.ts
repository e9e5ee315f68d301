import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { TARGET_GROUPS } from '#shared/targetGroups.ts';
import { AREA_CODES, AREA_NAMES_PL } from '#modules/catalogue/domain/codes.ts';
import { listShippedServices, shippedCardSchema } from '#modules/catalogue/domain/shippedServices.ts';
import { staleTexts } from '#modules/catalogue/domain/translation.ts';
import { grosze, percentOf } from '#shared/money.ts';
import { parseNip } from '#shared/nip.ts';
import { findInForce } from '#shared/period.ts';
import { parseTerc } from '#shared/teryt.ts';

const folder = new URL('../../../../data/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const list = (path: string) => readdirSync(new URL(path, folder)).filter((name) => name.endsWith('.json'));

const inThree = z.strictObject({ pl: z.string().min(1), en: z.string().min(1), uk: z.string().regex(/[а-яіїєґ]/i) });
const agesSchema = z.strictObject({
  from: z.int().nullable(),
  to: z.int().nullable(),
  article: z.string().min(1),
  verified: z.boolean(),
});
const areaSchema = z.strictObject({ number: z.int(), code: z.enum(AREA_CODES), name: inThree, sentence: inThree });
const lawSchema = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z]+$/),
  kind: z.enum(['law', 'product']),
  title_pl: z.string().min(1),
  unit: z.enum(['day', 'month', 'year', 'hour', 'minute', 'count', 'megabyte', 'file', 'grosze', 'boolean', 'list', 'monthDay', 'text']),
  value: z.union([z.int().nonnegative(), z.boolean(), z.string(), z.array(z.string().min(1))]),
  validFrom: z.iso.date(),
  validTo: z.iso.date().optional(),
  article: z.string().nullable(),
  source: z.string().nullable(),
  verified: z.boolean(),
  note: z.string().optional(),
});
const centreSchema = z.looseObject({
  slug: z.string().regex(/^[a-z0-9-]+$/),
  displayName: z.string().min(1),
  officialName: z.string().nullable(),
  tercs: z.array(z.string().refine((code) => parseTerc(code).ok)).min(1),
  legalMode: z.enum(['A', 'B', 'C', 'D']).nullable(),
  legalModeConfirmed: z.boolean(),
  status: z.enum(['working', 'planned', 'applied']),
  startedOn: z.iso.date().nullable(),
  identifiers: z.array(
    z.strictObject({
      kind: z.literal('nip'),
      value: z.string().refine((nip) => parseNip(nip).ok),
      validFrom: z.iso.date(),
      validTo: z.iso.date().nullable(),
    }),
  ),
  sources: z.array(z.string()),
  hasCatalogue: z.boolean(),
});
const gminaSchema = z.looseObject({ terc: z.string(), name: z.string(), kindName: z.string(), powiat: z.string() });
const catalogueSchema = z.strictObject({ centre: z.string().nullable(), services: z.array(shippedCardSchema).min(1) });

const centres = z.array(centreSchema).parse(read('registers/centres.json'));
const gminas = z.array(gminaSchema).parse(read('registers/gminas.json'));
const catalogues = list('catalogue/').map((name) => catalogueSchema.parse(read(`catalogue/${name}`)));
const law = list('law/').flatMap((name) => z.array(lawSchema).parse(read(`law/${name}`)));

describe('areas and target groups', () => {
  test('are the statutory fourteen in their order', () => {
    const areas = z.array(areaSchema).parse(read('areas.json'));
    expect(areas.map(({ number, code }) => [number, code])).toEqual(AREA_CODES.map((code, index) => [index + 1, code]));
    expect(areas.map(({ name }) => name.pl)).toEqual(AREA_NAMES_PL);
  });

  test('target groups are those of the code', () => {
    const groups = z
      .array(z.strictObject({ code: z.enum(TARGET_GROUPS), name: inThree, ages: agesSchema.optional() }))
      .parse(read('targetGroups.json'));
    expect(groups.map(({ code }) => code)).toEqual([...TARGET_GROUPS]);
  });
});

describe('law parameters', () => {
  test('nothing from general knowledge alone passes as verified law', () => {
    const unsourced = law.filter(({ kind, source, verified }) => kind === 'law' && verified && source === null);
    expect(unsourced.map(({ key }) => key)).toEqual([]);
    expect(law.filter(({ verified }) => !verified).length).toBeGreaterThan(10);
  });

  test('validity ranges of one key never overlap', () => {
    for (const entry of law) {
      const inForce = law.filter(
        ({ key, validFrom, validTo }) => key === entry.key && validFrom <= entry.validFrom && (validTo ?? '9999') >= entry.validFrom,
      );
      expect(inForce).toHaveLength(1);
    }
  });

  test.each([
    ['planDueDays', 30],
    ['coordinationMonths', 3],
    ['planMaxMonths', 12],
    ['supplementDays', 7],
    ['appealDays', 14],
    ['referralLinkDays', 8],
    ['needContactDays', 7],
    ['incomeCriterionSingle', 101000],
    ['incomeCriterionFamily', 82300],
  ])('%s is %i in 2026', (key, value) => {
    const today = Temporal.PlainDate.from('2026-02-01');
    expect(
      findInForce(
        law.filter((entry) => entry.key === key),
        today,
      )?.value,
    ).toBe(value);
  });

  test.each([
    ['2021-12-31', 70100, 52800],
    ['2022-01-01', 77600, 60000],
    ['2024-12-31', 77600, 60000],
    ['2025-01-01', 101000, 82300],
  ])('income criteria on %s', (iso, single, family) => {
    const on = (key: string) =>
      findInForce(
        law.filter((entry) => entry.key === key),
        Temporal.PlainDate.from(iso),
      )?.value;
    expect([on('incomeCriterionSingle'), on('incomeCriterionFamily')]).toEqual([single, family]);
  });

  test('250% of the criterion of a single person in 2025', () => {
    expect(percentOf(grosze(101000), 250)).toBe(252500);
  });
});

describe('registers', () => {
  test('each gmina of a centre is in the register, and so are its namesakes', () => {
    const codes = new Set(gminas.map(({ terc }) => terc));
    expect(centres.flatMap(({ tercs }) => tercs).filter((terc) => !codes.has(terc))).toEqual([]);
    const codesOf = (name: string) => gminas.filter((gmina) => gmina.name === name).map(({ terc }) => terc);
    expect(codesOf('Brodnica')).toEqual(['0402011', '0402032', '3026012']);
    expect(codesOf('Inowrocław')).toEqual(['0407011', '0407042']);
    expect(codesOf('Słupsk')).toEqual(['2212082', '2263011']);
    expect(codesOf('Łuków')).toEqual(['0611011', '0611052']);
  });

  test('addresses of centres are unique', () => {
    expect(new Set(centres.map(({ slug }) => slug)).size).toBe(centres.length);
  });

  test('the three Lubelskie grants of the pilot add up', () => {
    const totals = z
      .array(z.looseObject({ slug: z.string(), grants: z.array(z.looseObject({ totalGrosze: z.int().nullable() })) }))
      .parse(read('registers/centres.json'));
    const sum = totals
      .filter(({ slug }) => ['belzyce', 'wojcieszkow', 'opole-lubelskie'].includes(slug))
      .reduce((all, { grants }) => all + (grants[0]?.totalGrosze ?? 0), 0);
    expect(sum).toBe(920938197);
  });
});

describe('catalogue', () => {
  test('belongs to registered centres; every centre that claims a catalogue has one', () => {
    const withCatalogue = catalogues.flatMap(({ centre }) => (centre === null ? [] : [centre])).toSorted();
    expect(withCatalogue).toEqual(
      centres
        .filter(({ hasCatalogue }) => hasCatalogue)
        .map(({ slug }) => slug)
        .toSorted(),
    );
  });

  test('the demonstration of Solec Kujawski covers all fourteen areas, in three languages', () => {
    const solec = catalogues.find(({ centre }) => centre === 'solec-kujawski')?.services ?? [];
    expect(new Set(solec.flatMap(({ areas }) => areas)).size).toBe(14);
    expect(solec.filter(({ translations }) => !translations.en || !translations.uk)).toEqual([]);
  });

  test('shipped translations are of the Polish beside them', () => {
    const all = catalogues.flatMap(({ services }) => services);
    expect(all.some(({ translations }) => translations.en?.madeFrom !== undefined)).toBe(true);
    for (const service of all) expect([service.slug, ...staleTexts(service, 'en'), ...staleTexts(service, 'uk')]).toEqual([service.slug]);
  });

  test('made-up services say so and use reserved addresses; real ones name their source and no contact', () => {
    for (const service of catalogues.flatMap(({ services }) => services)) {
      if (service.demo) expect(service.contact.email).toMatch(/@example\.(org|com)$/);
      else expect([typeof service.source, service.contact.email, service.contact.phone]).toEqual(['string', null, null]);
    }
  });

  test('is read for one centre, with ids that stay', () => {
    const services = listShippedServices('solec-kujawski');
    expect(services.length).toBeGreaterThan(20);
    expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
    expect(listShippedServices('solec-kujawski')).toEqual(services);
    for (const slug of ['pluznica', 'without-centre', '../areas', '']) expect(listShippedServices(slug)).toEqual([]);
  });

  test('every service lies in an area', () => {
    expect(catalogues.flatMap(({ services }) => services).filter(({ areas }) => areas.length === 0)).toEqual([]);
  });

  test('addresses of services are unique within a centre', () => {
    for (const { services } of catalogues) expect(new Set(services.map(({ slug }) => slug)).size).toBe(services.length);
  });
});
