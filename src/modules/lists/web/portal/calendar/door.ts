import { auditsNothing, centreDoor, data, file, publicDoor } from '#platform/http/index.ts';
import { languages } from '#platform/i18n/index.ts';
import { isOffered, slugOf } from '#modules/catalogue/index.ts';
import { serviceCalendar } from '../../../usecases/serviceCalendar.ts';
import { listsTexts } from '../../../texts/index.ts';
import { getShownService } from '../../../usecases/readList.ts';
import { phoneLine, tellService } from '../../../usecases/tellService.ts';

/** The sessions of a service for calendar programs; `jezyk` says in which language, `pobierz=1` gives a file to keep. */
export const serviceCalendarFeed = centreDoor({
  method: 'GET',
  path: '/uslugi/:serviceId/terminy.ics',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const service = await getShownService(c.scope, c.params.serviceId);
    const lang = languages.find((each) => each === c.query.get('jezyk')) ?? c.lang;
    const told = tellService({ ...c.scope, lang }, service);
    const t = listsTexts.in(lang);
    const calendar = serviceCalendar(service, {
      today: c.today,
      lang,
      name: told.name,
      description: [...told.phones.map((phone) => `${t('fact.phone')}: ${phoneLine(phone)}`), told.address].join('\n'),
      address: told.address,
      host: new URL(c.world.publicUrl).hostname,
      isOffered: isOffered(service, c.today),
    });
    if (c.query.has('pobierz'))
      return file(new TextEncoder().encode(calendar), 'text/calendar; charset=utf-8', `${slugOf(service.name)}.ics`);
    return data(calendar, 'text/calendar; charset=utf-8', { headers: { 'cache-control': 'public, max-age=3600' } });
  },
});
