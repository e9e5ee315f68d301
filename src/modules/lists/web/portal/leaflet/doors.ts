import { auditsNothing, centreDoor, file, NotFound, publicDoor, type CentreContext, type Reply } from '#platform/http/index.ts';
import { nameIn, slugOf } from '#modules/catalogue/index.ts';
import { listsTexts } from '../../../texts/index.ts';
import { printLeaflet } from '../../../usecases/printLeaflet.ts';
import { getShownService, readList } from '../../../usecases/readList.ts';
import { tellService, type ToldService } from '../../../usecases/tellService.ts';
import { keptList } from '../cookie.ts';
import { readSharedList } from '../sharedList/door.tsx';

/** Printing is work; a room full of people behind one address still gets its leaflets. */
const nobodys = {
  method: 'GET',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  limit: { attempts: 60, minutes: 10 },
} as const;

/** Letters of 18 points are asked for by `druk=duzy`. */
async function leafletReply(
  c: CentreContext,
  services: readonly ToldService[],
  title: string,
  notes = new Map<string, string>(),
): Promise<Reply> {
  const isLarge = c.query.get('druk') === 'duzy';
  const bytes = await printLeaflet(c.scope, services, { isLarge, title, notes });
  return file(bytes, 'application/pdf', `${slugOf(title)}.pdf`, { inline: true });
}

export const serviceLeaflet = centreDoor({
  ...nobodys,
  path: '/uslugi/:serviceId/ulotka.pdf',
  async handle(c) {
    const service = await getShownService(c.scope, c.params.serviceId);
    return leafletReply(c, [tellService(c.scope, service)], nameIn(service, c.lang));
  },
});

/** The reader's own list, with their notes. */
export const myListLeaflet = centreDoor({
  ...nobodys,
  path: '/moja-lista/ulotka.pdf',
  async handle(c) {
    const list = keptList(c);
    const { services } = await readList(
      c.scope,
      list.map(({ serviceId }) => serviceId),
    );
    if (services.length === 0) throw new NotFound('list');
    const notes = new Map(list.flatMap(({ serviceId, note }) => (note === null ? [] : [[serviceId, note] as const])));
    return leafletReply(c, services, listsTexts.in(c.lang)('list.title'), notes);
  },
});

export const sharedListLeaflet = centreDoor({
  ...nobodys,
  path: '/lista/:uslugi/ulotka.pdf',
  handle: async (c) => leafletReply(c, (await readSharedList(c)).services, listsTexts.in(c.lang)('shared.title')),
});
