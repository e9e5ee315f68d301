import { auditsNothing, centreDoor, NotFound, page, publicDoor } from '#platform/http/index.ts';
import { helplinesFor } from '../../../domain/helplines.ts';
import { lifeSituations, titleOfNeed } from '../../../domain/shippedLife.ts';
import { listNeeds } from '../../../understandNeeds.ts';
import { servicesForNeed } from '../../../usecases/servicesForNeed.ts';
import { SituationPage } from './SituationPage.tsx';

/** A situation of life and what helps in it here: a common one, or any need that the search knows. */
export const situationPage = centreDoor({
  method: 'GET',
  path: '/sytuacje/:situation',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const need = listNeeds().find(({ id }) => id === c.params.situation);
    if (!need) throw new NotFound('situation');
    const common = lifeSituations.find((each) => each.need === need.id);
    const hide = common?.hide ?? need.kinds['przemoc-pomoc'] === 3;
    const situation = { title: titleOfNeed(need, c.lang), hide };
    const isUrgent = need.urgent === true || hide;
    const services = await servicesForNeed(c.scope, need.id);
    return page(
      <SituationPage c={c} situation={situation} services={services} helplines={isUrgent ? helplinesFor(need.kinds, c.scope.today) : []} />,
    );
  },
});
