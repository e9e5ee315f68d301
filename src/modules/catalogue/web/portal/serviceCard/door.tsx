import { auditsNothing, centreDoor, NotFound, page, publicDoor } from '#platform/http/index.ts';
import { getService } from '../../../usecases/services.ts';
import { ServiceCardPage } from './ServiceCardPage.tsx';

/** The card of one service. Ended ones stay readable, because cases and printed letters refer to them. */
export const serviceCardPage = centreDoor({
  method: 'GET',
  path: '/uslugi/:serviceId',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const service = await getService(c.scope, c.params.serviceId);
    if (service.status === 'draft') throw new NotFound('service');
    return page(<ServiceCardPage c={c} service={service} />);
  },
});
