import { auditsNothing, page, platformDoor, publicDoor } from '#platform/http/index.ts';
import { describeBuild, listCheckResults } from '../../../usecases/check/results.ts';
import { checkSelf } from '../../../usecases/check/self.ts';
import { reachOf } from '../../api/answer.ts';
import { listPage } from '../../../usecases/directory.ts';
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
    const { contents } = await listPage(reach, 'service', { per_page: 1 }, {});
    const example = contents[0] as { id: string } | undefined;
    return page(
      <ConformancePage c={c} own={own} outside={await listCheckResults(c.world)} build={describeBuild()} exampleId={example?.id} />,
    );
  },
});
