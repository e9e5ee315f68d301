import type { Child } from 'hono/jsx';
import { formatDate } from '#shared/polishDate.ts';
import type { CentreScope, PageContext } from '#platform/http/index.ts';
import { Card, List, Paragraph, Stack } from '#ui/index.ts';
import { getServices, type CatalogueService } from '#modules/catalogue/index.ts';
import { monthStatement } from '../../domain/months.ts';
import { pl } from '../../texts/resident.ts';
import { texts } from '../../texts/texts.ts';
import { listFilesOfCase, type OrderFile } from '../../usecases/orderFile.ts';
import { amountInWords, measuredInWords, stateOf } from '../words.ts';

/** Who delivers a resident's services, how it stands in plain words, what was done this month and what is left. */
export async function renderMyOrders(c: PageContext, scope: CentreScope, caseId: string): Promise<Child | null> {
  const files = (await listFilesOfCase(scope, caseId)).filter(({ row }) => row.status !== 'entered-in-error');
  if (files.length === 0) return null;
  const cards = await getServices(
    scope,
    files.map(({ row }) => row.serviceId),
  );
  return (
    <Stack>
      {files.map((file) => (
        <MyOrder c={c} file={file} card={cards.get(file.row.serviceId)} />
      ))}
    </Stack>
  );
}

interface MyOrderProps {
  readonly c: PageContext;
  readonly file: OrderFile;
  readonly card: CatalogueService | undefined;
}
function MyOrder({ c, file, card }: MyOrderProps) {
  const t = texts.in(c.lang);
  const { row, order } = file;
  const { content } = row;
  // The order says what the service was called; a translation is the card's.
  const name = c.lang === 'pl' || !card ? content.serviceName : (card.translations[c.lang]?.name ?? content.serviceName);
  const reason = order.statusReason?.code;
  const isRunning = row.status === 'in-progress' || row.status === 'on-hold';
  const day = (date: Temporal.PlainDate) => formatDate(date, c.lang);
  const done = monthStatement({ entries: file.deliveries, closedMonths: [] }, c.today.toString().slice(0, 7)).totals;
  const facts = [
    t('provider', { provider: content.providerName }),
    row.endsOn ? t('period', { from: day(row.startsOn), to: day(row.endsOn) }) : t('periodOpen', { from: day(row.startsOn) }),
    ...(content.schedule ? [t('when', { schedule: content.schedule })] : []),
    ...(content.place ? [t('place', { place: content.place })] : []),
    ...(isRunning ? [`${t('thisMonth')}: ${done.map((each) => amountInWords(each, c.lang)).join(', ') || t('none')}`] : []),
    ...(isRunning
      ? file.usage
          .filter(({ limit }) => limit.per !== 'use')
          .map(({ limit, used, left }) => {
            const say = (figure: number) => measuredInWords(limit, content.unit, figure, c.lang);
            const values = { used: say(used), most: say(limit.most), left: say(left), per: t(`per.${limit.per}`) };
            return `${t('left')}: ${t('usage', values)}`;
          })
      : []),
  ];
  return (
    <Card level={3} title={name}>
      <Paragraph>
        {t(`status.${stateOf({ status: row.status, reasonCode: reason })}`)}
        {row.status === 'rejected' && reason && reason in pl.reason ? ` ${t(`reason.${reason as keyof typeof pl.reason}`)}` : ''}
      </Paragraph>
      {row.isOpen ? <List items={facts} /> : <Paragraph muted>{facts[0]}</Paragraph>}
    </Card>
  );
}
