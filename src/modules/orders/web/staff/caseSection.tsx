import type { Child } from 'hono/jsx';
import type { CentreScope, PageContext } from '#platform/http/index.ts';
import { LinkButton, Link, List, Notice, Paragraph, Stack, Table } from '#ui/index.ts';
import { getCase } from '#modules/cases/index.ts';
import { staffTexts } from '../../texts/texts.ts';
import { listFilesOfCase, type OrderFile } from '../../usecases/orderFile.ts';
import { mayOrderNow } from '../../usecases/prepareOrder.ts';
import { listOrdersUnlikePlan } from '../../usecases/ordersAndPlan.ts';
import { periodInWords, StatusTag } from '../OrderFacts.tsx';
import { measuredInWords, orderedInWords } from '../words.ts';

const t = staffTexts.in('pl');

/** The orders of a case for its staff: to whom, how they stand, how much is delivered. */
export async function renderCaseOrders(c: PageContext, scope: CentreScope, caseId: string): Promise<Child | null> {
  const files = await listFilesOfCase(scope, caseId);
  const mayPlace = mayOrderNow(scope, await getCase(scope, caseId));
  const unlikePlan = await listOrdersUnlikePlan(
    scope,
    caseId,
    files.map(({ row }) => row),
  );
  if (files.length === 0 && !mayPlace) return null;
  return (
    <Stack>
      {unlikePlan.length > 0 ? (
        <Notice tone="warning" title={t('section.unlikePlan')}>
          <Stack gap="sm">
            <Paragraph>{t('section.unlikePlanText')}</Paragraph>
            <List
              items={unlikePlan.map(({ row, planned }) => (
                <>
                  <Link href={c.at(`/praca/zlecenia/${row.id}`)}>{row.number}</Link> ({row.content.serviceName}):{' '}
                  {t('section.planSays', { planned: orderedInWords(planned) })}
                  {mayPlace ? (
                    <>
                      {' '}
                      <Link href={c.at(`/praca/sprawy/${caseId}/zlec/${row.serviceId}`)}>{t('section.orderByPlan')}</Link>
                    </>
                  ) : null}
                </>
              ))}
            />
          </Stack>
        </Notice>
      ) : null}
      {files.length === 0 ? <Paragraph>{t('section.none')}</Paragraph> : null}
      {files.length > 0 ? (
        <Table<OrderFile>
          caption={t('section.caption')}
          captionHidden
          rows={files}
          columns={[
            {
              key: 'number',
              label: t('list.number'),
              rowHeader: true,
              cell: ({ row }) => <Link href={c.at(`/praca/zlecenia/${row.id}`)}>{row.number}</Link>,
            },
            { key: 'service', label: t('list.service'), cell: ({ row }) => row.content.serviceName },
            { key: 'provider', label: t('list.provider'), cell: ({ row }) => row.content.providerName },
            { key: 'state', label: t('list.state'), cell: (file) => <StatusTag file={file} /> },
            { key: 'period', label: t('order.period'), cell: ({ row }) => periodInWords(row.startsOn, row.endsOn) },
            { key: 'done', label: t('section.delivered'), cell: usedInWords },
          ]}
        />
      ) : null}
      {mayPlace ? (
        <div>
          <LinkButton href={c.at(`/praca/sprawy/${caseId}/zlec`)}>{t('section.place')}</LinkButton>
        </div>
      ) : null}
    </Stack>
  );
}

function usedInWords({ row, usage }: OrderFile): string {
  const first = usage.find(({ limit }) => limit.per !== 'use');
  if (!first) return t('usage.none');
  const say = (figure: number) => measuredInWords(first.limit, row.content.unit, figure);
  return t('usage.line', { used: say(first.used), most: say(first.limit.most), per: t(`per.${first.limit.per}`) });
}
