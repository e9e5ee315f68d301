import { formatShortDate, todayInWarsaw } from '#shared/polishDate.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import {
  EmptyState,
  Heading,
  KeysetPager,
  Lead,
  Link,
  LinkButton,
  Notice,
  PageHeader,
  Paragraph,
  Row,
  Section,
  Stack,
  StatFigure,
  StatGrid,
  Table,
  Tag,
} from '#ui/index.ts';
import type { Month } from '../../../domain/deliveries.ts';
import type { SettledOrder, SettledSums } from '../../../store/settlementStore.ts';
import { staffTexts } from '../../../texts/texts.ts';
import type { SettledProvider } from '../../../usecases/settlements.ts';
import { amountInWords, monthInWords } from '../../words.ts';
import { MonthSteps } from './MonthSteps.tsx';

const t = staffTexts.in('pl');
const at = (c: CentreContext, month: Month, rest = '') => `${c.at(`/praca/rozliczenia${rest}`)}?miesiac=${month}`;
const isOver = (c: CentreContext, month: Month) => month < c.today.toString().slice(0, 7);

function stateOfMonth(c: CentreContext, month: Month, { closedAt }: Pick<SettledProvider, 'closedAt'>): string {
  if (closedAt) return t('settlement.closedOn', { date: formatShortDate(todayInWarsaw(closedAt)) });
  return t(isOver(c, month) ? 'settlement.open' : 'settlement.openStill');
}

type SettlementsProps = { readonly c: CentreContext; readonly month: Month; readonly providers: readonly SettledProvider[] };
/** What all providers settled in a month. */
export function SettlementsPage({ c, month, providers }: SettlementsProps) {
  const title = t('settlement.title', { month: monthInWords(month) });
  const closed = providers.filter((provider) => provider.closedAt).length;
  const unconfirmed = providers.flatMap((each) => each.services).reduce((sum, each) => sum + each.unconfirmed, 0);
  return (
    <StaffPage c={c} title={title}>
      <Stack gap="lg">
        <PageHeader>
          <Heading level={1}>{title}</Heading>
          <Lead>{t('settlement.lead')}</Lead>
        </PageHeader>
        <MonthSteps month={month} addressOf={(other) => at(c, other)} />
        {providers.length > 0 ? (
          <StatGrid>
            <StatFigure
              label={t('settlement.closedCount')}
              value={t('settlement.closedOf', { closed, all: providers.length })}
              note={closed < providers.length ? t('settlement.openText') : undefined}
            />
            <StatFigure label={t('settlement.unconfirmed')} value={String(unconfirmed)} />
          </StatGrid>
        ) : null}
        {providers.length === 0 ? <EmptyState title={t('settlement.empty')}>{t('settlement.emptyText')}</EmptyState> : null}
        {providers.map((provider) => (
          <Section labelledBy={`wykonawca-${provider.id}`}>
            <Heading level={2} id={`wykonawca-${provider.id}`}>
              <Link href={at(c, month, `/${provider.id}`)}>{provider.name}</Link>
            </Heading>
            <Paragraph>
              <Tag tone={provider.closedAt ? 'success' : 'warning'}>{stateOfMonth(c, month, provider)}</Tag>
            </Paragraph>
            <ServicesTable services={provider.services} />
          </Section>
        ))}
        {providers.length > 0 ? (
          <Row>
            <LinkButton href={`${c.at('/praca/rozliczenia.csv')}?miesiac=${month}`} variant="secondary">
              {t('settlement.download')}
            </LinkButton>
          </Row>
        ) : null}
      </Stack>
    </StaffPage>
  );
}

function ServicesTable({ services }: Pick<SettledProvider, 'services'>) {
  return (
    <Table<SettledProvider['services'][number]>
      caption={t('settlement.caption')}
      captionHidden
      rows={services}
      empty={<Paragraph muted>{t('settlement.nothingDone')}</Paragraph>}
      columns={[
        { key: 'service', label: t('settlement.service'), rowHeader: true, cell: (service) => service.serviceName },
        { key: 'done', label: t('settlement.done'), cell: (service) => amountInWords(service) },
        { key: 'orders', label: t('settlement.orders'), numeric: true, cell: (service) => String(service.orders) },
        { key: 'unconfirmed', label: t('settlement.unconfirmed'), numeric: true, cell: (service) => String(service.unconfirmed) },
      ]}
    />
  );
}

type ProviderProps = {
  readonly c: CentreContext;
  readonly month: Month;
  readonly provider: SettledProvider;
  readonly orders: readonly SettledOrder[];
  readonly next: string | undefined;
};
/** A month of one provider, order by order. */
export function ProviderSettlementPage({ c, month, provider, orders, next }: ProviderProps) {
  const title = t('settlement.providerTitle', { provider: provider.name, month: monthInWords(month) });
  return (
    <StaffPage
      c={c}
      title={title}
      crumbs={[{ label: t('settlement.title', { month: monthInWords(month) }), href: at(c, month) }, { label: provider.name }]}
    >
      <Stack gap="lg">
        <PageHeader>
          <Heading level={1}>{title}</Heading>
          <Lead>{t('settlement.providerLead')}</Lead>
        </PageHeader>
        <MonthSteps month={month} addressOf={(other) => at(c, other, `/${provider.id}`)} />
        <Notice tone={provider.closedAt ? 'success' : 'info'} title={`${t('settlement.state')}: ${stateOfMonth(c, month, provider)}`}>
          {provider.closedAt ? sumsInWords(provider.services) : t('settlement.openText')}
        </Notice>
        <Table<SettledOrder>
          caption={t('settlement.caption')}
          captionHidden
          rows={orders}
          empty={<EmptyState title={t('settlement.nothingDone')} />}
          columns={[
            { key: 'number', label: t('settlement.number'), rowHeader: true, cell: (order) => order.number },
            { key: 'service', label: t('settlement.service'), plain: true, cell: (order) => order.serviceName },
            { key: 'done', label: t('settlement.done'), cell: (order) => amountInWords(order) },
            { key: 'unconfirmed', label: t('settlement.unconfirmed'), numeric: true, cell: (order) => String(order.unconfirmed) },
            { key: 'other', label: t('settlement.other'), numeric: true, cell: (order) => String(order.fromOtherMonths) },
          ]}
        />
        <KeysetPager next={next} />
      </Stack>
    </StaffPage>
  );
}

/** Sums of all services in each unit: `12 wizyt, 3 godz. 30 min`. */
function sumsInWords(services: readonly SettledSums[]): string {
  const units = Map.groupBy(services, (each) => each.unit);
  const sum = (of: readonly SettledSums[], what: 'quantity' | 'minutes') => of.reduce((total, each) => total + each[what], 0);
  if (units.size === 0) return t('settlement.nothingDone');
  return [...units].map(([unit, of]) => amountInWords({ unit, quantity: sum(of, 'quantity'), minutes: sum(of, 'minutes') })).join(', ');
}
