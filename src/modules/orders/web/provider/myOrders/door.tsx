import { formatShortDate } from '#shared/polishDate.ts';
import { audits, centreDoor, page } from '#platform/http/index.ts';
import { ProviderPage } from '#platform/html/index.ts';
import { EmptyState, FilterForm, Heading, KeysetPager, Lead, Link, SelectField, Stack, Table, Tag, TextField } from '#ui/index.ts';
import { mayWorkOnOrders } from '../../../policy.ts';
import { staffTexts } from '../../../texts/texts.ts';
import { listOwnOrders, type OrderListPage } from '../../../usecases/listOrders.ts';
import { listAddresses, readList } from '../../readList.ts';
import { pauseInWords, statusInWords, toneOf } from '../../words.ts';

const t = staffTexts.in('pl');
const states = ['requested', 'accepted', 'in-progress', 'on-hold', 'completed', 'failed'] as const;
type Row = OrderListPage['rows'][number];

/** Orders of one's own provider. */
export const myOrders = centreDoor({
  method: 'GET',
  path: '/wykonawca',
  may: mayWorkOnOrders,
  audit: audits('orders.own.listed'),
  async handle(c) {
    const asked = readList(c.query, true);
    const list = await listOwnOrders(c.scope, asked);
    const isFiltered = asked.words !== '' || asked.state !== '';
    const orderHref = (row: Row) => c.at(`/wykonawca/zlecenia/${row.id}`);
    return page(
      <ProviderPage c={c} title={t('list.ownTitle')}>
        <Stack>
          <Heading level={1}>{t('list.ownTitle')}</Heading>
          <Lead>{t('list.ownLead')}</Lead>
          <FilterForm action={c.at('/wykonawca')} clear={isFiltered ? c.at('/wykonawca') : undefined}>
            <TextField name="q" label={t('list.searchOwn')} value={asked.words} required={false} type="search" />
            <SelectField
              name="stan"
              label={t('list.filterState')}
              value={asked.state}
              required={false}
              empty={t('list.allStates')}
              options={states.map((each) => ({ value: each, label: statusInWords(each) }))}
            />
          </FilterForm>
          <Table<Row>
            caption={t('list.ownTitle')}
            captionHidden
            rows={list.rows}
            empty={
              isFiltered ? (
                <EmptyState title={t('list.none')}>{t('list.noneText')}</EmptyState>
              ) : (
                <EmptyState title={t('list.noneOwn')}>{t('list.noneOwnText')}</EmptyState>
              )
            }
            columns={[
              { key: 'number', label: t('list.number'), rowHeader: true, cell: (row) => <Link href={orderHref(row)}>{row.number}</Link> },
              { key: 'person', label: t('list.person'), plain: true, cell: (row) => row.content.recipient.name },
              { key: 'service', label: t('list.service'), plain: true, cell: (row) => row.content.serviceName },
              {
                key: 'state',
                label: t('list.state'),
                plain: true,
                cell: (row) => {
                  const pause = pauseInWords(row, c.today);
                  return pause ? <Tag tone="warning">{pause.tag}</Tag> : <Tag tone={toneOf(row.status)}>{statusInWords(row.status)}</Tag>;
                },
              },
              {
                key: 'answer',
                label: t('list.answerBy'),
                cell: (row) => (row.status === 'requested' ? formatShortDate(row.answerDueOn) : '–'),
              },
              { key: 'from', label: t('list.from'), cell: (row) => formatShortDate(row.startsOn) },
            ]}
          />
          <KeysetPager {...listAddresses(c.at('/wykonawca'), c.query, list)} />
        </Stack>
      </ProviderPage>,
    );
  },
});
