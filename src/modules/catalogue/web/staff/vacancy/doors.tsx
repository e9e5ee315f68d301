import { audits, auditsNothing, centreDoor, page, redirect } from '#platform/http/index.ts';
import { mayManageCatalogue } from '../../../policy.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { reportVacancy } from '../../../usecases/reportVacancy.ts';
import { getService } from '../../../usecases/services.ts';
import { readFigures, SEEN_FIGURES, typedFigures } from '../../figuresForm.ts';
import { VacancyPage } from './VacancyPage.tsx';

const said = catalogueStaffTexts.in('pl');

export const vacancyPage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/:serviceId/miejsca',
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const service = await getService(c.scope, c.params.serviceId);
    return page(<VacancyPage c={c} service={service} typed={typedFigures(service)} />);
  },
});

export const saveVacancyDoor = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/:serviceId/miejsca',
  may: mayManageCatalogue,
  audit: audits('catalogue.vacancy.reported'),
  async handle(c) {
    const service = await getService(c.scope, c.params.serviceId);
    const read = readFigures(c.fields, service);
    if (!read.ok) return page(<VacancyPage c={c} service={service} typed={read.typed} errors={read.errors} />, 422);
    const done = await reportVacancy(c.scope, service.id, read.value, c.fields.get(SEEN_FIGURES));
    if (!done.ok) return page(<VacancyPage c={c} service={await getService(c.scope, service.id)} typed={c.fields} isOvertaken />, 409);
    c.concerns({ detail: { serviceId: service.id } });
    return redirect(c.at(`/praca/uslugi/${service.id}/miejsca`), said('vacancy.saved'));
  },
});
