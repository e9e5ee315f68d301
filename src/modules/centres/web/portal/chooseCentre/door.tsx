import { auditsNothing, page, platformDoor, publicDoor } from '#platform/http/index.ts';
import { chooseCentre } from '../../../usecases/chooseCentre.ts';
import { ChooseCentrePage } from './ChooseCentrePage.tsx';

const longest = 100;

/** The first page of all: which centre is yours. */
export const chooseCentrePage = platformDoor({
  method: 'GET',
  path: '/',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const typed = (c.query.get('q') ?? '')
      .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
      .trim()
      .slice(0, longest)
      .toWellFormed();
    return page(<ChooseCentrePage c={c} typed={typed} choice={await chooseCentre(c.world, typed)} />);
  },
});
