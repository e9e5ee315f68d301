import type { CentreContext } from '#platform/http/index.ts';
import type { Board } from '../../../usecases/readBoard.ts';

/** What each part of the board is drawn from. */
export interface BoardParts {
  readonly c: CentreContext;
  readonly board: Board;
}
