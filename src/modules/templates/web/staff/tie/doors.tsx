import { z } from 'zod';
import { isUuid } from '#shared/uuid.ts';
import { audits, auditsNothing, centreDoor, NotFound, page, redirect, versionSeen, type CentreContext } from '#platform/http/index.ts';
import { mayUseTemplates } from '../../../policy.ts';
import { templateTexts } from '../../../texts/staff.ts';
import { adoptTemplate, changeTie, leaveTemplate, type AdoptRefusal } from '../../../usecases/adopt.ts';
import { compareTie } from '../../../usecases/compareTie.ts';
import { readFieldNames } from '../../../usecases/editions.ts';
import { listTemplateNames } from '../../../usecases/offered.ts';
import { labelOf } from '../fieldWords.ts';
import { ServiceTiePage } from './ServiceTiePage.tsx';

const t = templateTexts.in('pl');
type C = CentreContext<{ readonly serviceId: string }>;
interface Asked {
  readonly templateId?: string | undefined;
  readonly reattach?: string | undefined;
  readonly problem?: AdoptRefusal;
  readonly kept?: readonly string[];
}

async function draw(c: C, { templateId, reattach, problem, kept }: Asked = {}) {
  const tie = await compareTie(c.scope, c.params.serviceId, { templateId, reattach });
  const templates = tie.standing || tie.comparison ? [] : await listTemplateNames(c.scope);
  return <ServiceTiePage c={c as unknown as CentreContext} {...tie} templates={templates} problem={problem} kept={kept} />;
}

export const tiePage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/:serviceId/wzor',
  may: mayUseTemplates,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const wanted = c.query.get('wzor');
    if (wanted && !isUuid(wanted)) throw new NotFound('template');
    return page(await draw(c, { templateId: wanted || undefined, reattach: c.query.get('wroc') ?? undefined }));
  },
});

const wholeNumber = z.coerce.number().int().min(0).max(1_000_000_000).catch(-1);
/** The version of the tie that was on the page; one that nobody has when the form says none. */
const tieSeen = (c: CentreContext<object>): number => wholeNumber.parse(c.fields.get('powiazanie') || '-');

export const adoptDoor = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/:serviceId/wzor',
  may: mayUseTemplates,
  audit: audits('templates.service.adopted'),
  async handle(c) {
    const { serviceId } = c.params;
    const templateId = c.fields.get('wzor');
    if (!isUuid(templateId)) throw new NotFound('template');
    const kept = c.fields.all('zostaw');
    const input = {
      serviceId,
      templateId,
      number: wholeNumber.parse(c.fields.get('numer') || '-'),
      seen: versionSeen(c.fields),
      adoptionVersion: tieSeen(c),
      detached: readFieldNames([...kept, ...c.fields.all('wlasne')]),
      followsItself: c.fields.get('sposob') !== 'pytaj',
    };
    const done = await adoptTemplate(c.scope, input);
    if (!done.ok) return page(await draw(c, { templateId, problem: done.refusal, kept }), 409);
    const { standing } = await compareTie(c.scope, serviceId);
    const { name = '', number = 0 } = standing?.adoption.edition ?? {};
    c.concerns({ detail: { serviceId, templateId, number } });
    return redirect(c.at(`/praca/uslugi/${serviceId}/wzor`), t('tie.attached', { name, number }));
  },
});

export const detachDoor = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/:serviceId/wzor/odlacz',
  may: mayUseTemplates,
  audit: audits('templates.field.detached'),
  async handle(c) {
    const { serviceId } = c.params;
    const [detach] = readFieldNames([c.fields.get('pole')]);
    const isDone = detach !== undefined && (await changeTie(c.scope, serviceId, tieSeen(c), { detach }));
    if (!isDone) return page(await draw(c, { problem: 'changed' }), 409);
    c.concerns({ detail: { serviceId, field: detach } });
    return redirect(c.at(`/praca/uslugi/${serviceId}/wzor`), t('tie.detached', { field: labelOf(detach) }));
  },
});

export const modeDoor = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/:serviceId/wzor/sposob',
  may: mayUseTemplates,
  audit: audits('templates.service.modeSet'),
  async handle(c) {
    const { serviceId } = c.params;
    const isDone = await changeTie(c.scope, serviceId, tieSeen(c), { followsItself: c.fields.get('sposob') !== 'pytaj' });
    if (!isDone) return page(await draw(c, { problem: 'changed' }), 409);
    c.concerns({ detail: { serviceId } });
    return redirect(c.at(`/praca/uslugi/${serviceId}/wzor`), t('tie.modeSaved'));
  },
});

export const leaveDoor = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/:serviceId/wzor/rezygnacja',
  may: mayUseTemplates,
  audit: audits('templates.service.left'),
  async handle(c) {
    const { serviceId } = c.params;
    if (!(await leaveTemplate(c.scope, serviceId, tieSeen(c)))) return page(await draw(c, { problem: 'changed' }), 409);
    c.concerns({ detail: { serviceId } });
    return redirect(c.at(`/praca/uslugi/${serviceId}/wzor`), t('tie.left'));
  },
});
