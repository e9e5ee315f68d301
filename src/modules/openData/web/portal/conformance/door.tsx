import { auditsNothing, findCentreById, page, platformDoor, publicDoor } from '#platform/http/index.ts';
import { describeBuild, listCheckResults } from '../../../usecases/check/results.ts';
import { checkSelf } from '../../../usecases/check/self.ts';
import { reachOf } from '../../api/answer.ts';
import { listEntries } from '../../../store/listStore.ts';
import { ConformancePage } from './ConformancePage.tsx';

/** What the open data conforms to, and how to read it. */
export const conformancePage = platformDoor({
  method: 'GET',
  path: '/zgodnosc',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const reach = reachOf(c);
    const own = await checkSelf(c.world, reach);
    const [first] = await listEntries(reach.database, 'service', reach.today, {}, { limit: 1 });
    const centre = first && (await findCentreById(reach.database, first.publisherId));
    const example = first && centre && `/${centre.slug}/uslugi/${first.id}`;
    return page(<ConformancePage c={c} own={own} outside={await listCheckResults(c.world)} build={describeBuild()} example={example} />);
  },
});
