import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { modules } from '#apps/modules.ts';
import { authorizationFile, describeAuthorization } from '../scripts/authorization.ts';

it('docs/authorization.md says what the manifests say; otherwise run `npm run docs:authorization`', () => {
  expect(readFileSync(authorizationFile, 'utf8')).toBe(describeAuthorization(modules));
});
