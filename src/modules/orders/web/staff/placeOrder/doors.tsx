import {
  audits,
  centreDoor,
  draftDoor,
  findDraft,
  type FormFields,
  NotFound,
  page,
  redirect,
  versionSeen,
  type CentreContext,
} from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { CardGrid, CardLink, EmptyState, Heading, Lead, Stack } from '#ui/index.ts';
import { getService } from '#modules/catalogue/index.ts';
import { getCase, listCaseChanges, type CaseView } from '#modules/cases/index.ts';
import { mayPlaceOrders } from '../../../policy.ts';
import { staffTexts } from '../../../texts/texts.ts';
import { placeOrders } from '../../../usecases/placeOrders.ts';
import { prepareOrdering, proposeOrder } from '../../../usecases/prepareOrder.ts';
import { sayErrors, sayRefusals, type Said } from '../../provider/order/forms.ts';
import { statusInWords } from '../../words.ts';
import { readOrder, typedOrder } from './form.ts';
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

const isPlacedSince = ({ events }: CaseView, version: number, orderId: string): boolean =>
  events.slice(version).some(({ type, data }) => type === 'ordersPlaced' && data.orders.some((each) => each.orderId === orderId));

type Told = { readonly isConflict?: boolean; readonly asks?: ReadonlySet<string> };
type Params = { readonly caseId: string; readonly serviceId: string };
async function draw(c: CentreContext<Params>, typed: FormFields | null = null, errors: readonly Said[] = [], told: Told = {}) {
  const { isConflict = false, asks = new Set<string>() } = told;
  const desk = await prepareOrdering(c.scope, c.params.caseId);
  const mayOrder = desk.services.some((each) => each.service.id === c.params.serviceId);
  // An order that was written stays readable when the case went on and nothing may be ordered any more.
  const written = typed && !mayOrder ? { service: await getService(c.scope, c.params.serviceId), earlier: [] } : undefined;
  const orderable = desk.services.find((each) => each.service.id === c.params.serviceId) ?? written;
  if (!orderable) throw new NotFound('service to order');
  const { record } = desk.view;
  c.concerns({ caseId: record.id, ...(record.personId && { personId: record.personId }) });
  const proposal = await proposeOrder(c.scope, desk, orderable);
  const draft = typed ? undefined : await findDraft(c.scope, c.path);
  const seen = typed ?? draft?.typed;
  // Shown when the order was sent on a case that had changed, and when unsent text is older than the case.
  const since = seen && versionSeen(seen) < desk.view.state.version && (isConflict || draft) ? versionSeen(seen) : null;
  const changes = since === null ? null : await listCaseChanges(c.scope, desk.view, since);
  const theirs = since === null ? undefined : orderable.earlier.findLast((order) => isPlacedSince(desk.view, since, order.id));
  const parts = { c, desk, orderable, proposal, draft, changes, theirs: theirs ? typedOrder(theirs) : undefined };
  return (
    <PlaceOrderPage
      {...parts}
      typed={typed ?? draft?.typed ?? null}
      isConflict={isConflict}
      asks={asks}
      mayOrder={mayOrder}
      errors={errors}
    />
  );
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
  keepsDraft: true,
  async handle(c) {
    const read = readOrder(c.fields, c.params.serviceId);
    if (!read.ok) return page(await draw(c, c.fields, sayErrors(read.errors)), 422);
    const version = versionSeen(c.fields);
    const done = await placeOrders(c.scope, { caseId: c.params.caseId, version, orders: [read.value] });
    if (!done.ok) {
      const isConflict = done.refusal.some((each) => each.code === 'case-changed');
      const others = done.refusal.filter((each) => each.code !== 'case-changed');
      const said = sayRefusals(others, read.value.unit, {
        'dates-reversed': 'to',
        'provider-inactive': 'providerId',
        'email-of-other-provider': 'providerEmail',
        'order-starts-outside-plan': 'from',
        'order-ends-outside-plan': 'to',
        'order-before-request': 'from',
        'order-above-plan': 'amount',
        'order-above-card': 'amount',
        'order-above-card-in-plan': 'amount',
        'provider-unreachable': 'providerEmail',
        'provider-not-of-plan': 'providerId',
      });
      const asks = new Set(done.refusal.map((each) => each.code));
      return page(await draw(c, c.fields, said, { isConflict, asks }), isConflict ? 409 : 422);
    }
    const { view } = await prepareOrdering(c.scope, c.params.caseId);
    const { personId } = view.record;
    c.concerns({ caseId: c.params.caseId, ...(personId && { personId }), detail: { orderIds: done.value.orderIds } });
    return redirect(c.at(`/praca/sprawy/${c.params.caseId}`), t(`place.placed.${done.value.told}`));
  },
});

export const keepOrderDraft = draftDoor<Params>(placeOrderDoor, {
  check: async (c) => [await getCase(c.scope, c.params.caseId), await getService(c.scope, c.params.serviceId)],
});
