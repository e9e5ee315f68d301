import { stringify } from 'csv-stringify/sync';
import { findUserNames } from '#modules/accounts/index.ts';
import { audits, centreDoor, file, page, type CentreContext } from '#platform/http/index.ts';
import { spanOf } from '../../../domain/span.ts';
import { mayReadBoard } from '../../../policy.ts';
import { boardTexts } from '../../../texts/texts.ts';
import { readBoard } from '../../../usecases/readBoard.ts';
import { BoardPage } from './BoardPage.tsx';
import { figureRows } from './figureRows.ts';

const spanIn = (c: CentreContext) => spanOf(c.query.get('miesiecy'));

export const showBoard = centreDoor({
  method: 'GET',
  path: '/praca/pulpit',
  may: mayReadBoard,
  audit: audits('board.figures.read'),
  async handle(c) {
    const span = spanIn(c);
    const board = await readBoard(c.scope, span);
    const coordinators = await findUserNames(
      c.scope,
      board.nearest.flatMap((each) => each.coordinatorId ?? []),
    );
    return page(<BoardPage c={c} span={span} board={board} coordinators={coordinators} />);
  },
});

export const exportBoard = centreDoor({
  method: 'GET',
  path: '/praca/pulpit.csv',
  may: mayReadBoard,
  audit: audits('board.figures.exported'),
  async handle(c) {
    const rows = figureRows(await readBoard(c.scope, spanIn(c)));
    const columns = boardTexts.in('pl')('figureColumns').split(';');
    const text = stringify([columns, ...rows], { bom: true, delimiter: ';', escape_formulas: true });
    return file(new TextEncoder().encode(text), 'text/csv; charset=utf-8', `pulpit-${c.today.toString()}.csv`);
  },
});
