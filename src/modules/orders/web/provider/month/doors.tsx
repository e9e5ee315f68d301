import { formatDate } from '#shared/polishDate.ts';
import { audits, centreDoor, page, redirect, type CentreContext } from '#platform/http/index.ts';
import { ProviderPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  Checkbox,
  EmptyState,
  ErrorSummary,
  errorOf,
  Form,
  Heading,
  Lead,
  Link,
  LinkButton,
  List,
  Notice,
  Paragraph,
  Row,
  Stack,
  Table,
} from '#ui/index.ts';
import type { MonthStatement } from '../../../domain/months.ts';
import { mayCloseMonths, mayWorkOnOrders } from '../../../policy.ts';
import { staffTexts } from '../../../texts/texts.ts';
import { closeOwnMonth, getOwnMonth, type ProviderMonth } from '../../../usecases/months.ts';
import { amountInWords, monthInWords } from '../../words.ts';
import { sayRefusals, type Said } from '../order/forms.ts';

const t = staffTexts.in('pl');
const isMonth = (text: string) => /^20\d{2}-(0[1-9]|1[0-2])$/.test(text);
const totalsInWords = (totals: MonthStatement['totals']) =>
  totals.length === 0 ? '–' : totals.map((each) => amountInWords(each)).join(', ');

function askedMonth(c: CentreContext, typed: string): string {
  return isMonth(typed) ? typed : c.today.toString().slice(0, 7);
}

function MonthPage({ c, month, errors }: { readonly c: CentreContext; readonly month: ProviderMonth; readonly errors: readonly Said[] }) {
  const first = Temporal.PlainYearMonth.from(month.month);
  const lastDay = first.toPlainDate({ day: first.daysInMonth });
  const isOver = Temporal.PlainDate.compare(c.today, lastDay) >= 0;
  const title = t('month.title', { month: monthInWords(month.month) });
  const at = (other: Temporal.PlainYearMonth) => `${c.at('/wykonawca/miesiac')}?miesiac=${other.toString()}`;
  const unconfirmed = month.orders.flatMap((order) => order.unconfirmed.map((entry) => ({ entry, order })));
  return (
    <ProviderPage c={c} title={title} hasErrors={errors.length > 0}>
      <Stack gap="lg">
        <ErrorSummary errors={errors} />
        <Stack gap="sm">
          <Heading level={1}>{title}</Heading>
          <Lead>{t('month.lead')}</Lead>
        </Stack>
        <Row spread>
          <LinkButton href={at(first.subtract({ months: 1 }))} variant="secondary">
            {t('month.previous')}
          </LinkButton>
          <LinkButton href={at(first.add({ months: 1 }))} variant="secondary">
            {t('month.next')}
          </LinkButton>
        </Row>
        {month.isClosed ? (
          <Notice tone="success" title={t('month.closed')}>
            {t('month.closedText')}
          </Notice>
        ) : null}
        <Table<ProviderMonth['orders'][number]>
          caption={t('month.caption')}
          rows={month.orders}
          empty={<EmptyState title={t('month.empty')} />}
          columns={[
            {
              key: 'order',
              label: t('month.order'),
              rowHeader: true,
              cell: ({ row, isInSight }) =>
                isInSight ? <Link href={c.at(`/wykonawca/zlecenia/${row.id}`)}>{row.number}</Link> : row.number,
            },
            { key: 'person', label: t('list.person'), cell: ({ row, isInSight }) => (isInSight ? row.content.recipient.name : '–') },
            { key: 'service', label: t('list.service'), cell: ({ row }) => row.content.serviceName },
            { key: 'done', label: t('month.done'), cell: ({ totals }) => totalsInWords(totals) },
            { key: 'open', label: t('month.unconfirmedCount'), numeric: true, cell: (order) => String(order.unconfirmed.length) },
          ]}
        />
        {month.orders.length > 0 ? (
          <Paragraph>
            <strong>
              {t('month.total')}: {totalsInWords(month.totals)}
            </strong>
          </Paragraph>
        ) : null}
        {unconfirmed.length > 0 && !month.isClosed ? (
          <Card level={2} tone="quiet" title={t('month.unconfirmedTitle')}>
            <List
              items={unconfirmed.map(({ entry, order }) => {
                const date = formatDate(Temporal.PlainDate.from(entry.on));
                const said = t('month.unconfirmedRow', {
                  date,
                  amount: amountInWords(entry),
                  worker: entry.worker,
                  number: order.row.number,
                });
                return order.isInSight ? (
                  <Link href={c.at(`/wykonawca/zlecenia/${order.row.id}/wykonanie/${entry.entryId}`)}>{said}</Link>
                ) : (
                  <>{said}</>
                );
              })}
            />
          </Card>
        ) : null}
        {month.isClosed ? null : !isOver ? (
          <Paragraph muted>{t('month.notYet', { date: formatDate(lastDay) })}</Paragraph>
        ) : mayCloseMonths.allows(c.actor).allowed ? (
          <Form
            action={c.at('/wykonawca/miesiac')}
            idempotencyKey={c.submissionKey()}
            version={month.version}
            hidden={{ month: month.month }}
            label={t('month.close')}
          >
            {unconfirmed.length > 0 ? <Checkbox name="accept" label={t('month.accept')} error={errorOf(errors, 'accept')} /> : null}
            <Checkbox name="sure" label={t('month.sure')} error={errorOf(errors, 'sure')} />
            <Button type="submit">{t('month.close')}</Button>
          </Form>
        ) : (
          <Paragraph muted>{t('month.managerOnly')}</Paragraph>
        )}
      </Stack>
    </ProviderPage>
  );
}

const askedOf = { 'closing-unconfirmed': 'sure', unconfirmed: 'accept' };

export const showMonth = centreDoor({
  method: 'GET',
  path: '/wykonawca/miesiac',
  may: mayWorkOnOrders,
  audit: audits('orders.month.read'),
  async handle(c) {
    const month = await getOwnMonth(c.scope, askedMonth(c, c.query.get('miesiac') ?? ''));
    return page(<MonthPage c={c} month={month} errors={[]} />);
  },
});

export const closeMonthDoor = centreDoor({
  method: 'POST',
  path: '/wykonawca/miesiac',
  may: mayCloseMonths,
  audit: audits('orders.month.closed'),
  async handle(c) {
    const month = c.fields.get('month');
    if (c.fields.get('sure') === '') {
      const shown = await getOwnMonth(c.scope, askedMonth(c, month));
      return page(<MonthPage c={c} month={shown} errors={sayRefusals([{ code: 'closing-unconfirmed' }], 'visit', askedOf)} />, 422);
    }
    const input = { month, version: Number(c.fields.get('_version')), acceptUnconfirmed: c.fields.get('accept') !== '' };
    const done = await closeOwnMonth(c.scope, input);
    if (!done.ok) {
      const shown = await getOwnMonth(c.scope, askedMonth(c, month));
      const isConflict = done.refusal.some((each) => each.code === 'month-changed');
      return page(<MonthPage c={c} month={shown} errors={sayRefusals(done.refusal, 'visit', askedOf)} />, isConflict ? 409 : 422);
    }
    c.concerns({ detail: { month } });
    return redirect(`${c.at('/wykonawca/miesiac')}?miesiac=${month}`, t('month.closedNotice'));
  },
});
