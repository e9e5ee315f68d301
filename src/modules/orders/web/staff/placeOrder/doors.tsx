import { audits, centreDoor, NotFound, page, redirect, type CentreContext, type FormFields } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { CardGrid, CardLink, EmptyState, Heading, Lead, Stack } from '#ui/index.ts';
import { mayPlaceOrders } from '../../../policy.ts';
import { staffTexts } from '../../../texts/texts.ts';
import { placeOrders } from '../../../usecases/placeOrders.ts';
import { prepareOrdering, proposeOrder } from '../../../usecases/prepareOrder.ts';
import { sayErrors, sayRefusals, type Said } from '../../provider/order/forms.ts';
import { statusInWords } from '../../words.ts';
import { readOrder } from './form.ts';
import { PlaceOrderPage } from './PlaceOrderPage.tsx';

const t = staffTexts.in('pl');

/** Which of the qualified services to order. */
export const chooseService = centreDoor({
  method: 'GET',
  path: '/praca/sprawy/:caseId/zlec',
  may: mayPlaceOrders,
  audit: audits('orders.placing.read'),
  async handle(c) {
    const { view, services } = await prepareOrdering(c.scope, c.params.caseId);
    const { record } = view;
    c.concerns({ caseId: record.id, ...(record.personId && { personId: record.personId }) });
    const crumbs = [{ label: record.number, href: c.at(`/praca/sprawy/${record.id}`) }, { label: t('place.title') }];
    return page(
      <StaffPage c={c} title={t('place.title')} crumbs={crumbs}>
        <Stack gap="lg">
          <div>
            <Heading level={1} caption={record.number}>
              {t('place.chooseTitle')}
            </Heading>
            <Lead>{t('place.chooseLead')}</Lead>
          </div>
          {services.length === 0 ? (
            <EmptyState title={t('place.nothing')}>{t('place.nothingText')}</EmptyState>
          ) : (
            <CardGrid>
              {services.map(({ service, earlier }) => {
                const last = earlier.at(-1);
                return (
                  <CardLink
                    href={c.at(`/praca/sprawy/${record.id}/zlec/${service.id}`)}
                    title={service.name}
                    level={2}
                    {...(last && { meta: t('place.already', { provider: last.content.providerName, status: statusInWords(last.status) }) })}
                  />
                );
              })}
            </CardGrid>
          )}
        </Stack>
      </StaffPage>,
    );
  },
});

async function draw(
  c: CentreContext<{ readonly caseId: string; readonly serviceId: string }>,
  typed: FormFields | null = null,
  errors: readonly Said[] = [],
) {
  const desk = await prepareOrdering(c.scope, c.params.caseId);
  const orderable = desk.services.find((each) => each.service.id === c.params.serviceId);
  if (!orderable) throw new NotFound('service to order');
  const { record } = desk.view;
  c.concerns({ caseId: record.id, ...(record.personId && { personId: record.personId }) });
  const proposal = await proposeOrder(c.scope, desk, orderable);
  return <PlaceOrderPage c={c} desk={desk} orderable={orderable} proposal={proposal} typed={typed} errors={errors} />;
}

export const placeOrderPage = centreDoor({
  method: 'GET',
  path: '/praca/sprawy/:caseId/zlec/:serviceId',
  may: mayPlaceOrders,
  audit: audits('orders.placing.read'),
  handle: async (c) => page(await draw(c)),
});

export const placeOrderDoor = centreDoor({
  method: 'POST',
  path: '/praca/sprawy/:caseId/zlec/:serviceId',
  may: mayPlaceOrders,
  audit: audits('orders.order.placed'),
  async handle(c) {
    const read = readOrder(c.fields, c.params.serviceId);
    if (!read.ok) return page(await draw(c, c.fields, sayErrors(read.errors)), 422);
    const version = Number(c.fields.get('_version'));
    const done = await placeOrders(c.scope, { caseId: c.params.caseId, version, orders: [read.value] });
    if (!done.ok) {
      const said = sayRefusals(done.refusal, read.value.unit, { 'dates-reversed': 'to', 'provider-inactive': 'providerId' });
      const isConflict = done.refusal.some((each) => each.code === 'case-changed');
      return page(await draw(c, c.fields, said), isConflict ? 409 : 422);
    }
    const { view } = await prepareOrdering(c.scope, c.params.caseId);
    const { personId } = view.record;
    c.concerns({ caseId: c.params.caseId, ...(personId && { personId }), detail: { orderIds: done.value.orderIds } });
    return redirect(c.at(`/praca/sprawy/${c.params.caseId}`), t(read.value.providerEmail ? 'place.placed' : 'place.placedWithoutMail'));
  },
});
