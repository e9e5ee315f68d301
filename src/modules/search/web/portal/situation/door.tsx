import { auditsNothing, centreDoor, NotFound, page, publicDoor } from '#platform/http/index.ts';
import { helplinesFor } from '../../../domain/helplines.ts';
import { lifeSituations } from '../../../domain/shippedLife.ts';
import { listNeeds } from '../../../understandNeeds.ts';
import { servicesForNeed } from '../../../usecases/servicesForNeed.ts';
import { SituationPage } from './SituationPage.tsx';

/** A situation of life and what helps in it here. */
export const situationPage = centreDoor({
  method: 'GET',
  path: '/sytuacje/:situation',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const situation = lifeSituations.find(({ need }) => need === c.params.situation);
    const need = listNeeds().find(({ id }) => id === c.params.situation);
    if (!situation || !need) throw new NotFound('situation');
    const isUrgent = need.urgent === true || situation.hide;
    const services = await servicesForNeed(c.scope, need.id);
    return page(
      <SituationPage c={c} situation={situation} services={services} helplines={isUrgent ? helplinesFor(need.kinds, c.scope.today) : []} />,
    );
  },
});
