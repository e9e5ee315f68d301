import { auditsNothing, centreDoor, page, publicDoor } from '#platform/http/index.ts';
import { helplinesFor } from '../../../domain/helplines.ts';
import { dangerIn } from '../../../domain/shippedDanger.ts';
import { browseServices } from '../../../usecases/searchServices.ts';
import { noteSearch } from '../../../usecases/unmetSearches.ts';
import { readListQuestion } from './readList.ts';
import { ServicesPage } from './ServicesPage.tsx';

/** The list of services, narrowed by words and choices. */
export const servicesPage = centreDoor({
  method: 'GET',
  path: '/uslugi',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const question = readListQuestion(c.query);
    const found = await browseServices(c.scope, question);
    const isNarrowed =
      Object.values(question.narrowing).some((chosen) => chosen !== undefined && chosen !== false) || question.place !== '';
    if (found.isWeak && !isNarrowed && question.after === undefined) noteSearch(c.scope, question.words, c.address);
    const danger = dangerIn(question.words, found.read);
    const urgent = danger && { danger: danger.kind, helplines: helplinesFor(danger.kinds, c.scope.today) };
    return page(<ServicesPage c={c} question={question} found={found} isNarrowed={isNarrowed} urgent={urgent} />);
  },
});
