import { stringify } from 'csv-stringify/sync';
import { todayInWarsaw } from '#shared/polishDate.ts';
import { isUuid } from '#shared/uuid.ts';
import { audits, BadRequest, centreDoor, file, NotFound, page, type CentreContext } from '#platform/http/index.ts';
import type { Month } from '../../../domain/deliveries.ts';
import { mayReadSettlements } from '../../../policy.ts';
import type { SettledCursor } from '../../../store/settlementStore.ts';
import { staffTexts } from '../../../texts/texts.ts';
import { getSettlement, listSettledIn, listSettlements } from '../../../usecases/settlements.ts';
import { ProviderSettlementPage, SettlementsPage } from './SettlementsPage.tsx';

const t = staffTexts.in('pl');
const pageLength = 50;

/** The month of the address; without one the month before this, whose bills come now. */
function monthIn(c: CentreContext): Month {
  const typed = c.query.get('miesiac') ?? '';
  if (/^20\d{2}-(0[1-9]|1[0-2])$/.test(typed)) return typed;
  return c.today.toPlainYearMonth().subtract({ months: 1 }).toString();
}

/** The month of all providers. */
export const showSettlements = centreDoor({
  method: 'GET',
  path: '/praca/rozliczenia',
  may: mayReadSettlements,
  audit: audits('orders.settlement.read'),
  async handle(c) {
    const month = monthIn(c);
    c.concerns({ detail: { month } });
    return page(<SettlementsPage c={c} month={month} providers={await listSettlements(c.scope, month)} />);
  },
});

/** The same order by order, for a spreadsheet. */
export const exportSettlements = centreDoor({
  method: 'GET',
  path: '/praca/rozliczenia.csv',
  may: mayReadSettlements,
  audit: audits('orders.settlement.exported'),
  async handle(c) {
    const month = monthIn(c);
    const providers = new Map((await listSettlements(c.scope, month)).map((each) => [each.id, each]));
    const table: string[][] = [];
    let after: SettledCursor | null = null;
    for (let hasMore = true; hasMore;) {
      const found = await listSettledIn(c.scope, { month, after, limit: 1000 });
      for (const row of found.rows) {
        const { name = '', closedAt = null } = providers.get(row.providerId) ?? {};
        const figures = [row.quantity, row.minutes, row.unconfirmed, row.fromOtherMonths].map(String);
        table.push([
          month,
          name,
          row.number,
          row.serviceName,
          t(`unit.${row.unit}`),
          ...figures,
          closedAt ? todayInWarsaw(closedAt).toString() : '',
        ]);
        after = { number: row.number, id: row.orderId };
      }
      hasMore = found.hasMore;
    }
    c.concerns({ detail: { month, rows: table.length } });
    const text = stringify([t('settlement.fileColumns').split(';'), ...table], { bom: true, delimiter: ';', escape_formulas: true });
    return file(new TextEncoder().encode(text), 'text/csv; charset=utf-8', `rozliczenia-${month}.csv`);
  },
});

/** The month of one provider, order by order. */
export const showProviderSettlement = centreDoor({
  method: 'GET',
  path: '/praca/rozliczenia/:providerId',
  may: mayReadSettlements,
  audit: audits('orders.settlement.read'),
  async handle(c) {
    const month = monthIn(c);
    const { providerId } = c.params;
    if (!isUuid(providerId)) throw new NotFound('provider');
    const provider = await getSettlement(c.scope, providerId, month);
    const { rows, hasMore } = await listSettledIn(c.scope, { month, providerId, after: readCursor(c.query.get('po')), limit: pageLength });
    c.concerns({ detail: { month, providerId } });
    const last = rows.at(-1);
    const next = hasMore && last ? new URLSearchParams({ miesiac: month, po: `${last.number}~${last.orderId}` }) : undefined;
    return page(
      <ProviderSettlementPage
        c={c}
        month={month}
        provider={provider}
        orders={rows}
        next={next && `${c.at(`/praca/rozliczenia/${providerId}`)}?${next.toString()}`}
      />,
    );
  },
});

/** @throws BadRequest when the address was not made by this list. */
function readCursor(typed: string | null): SettledCursor | null {
  if (!typed) return null;
  const [number = '', id = ''] = typed.split('~');
  if (!isUuid(id) || number.length > 40) throw new BadRequest('cursor');
  return { number, id };
}
