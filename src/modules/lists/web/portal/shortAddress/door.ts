import { auditsNothing, centreDoor, NotFound, publicDoor, redirect } from '#platform/http/index.ts';
import { findIdByEnd } from '#modules/catalogue/index.ts';
import { readShortCode } from '../../../domain/shortCode.ts';

/** The address that leaflets print for those who type it: it leads to the page of the service. */
export const shortAddress = centreDoor({
  method: 'GET',
  path: '/u/:code',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  limit: { attempts: 120, minutes: 10 },
  async handle(c) {
    const end = readShortCode(c.params.code);
    const id = end && (await findIdByEnd(c.scope, end));
    if (!id) throw new NotFound('service');
    return redirect(c.at(`/uslugi/${id}`));
  },
});
