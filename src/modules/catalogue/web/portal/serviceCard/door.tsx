import { auditsNothing, centreDoor, NotFound, page, publicDoor, redirect, type CentreContext } from '#platform/http/index.ts';
import { findSuccessor } from '../../../usecases/careForService.ts';
import { getService, isOffered } from '../../../usecases/services.ts';
import { cardParts, linkedDataOf } from '#platform/html/index.ts';
import { type CardAction, ServiceCardPage } from './ServiceCardPage.tsx';
import { hoursOf } from '../../../domain/facets.ts';
import { nextSessions } from '../../../domain/schedule.ts';
import { nameIn } from '../../../domain/service.ts';

/** What other modules offer to do about a service. */
async function listActions(c: CentreContext, serviceId: string): Promise<CardAction[]> {
  const known = c.world.modules.flatMap((module) => module.serviceActions ?? []).toSorted((a, b) => a.order - b.order);
  const actions: CardAction[] = [];
  for (const action of known) {
    if (await action.isOffered(c.scope, serviceId)) actions.push({ label: action.label(c.lang), href: c.at(action.path(serviceId)) });
  }
  return actions;
}

/** The card of one service. Ended ones stay readable, because cases and printed letters refer to them. */
export const serviceCardPage = centreDoor({
  method: 'GET',
  path: '/uslugi/:serviceId',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const service = await getService(c.scope, c.params.serviceId);
    if (service.status === 'draft') throw new NotFound('service');
    const successor = service.status === 'ended' ? await findSuccessor(c.scope, service.id) : undefined;
    if (successor?.isMerged) return redirect(c.at(`/uslugi/${successor.id}`));
    const own = c.at(`/uslugi/${service.id}`);
    // Programs that ask for linked data are shown where it is; pages name it in their headers.
    if ((c.request.headers.get('accept') ?? '').startsWith('application/ld+json')) return redirect(`${own}/cpsv-ap.jsonld`);
    const alternates = ['schema-org', 'cpsv-ap'].map((name) => `<${own}/${name}.jsonld>; rel="alternate"; type="application/ld+json"`);
    const actions = await listActions(c, service.id);
    const hasSessions = isOffered(service, c.today) && nextSessions(hoursOf(service), c.now, 1).length > 0;
    const parts = cardParts(c, { id: service.id, name: nameIn(service, c.lang), hasSessions });
    return page(
      <ServiceCardPage
        c={c}
        service={service}
        successor={successor}
        actions={actions}
        parts={parts}
        data={await linkedDataOf(c, service.id)}
      />,
      200,
      {
        vary: 'accept',
        ...(isOffered(service, c.today) && { link: alternates.join(', ') }),
      },
    );
  },
});
