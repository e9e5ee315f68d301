// Preloaded into the dependency reader: TypeScript 7 has no JavaScript API, and without one the reader
// would skip every .ts file and report no violations.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const isTypeScript = specifier === 'typescript' || specifier.startsWith('typescript/');
    return next(isTypeScript ? specifier.replace('typescript', 'typescript6') : specifier, context);
  },
});
