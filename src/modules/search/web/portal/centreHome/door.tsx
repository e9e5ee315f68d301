import { auditsNothing, centreDoor, page, publicDoor } from '#platform/http/index.ts';
import { findCentreFacts } from '#modules/centres/index.ts';
import { countOffers } from '#modules/catalogue/index.ts';
import { helplinesOn } from '../../../domain/helplines.ts';
import { CentreHome } from './CentreHome.tsx';

/** The first page of a centre. */
export const centreHome = centreDoor({
  method: 'GET',
  path: '/',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const facts = c.centre.isDemo ? await findCentreFacts(c.world, c.centre.slug) : undefined;
    return page(<CentreHome c={c} offers={await countOffers(c.scope)} helplines={helplinesOn(c.scope.today)} source={facts?.sources[0]} />);
  },
});
