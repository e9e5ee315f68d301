import { auditsNothing, centreDoor, page, publicDoor } from '#platform/http/index.ts';
import { listOffered } from '#modules/catalogue/index.ts';
import { searchServices } from '../../../usecases/searchServices.ts';
import { readListQuestion } from './readList.ts';
import { ServicesPage } from './ServicesPage.tsx';

const pageLength = 24;
/** Hits this much weaker than the best one only confuse. */
const weakest = 0.12;

/** The list of services, narrowed by words, area and target group. */
export const servicesPage = centreDoor({
  method: 'GET',
  path: '/uslugi',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const question = readListQuestion(c.query);
    const { words, area, group, after } = question;
    if (words !== '') {
      const found = await searchServices(c.scope, words, { area, group });
      const best = found[0]?.score ?? 0;
      const hits = found.filter(({ score }) => score >= best * weakest);
      return page(<ServicesPage c={c} question={question} hits={hits} count={hits.length} />);
    }
    const { services, next, count } = await listOffered(c.scope, { area, group }, pageLength, after);
    const hits = services.map((service) => ({ service, score: 0, matches: [] }));
    return page(<ServicesPage c={c} question={question} hits={hits} count={count} next={next} />);
  },
});
