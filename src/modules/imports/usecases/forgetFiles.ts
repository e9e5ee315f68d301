import type { CentreScope } from '#platform/http/index.ts';
import { forgetContents } from '../store/runStore.ts';

/** Forgets files that were brought long ago; what they did stays known. */
export const forgetFiles = (scope: CentreScope): Promise<number> => forgetContents(scope.tx, scope.now);
