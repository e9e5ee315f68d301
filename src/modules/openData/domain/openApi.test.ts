import spectral from '@stoplight/spectral-core';
import rulesets from '@stoplight/spectral-rulesets';
import { describe, expect, test } from 'vitest';
import { describeApi } from './openApi.ts';
import { PARAMETERS } from './parameters.ts';
import { ROUTES } from './routes.ts';

const text = JSON.stringify(
  describeApi({ base: 'https://okienko.example/hsds', publisher: 'Okienko', contact: 'https://okienko.example/zgodnosc' }),
);

async function lint(document: string) {
  const linter = new spectral.Spectral();
  // A programme has no address for letters of its own.
  linter.setRuleset({ extends: [[rulesets.oas as never, 'all']], rules: { 'contact-properties': 'off' } } as never);
  return (await linter.run(document)).map(({ code, message, path, severity }) => ({ code, message, path: path.join('.'), severity }));
}

describe('the description of the interface', () => {
  test('passes the linter of OpenAPI documents with nothing to say', async () => {
    expect(await lint(text)).toEqual([]);
  });
  test('and the linter does find faults', async () => {
    const broken = JSON.parse(text) as { paths: Record<string, Record<string, Record<string, unknown>>> };
    const list = broken.paths['/services']?.['get'] ?? {};
    list['operationId'] = 'getService';
    list['responses'] = { '200': { content: {} } };
    const codes = (await lint(JSON.stringify(broken))).filter(({ severity }) => severity === 0).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['operation-operationId-unique']));
  });
  test('names every list, every parameter and every object once', () => {
    const { paths, components } = JSON.parse(text) as { paths: Record<string, object>; components: { schemas: Record<string, object> } };
    expect(Object.keys(paths)).toEqual(['/', ...ROUTES.flatMap(({ path }) => [path, `${path}/{id}`])]);
    const used = new Set(ROUTES.flatMap(({ parameters, oneParameters }) => [...parameters, ...oneParameters]));
    expect([...used].toSorted()).toEqual(Object.keys(PARAMETERS).toSorted());
    for (const reference of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g))
      expect(components.schemas).toHaveProperty(reference[1] ?? '');
    expect(text).not.toMatch(/"\$ref":"(?!#\/components)/);
  });
});
