import { auditsNothing, centreDoor, page, publicDoor } from '#platform/http/index.ts';
import { CentreHome } from './CentreHome.tsx';

/** The first page of a centre. */
export const centreHome = centreDoor({
  method: 'GET',
  path: '/',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  handle: (c) => page(<CentreHome c={c} />),
});
