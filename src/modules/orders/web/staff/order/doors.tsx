import { z } from 'zod';
import {
  audits,
  centreDoor,
  draftAddress,
  draftDoor,
  file as fileReply,
  findDraft,
  NotFound,
  page,
  readForm,
  redirect,
  versionSeen,
  type CentreContext,
  type FormFields,
} from '#platform/http/index.ts';
import { optionalEmail } from '#platform/http/fields.ts';
import { RestoredDraft, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  Details,
  ErrorSummary,
  errorOf,
  Form,
  Heading,
  Link,
  LinkButton,
  Notice,
  PageHeader,
  Paragraph,
  SelectField,
  Stack,
  SummaryList,
  TextArea,
  TextField,
} from '#ui/index.ts';
import { formatDate } from '#shared/polishDate.ts';
import { findUserNames } from '#modules/accounts/index.ts';
import { reasonsFor } from '../../../domain/orderStates.ts';
import { mayPlaceOrders, mayReadOrders } from '../../../policy.ts';
import type { OrderRow } from '../../../store/orderStore.ts';
import { staffTexts } from '../../../texts/texts.ts';
import { changeOrderStatus } from '../../../usecases/changeOrder.ts';
import { findOrderDocument } from '../../../usecases/issueOrder.ts';
import { getOrder } from '../../../usecases/orderFile.ts';
import { resendLink, setAddress } from '../../../usecases/orderLinks.ts';
import { OrderConflict, standing } from '../../OrderConflict.tsx';
import { OrderFacts, OrderHistory, PauseNotice, StatusTag } from '../../OrderFacts.tsx';
import { DeliveryList } from '../../provider/order/DeliveryList.tsx';
import { fieldsOfReason, readReason, sayErrors, sayRefusals, type Said } from '../../provider/order/forms.ts';
import { refusalInWords } from '../../words.ts';

const t = staffTexts.in('pl');
const addressSchema = z.object({ email: optionalEmail() });
type C = CentreContext<{ readonly orderId: string }>;
const names = { code: 'cancelReason', words: 'cancelWords' };
/** Reasons that the program or a provider gives are not the organiser's to choose. */
const cancelReasons = reasonsFor('cancelled').filter((code) => code !== 'expired' && code !== 'providerWithdrew');

async function draw(
  c: C,
  {
    typed: sent = null,
    errors = [],
    isConflict = false,
  }: { typed?: FormFields | null; errors?: readonly Said[]; isConflict?: boolean } = {},
) {
  const file = await getOrder(c.scope, c.params.orderId);
  const { row } = file;
  c.concerns({ caseId: row.caseId, personId: row.personId, detail: { order: row.number } });
  const people = await findUserNames(
    c.scope,
    file.events.flatMap((event) => event.actor.id ?? []),
  );
  const cancelling = c.at(`/praca/zlecenia/${row.id}/odwolaj`);
  const draft = sent ? undefined : await findDraft(c.scope, cancelling);
  const typed = sent ?? draft?.typed ?? null;
  const mayAct = mayPlaceOrders.allows(c.actor).allowed;
  const title = t('order.title', { number: row.number });
  return (
    <StaffPage
      c={c}
      title={title}
      hasErrors={errors.length > 0}
      crumbs={[{ label: t('list.title'), href: c.at('/praca/zlecenia') }, { label: row.number }]}
    >
      <Stack gap="lg">
        {isConflict && sent ? <OrderConflict {...standing(file.order)} wanted="cancelled" mine={sent} names={names} /> : null}
        <RestoredDraft c={c} draft={draft} />
        <ErrorSummary errors={errors} />
        <PageHeader actions={<StatusTag file={file} />}>
          <Heading level={1} caption={title}>
            {row.content.serviceName}
          </Heading>
        </PageHeader>
        <PauseNotice file={file} today={c.today} />
        {row.needsProvider ? (
          <Notice tone="warning" title={t('order.needsTitle')}>
            {mayAct ? (
              <LinkButton href={c.at(`/praca/sprawy/${row.caseId}/zlec/${row.serviceId}`)}>{t('order.orderAgain')}</LinkButton>
            ) : null}
          </Notice>
        ) : null}
        <SummaryList
          rows={[
            { label: t('order.provider'), value: row.content.providerName },
            { label: t('order.email'), value: row.content.providerEmail ?? undefined },
            ...(row.content.handedOver && !row.content.providerEmail
              ? [{ label: t('order.handedOver'), value: t(`order.handing.${row.content.handedOver}`) }]
              : []),
            ...(row.content.aboveCardBecause ? [{ label: t('order.aboveCard'), value: row.content.aboveCardBecause }] : []),
            { label: t('order.answerBy'), value: formatDate(row.answerDueOn) },
            {
              label: t('order.caseLabel'),
              value: <Link href={c.at(`/praca/sprawy/${row.caseId}`)}>{row.content.caseNumber}</Link>,
            },
            ...(row.documentId
              ? [{ label: t('order.printed'), value: <Link href={c.at(`/praca/zlecenia/${row.id}/zlecenie.pdf`)}>{t('order.pdf')}</Link> }]
              : []),
          ]}
        />
        <OrderFacts file={file} />
        <DeliveryList file={file} editHref={null} />
        <OrderHistory file={file} names={people} />
        {/* An address typed while the order was withdrawn elsewhere stays readable. */}
        {mayAct && (row.isOpen || sent?.has('email')) ? <Reaching c={c} row={row} typed={sent} errors={errors} /> : null}
        {mayAct && row.isOpen ? (
          <Card level={2} tone="quiet" title={t('order.cancelTitle')}>
            <Details summary={t('order.cancel')} open={typed !== null && !typed.has('email')}>
              <Form
                action={cancelling}
                idempotencyKey={c.submissionKey()}
                version={sent && !isConflict ? versionSeen(sent) : row.version}
                autosave={draftAddress(cancelling)}
                label={t('order.cancelTitle')}
              >
                <Paragraph>{t('order.cancelText')}</Paragraph>
                <SelectField
                  name="cancelReason"
                  label={t('order.reasonLabel')}
                  value={typed?.get('cancelReason') ?? ''}
                  error={errorOf(errors, 'cancelReason')}
                  options={cancelReasons.map((code) => ({ value: code, label: t(`reason.${code}`) }))}
                />
                <TextArea
                  name="cancelWords"
                  label={t('order.wordsLabel')}
                  value={typed?.get('cancelWords') ?? ''}
                  error={errorOf(errors, 'cancelWords')}
                  required={false}
                  rows={3}
                />
                <Button type="submit" variant="danger">
                  {t('order.cancel')}
                </Button>
              </Form>
            </Details>
          </Card>
        ) : null}
      </Stack>
    </StaffPage>
  );
}

/** How the provider learns of the order: a new link to the address it has, or an address that was not known before. */
function Reaching({
  c,
  row,
  typed,
  errors,
}: {
  readonly c: C;
  readonly row: OrderRow;
  readonly typed: FormFields | null;
  readonly errors: readonly Said[];
}) {
  const { providerEmail } = row.content;
  const address = (
    <Form
      action={c.at(`/praca/zlecenia/${row.id}/adres`)}
      idempotencyKey={c.submissionKey()}
      version={row.version}
      label={t('order.addressForm')}
    >
      <TextField
        name="email"
        label={t('order.email')}
        hint={t('order.emailHint')}
        value={typed?.get('email') ?? ''}
        error={errorOf(errors, 'email')}
        type="email"
        width="long"
        autocomplete="off"
      />
      <Button type="submit" variant="secondary">
        {t('order.saveAddress')}
      </Button>
    </Form>
  );
  return (
    <Card level={2} tone="quiet" title={t('order.reachTitle')}>
      <Stack>
        {providerEmail ? (
          <Form action={c.at(`/praca/zlecenia/${row.id}/link`)} idempotencyKey={c.submissionKey()} label={t('order.resend')}>
            <Paragraph>{t('order.linkText')}</Paragraph>
            <Button type="submit" variant="secondary">
              {t('order.resend')}
            </Button>
          </Form>
        ) : (
          <Paragraph>{t('order.noAddress')}</Paragraph>
        )}
        {providerEmail ? (
          <Details summary={t('order.otherAddress')} open={errorOf(errors, 'email') !== undefined}>
            {address}
          </Details>
        ) : (
          address
        )}
      </Stack>
    </Card>
  );
}

export const orderPage = centreDoor({
  method: 'GET',
  path: '/praca/zlecenia/:orderId',
  may: mayReadOrders,
  audit: audits('orders.order.read'),
  handle: async (c) => page(await draw(c)),
});

export const orderPdf = centreDoor({
  method: 'GET',
  path: '/praca/zlecenia/:orderId/zlecenie.pdf',
  may: mayReadOrders,
  audit: audits('orders.document.read'),
  async handle(c) {
    const { row } = await getOrder(c.scope, c.params.orderId);
    const found = await findOrderDocument(c.scope, row.id);
    if (!found) throw new NotFound('document');
    c.concerns({ caseId: row.caseId, personId: row.personId, detail: { order: row.number } });
    return fileReply(found.bytes, 'application/pdf', `${row.number.replaceAll('/', '-')}.pdf`, { inline: true });
  },
});

export const cancelOrder = centreDoor({
  method: 'POST',
  path: '/praca/zlecenia/:orderId/odwolaj',
  may: mayPlaceOrders,
  audit: audits('orders.order.cancelled'),
  keepsDraft: true,
  async handle(c) {
    const { row } = await getOrder(c.scope, c.params.orderId);
    const reason = readReason(c.fields, 'cancelled', names);
    const done = await changeOrderStatus(c.scope, { orderId: row.id, version: Number(c.fields.get('_version')), to: 'cancelled', reason });
    if (!done.ok) {
      const isConflict = done.refusal.some((each) => each.code === 'order-changed');
      const errors = isConflict ? [] : sayRefusals(done.refusal, row.content.unit, fieldsOfReason(names));
      return page(await draw(c, { typed: c.fields, errors, isConflict }), isConflict ? 409 : 422);
    }
    c.concerns({ caseId: row.caseId, personId: row.personId, detail: { order: row.number } });
    return redirect(c.at(`/praca/zlecenia/${row.id}`), t('order.cancelled'));
  },
});

export const keepCancelDraft = draftDoor<C['params']>(cancelOrder, {
  check: (c) => getOrder(c.scope, c.params.orderId),
  page: (c) => `/praca/zlecenia/${c.params.orderId}`,
});

export const resendOrderLink = centreDoor({
  method: 'POST',
  path: '/praca/zlecenia/:orderId/link',
  may: mayPlaceOrders,
  audit: audits('orders.link.sent'),
  async handle(c) {
    const { row } = await getOrder(c.scope, c.params.orderId);
    const done = await resendLink(c.scope, row.id);
    if (!done.ok) return page(await draw(c, { errors: [{ message: refusalInWords({ code: done.refusal }) ?? '' }] }), 422);
    c.concerns({ caseId: row.caseId, personId: row.personId, detail: { order: row.number } });
    return redirect(c.at(`/praca/zlecenia/${row.id}`), t('order.resent'));
  },
});

/** The address of the provider, when it became known after the order was placed or was mistyped: the link goes there at once. */
export const addressOrder = centreDoor({
  method: 'POST',
  path: '/praca/zlecenia/:orderId/adres',
  may: mayPlaceOrders,
  audit: audits('orders.link.sent'),
  async handle(c) {
    const { row } = await getOrder(c.scope, c.params.orderId);
    const read = readForm(addressSchema, c.fields);
    const address = read.ok ? read.value.email : null;
    if (address === null) {
      const errors = sayErrors(read.ok ? [{ field: 'email', code: 'not-an-email' }] : read.errors);
      return page(await draw(c, { typed: c.fields, errors }), 422);
    }
    const done = await setAddress(c.scope, row.id, address);
    if (!done.ok) {
      const errors = [{ field: 'email', message: refusalInWords({ code: done.refusal }) ?? '' }];
      return page(await draw(c, { typed: c.fields, errors }), 422);
    }
    c.concerns({ caseId: row.caseId, personId: row.personId, detail: { order: row.number } });
    return redirect(c.at(`/praca/zlecenia/${row.id}`), t('order.resent'));
  },
});
