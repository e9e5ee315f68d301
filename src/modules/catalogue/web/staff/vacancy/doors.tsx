import { z } from 'zod';
import { audits, auditsNothing, centreDoor, FormFields, page, readForm, redirect } from '#platform/http/index.ts';
import { mayManageCatalogue } from '../../../policy.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { reportVacancy } from '../../../usecases/reportVacancy.ts';
import { getService } from '../../../usecases/services.ts';
import { VacancyPage } from './VacancyPage.tsx';

const count = (max: number) =>
  z
    .string()
    .trim()
    .refine((typed) => typed === '' || (/^\d{1,6}$/.test(typed) && Number(typed) <= max), 'not-a-number')
    .transform((typed) => (typed === '' ? null : Number(typed)));
const schema = z.object({ free: count(1_000_000), queue: count(1_000_000), waitDays: count(10_000) });
const said = catalogueStaffTexts.in('pl');

export const vacancyPage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/:serviceId/miejsca',
  may: mayManageCatalogue,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const service = await getService(c.scope, c.params.serviceId);
    const figure = (value: number | null | undefined) => (value == null ? '' : String(value));
    const { free, queue, waitDays } = service.vacancy ?? {};
    const typed = FormFields.from({ free: figure(free), queue: figure(queue), waitDays: figure(waitDays) });
    return page(<VacancyPage c={c} service={service} typed={typed} />);
  },
});

export const saveVacancyDoor = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/:serviceId/miejsca',
  may: mayManageCatalogue,
  audit: audits('catalogue.vacancy.reported'),
  async handle(c) {
    const service = await getService(c.scope, c.params.serviceId);
    const read = readForm(schema, c.fields);
    if (!read.ok) return page(<VacancyPage c={c} service={service} typed={read.typed} errors={read.errors} />, 422);
    const { free, queue, waitDays } = read.value;
    if (free === null && (queue !== null || waitDays !== null)) {
      return page(<VacancyPage c={c} service={service} typed={c.fields} errors={[{ field: 'free', code: 'required' }]} />, 422);
    }
    await reportVacancy(c.scope, service.id, free === null ? null : { free, queue, waitDays });
    c.concerns({ detail: { serviceId: service.id } });
    return redirect(c.at(`/praca/uslugi/${service.id}/miejsca`), said('vacancy.saved'));
  },
});
