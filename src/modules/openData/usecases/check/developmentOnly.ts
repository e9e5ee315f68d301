import { codeOf, OperatorError } from '#platform/operatorError.ts';

/** Some checks need libraries that only a development installation has, so the product never loads them by itself. */
async function developmentOnly<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (codeOf(error) !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new OperatorError('This check needs the libraries of a development installation: run npm install first.');
  }
}

/** @throws OperatorError where the libraries are missing; so does {@link loadDescriptionCheck} */
export const loadLinkedDataCheck = () => developmentOnly(() => import('./linkedData.ts'));
export const loadDescriptionCheck = () => developmentOnly(() => import('./description.ts'));
