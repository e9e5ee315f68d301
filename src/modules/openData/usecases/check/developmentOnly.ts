import { codeOf, OperatorError } from '#platform/operatorError.ts';

/** Some checks need libraries that only a development installation has, so the product never loads them by itself. */
async function developmentOnly<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (codeOf(error) !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new OperatorError(
      'This check needs libraries that `npm start` leaves out. Run `npm install` in the folder of the program, then the check again.',
    );
  }
}

/** @throws OperatorError where the libraries are missing; so does {@link loadDescriptionCheck} */
export const loadLinkedDataCheck = () => developmentOnly(() => import('./linkedData.ts'));
export const loadDescriptionCheck = () => developmentOnly(() => import('./description.ts'));
