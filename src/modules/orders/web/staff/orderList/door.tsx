import { formatShortDate, todayInWarsaw } from '#shared/polishDate.ts';
import { audits, centreDoor, page } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { EmptyState, FilterForm, Heading, KeysetPager, Lead, Link, SelectField, Stack, Table, Tag, TextField } from '#ui/index.ts';
import { orderStatuses } from '../../../domain/orderStates.ts';
import { mayReadOrders } from '../../../policy.ts';
import { staffTexts } from '../../../texts/texts.ts';
import { listAllOrders, type OrderListPage } from '../../../usecases/listOrders.ts';
import { listAddresses, readList } from '../../readList.ts';
import { statusInWords, toneOf } from '../../words.ts';

const t = staffTexts.in('pl');
type Row = OrderListPage['rows'][number];

/** All orders of the centre, those without a provider first. */
export const orderList = centreDoor({
  method: 'GET',
  path: '/praca/zlecenia',
  may: mayReadOrders,
  audit: audits('orders.list.read'),
  async handle(c) {
    const asked = readList(c.query, false);
    const list = await listAllOrders(c.scope, asked);
    const isFiltered = asked.words !== '' || asked.state !== '';
    return page(
      <StaffPage c={c} title={t('list.title')}>
        <Stack>
          <Heading level={1}>{t('list.title')}</Heading>
          <Lead>{t('list.lead')}</Lead>
          <FilterForm action={c.at('/praca/zlecenia')} clear={isFiltered ? c.at('/praca/zlecenia') : undefined}>
            <TextField name="q" label={t('list.search')} value={asked.words} required={false} type="search" />
            <SelectField
              name="stan"
              label={t('list.filterState')}
              value={asked.state}
              required={false}
              empty={t('list.anyState')}
              options={[
                ...orderStatuses.map((each) => ({ value: each, label: statusInWords(each) })),
                { value: 'wszystkie', label: t('list.allStates') },
              ]}
            />
          </FilterForm>
          <Table<Row>
            caption={t('list.caption')}
            captionHidden
            rows={list.rows}
            empty={<EmptyState title={t('list.none')}>{t('list.noneText')}</EmptyState>}
            columns={[
              {
                key: 'number',
                label: t('list.number'),
                rowHeader: true,
                cell: (row) => <Link href={c.at(`/praca/zlecenia/${row.id}`)}>{row.number}</Link>,
              },
              { key: 'person', label: t('list.person'), plain: true, cell: (row) => row.content.recipient.name },
              { key: 'service', label: t('list.service'), plain: true, cell: (row) => row.content.serviceName },
              { key: 'provider', label: t('list.provider'), plain: true, cell: (row) => row.content.providerName },
              {
                key: 'state',
                label: t('list.state'),
                plain: true,
                cell: (row) => (
                  <>
                    <Tag tone={toneOf(row.status)}>{statusInWords(row.status)}</Tag>
                    {row.needsProvider ? ` ${t('list.needs')}` : null}
                  </>
                ),
              },
              {
                key: 'answer',
                label: t('list.answerBy'),
                cell: (row) => (row.status === 'requested' ? formatShortDate(row.answerDueOn) : '–'),
              },
              { key: 'changed', label: t('list.changed'), cell: (row) => formatShortDate(todayInWarsaw(row.changedAt)) },
            ]}
          />
          <KeysetPager {...listAddresses(c.at('/praca/zlecenia'), c.query, list)} />
        </Stack>
      </StaffPage>,
    );
  },
});
