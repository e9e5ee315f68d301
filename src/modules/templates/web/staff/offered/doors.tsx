import { z } from 'zod';
import { isUuid } from '#shared/uuid.ts';
import { audits, auditsNothing, centreDoor, page, readForm, redirect, type CentreContext, type FieldError } from '#platform/http/index.ts';
import { choice, text } from '#platform/http/fields.ts';
import { mayUseTemplates } from '../../../policy.ts';
import { templateTexts } from '../../../texts/staff.ts';
import { addServiceFrom, getOffered, listFollowedLately, listUsers, listWaiting } from '../../../usecases/adopt.ts';
import { countWaiting, listEditions, listOffered, listServicesWithout } from '../../../usecases/offered.ts';
import { OFFERED_STATES, OfferedListPage } from './OfferedListPage.tsx';
import { OfferedPage } from './OfferedPage.tsx';

const t = templateTexts.in('pl');
const pageLength = 30;
const mostWaiting = 50;
const mostFollowed = 20;

export const offeredListPage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/wzory',
  may: mayUseTemplates,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const typed = (c.query.get('q') ?? '').trim().slice(0, 200).toWellFormed();
    const [id = '', ...name] = (c.query.get('po') ?? '').split('~');
    const after = isUuid(id) ? { id, name: name.join('~').slice(0, 300).toWellFormed() } : undefined;
    const state = OFFERED_STATES.find((each) => each === c.query.get('stan'));
    const list = await listOffered(c.scope, { typed, state, after, limit: pageLength });
    const waiting = after ? [] : await listWaiting(c.scope, mostWaiting);
    const followed = after ? [] : await listFollowedLately(c.scope, mostFollowed);
    const waitingCount = await countWaiting(c.scope);
    return page(
      <OfferedListPage
        c={c}
        typed={typed}
        state={state}
        {...list}
        isFirst={!after}
        followed={followed}
        waiting={waiting}
        waitingCount={waitingCount}
      />,
    );
  },
});

type C = CentreContext<{ readonly templateId: string }>;
async function draw(c: C, more: { typedName?: string; errors?: readonly FieldError[]; problem?: string } = {}) {
  const { templateId } = c.params;
  const offered = await getOffered(c.scope, templateId);
  const users = await listUsers(c.scope, templateId);
  const editions = await listEditions(c.scope, templateId);
  const free = await listServicesWithout(c.scope);
  return <OfferedPage c={c as unknown as CentreContext} {...offered} editions={editions} users={users} free={free} {...more} />;
}

export const offeredPage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/wzory/:templateId',
  may: mayUseTemplates,
  audit: auditsNothing('no personal data'),
  handle: async (c) => page(await draw(c)),
});

/** Leads to the comparison of a chosen service with the template; without a choice it says so. */
export const chooseServicePage = centreDoor({
  method: 'GET',
  path: '/praca/uslugi/wzory/:templateId/porownaj',
  may: mayUseTemplates,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const serviceId = c.query.get('usluga') ?? '';
    if (!isUuid(serviceId)) return page(await draw(c, { errors: [{ field: 'usluga', code: 'choose-one' }] }), 422);
    return redirect(c.at(`/praca/uslugi/${serviceId}/wzor?wzor=${c.params.templateId}`));
  },
});

const newService = z.object({ nazwa: text(300), sposob: choice(['sam', 'pytaj']) });
export const createServiceDoor = centreDoor({
  method: 'POST',
  path: '/praca/uslugi/wzory/:templateId/usluga',
  may: mayUseTemplates,
  audit: audits('templates.service.added'),
  async handle(c) {
    const { templateId } = c.params;
    const read = readForm(newService, c.fields);
    if (!read.ok) return page(await draw(c, { typedName: c.fields.get('nazwa'), errors: read.errors }), 422);
    const { nazwa: name, sposob } = read.value;
    const added = await addServiceFrom(c.scope, templateId, { name, followsItself: sposob === 'sam' });
    if (!added.ok) return page(await draw(c, { typedName: name, problem: t('offered.createRefused') }), 409);
    c.concerns({ detail: { serviceId: added.value.id, templateId } });
    return redirect(c.at(`/praca/uslugi/${added.value.id}`), t('offered.createDone'));
  },
});
