import { describe, expect, test } from 'vitest';
import { lintDescription } from '../usecases/check/description.ts';
import { describeApi } from './openApi.ts';
import { PARAMETERS } from './parameters.ts';
import { ROUTES } from './routes.ts';

const text = JSON.stringify(
  describeApi({ base: 'https://okienko.example/hsds', publisher: 'Okienko', contact: 'https://okienko.example/zgodnosc' }),
);

describe('the description of the interface', () => {
  test('passes the linter of OpenAPI documents with nothing to say', async () => {
    expect(await lintDescription(text)).toEqual({ operations: 19, faults: [], warnings: [] });
  });
  test('and the linter does find faults', async () => {
    const broken = JSON.parse(text) as { paths: Record<string, Record<string, Record<string, unknown>>> };
    const list = broken.paths['/services']?.['get'] ?? {};
    list['operationId'] = 'getService';
    const { faults } = await lintDescription(JSON.stringify(broken));
    expect(faults.join('\n')).toContain('operation-operationId-unique');
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
