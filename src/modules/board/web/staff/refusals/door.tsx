import { formatDate, startOfDayInWarsaw, todayInWarsaw } from '#shared/polishDate.ts';
import { getServices } from '#modules/catalogue/index.ts';
import { listRefusals, type RefusedService } from '#modules/cases/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { audits, BadRequest, centreDoor, page } from '#platform/http/index.ts';
import { isUuid } from '#shared/uuid.ts';
import { EmptyState, Heading, KeysetPager, Lead, Link, PageHeader, Table } from '#ui/index.ts';
import { spanOf, startOfSpan } from '../../../domain/span.ts';
import { mayReadBoard } from '../../../policy.ts';
import { boardTexts, reasonInWords } from '../../../texts/texts.ts';
import { caseAddress } from '../addresses.ts';

const pageLength = 25;
const knownReasons = ['conditionsNotMet', 'outsideProgramme', 'notEntitled', 'notResident', 'programmeEnded', 'other'];

/** The decisions behind a figure of the board. */
export const showRefusals = centreDoor({
  method: 'GET',
  path: '/praca/pulpit/odmowy',
  may: mayReadBoard,
  audit: audits('board.refusals.read'),
  async handle(c) {
    const t = boardTexts.in('pl');
    const span = spanOf(c.query.get('miesiecy'));
    const reason = knownReasons.find((each) => each === c.query.get('powod')) ?? null;
    const since = startOfSpan(c.today, span);
    const found = await listRefusals(c.scope, {
      reason,
      since: startOfDayInWarsaw(since),
      after: readCursor(c.query.get('po')),
      limit: pageLength,
    });
    const rows = found.slice(0, pageLength);
    const services = await getServices(
      c.scope,
      rows.map((row) => row.serviceId),
    );
    c.concerns({ detail: { reason: reason ?? 'any', rows: rows.length } });
    const last = rows.at(-1);
    const further = new URLSearchParams({ ...(reason && { powod: reason }), miesiecy: String(span), ...(last && { po: cursorOf(last) }) });
    const title = t('refusalList', { reason: reason === null ? t('anyReason') : reasonInWords(reason) });
    return page(
      <StaffPage c={c} title={title} crumbs={[{ label: t('title'), href: `${c.at('/praca/pulpit')}?miesiecy=${span}` }, { label: title }]}>
        <PageHeader>
          <Heading level={1}>{title}</Heading>
          <Lead>{t('sinceDay', { day: formatDate(since) })}</Lead>
        </PageHeader>
        <Table
          caption={title}
          captionHidden
          rows={rows}
          empty={<EmptyState title={t('noRefusals')} />}
          columns={[
            {
              key: 'number',
              label: t('number'),
              rowHeader: true,
              cell: (row) => <Link href={caseAddress(c, row.caseId)}>{row.number}</Link>,
            },
            { key: 'service', label: t('service'), plain: true, cell: (row) => services.get(row.serviceId)?.name ?? '' },
            { key: 'day', label: t('day'), cell: (row) => formatDate(todayInWarsaw(row.at)) },
            { key: 'decision', label: t('decision'), cell: (row) => row.decisionNumber },
            { key: 'reasons', label: t('reasons'), plain: true, cell: (row) => row.reasons.map(reasonInWords).join(', ') },
          ]}
        />
        {last && found.length > pageLength ? <KeysetPager next={`${c.at('/praca/pulpit/odmowy')}?${further.toString()}`} /> : null}
      </StaffPage>,
    );
  },
});

const cursorOf = (row: RefusedService): string => `${row.at.toString()}_${row.caseId}_${row.seq}`;

/** @throws BadRequest when the address was not made by this list. */
function readCursor(text: string | null): { at: Temporal.Instant; caseId: string; seq: number } | null {
  if (text === null || text === '') return null;
  const [at = '', caseId = '', seq = ''] = text.split('_');
  if (!isUuid(caseId) || !/^\d{1,9}$/.test(seq) || !/^[-\d]{4,13}T[\d:.]+Z$/.test(at)) throw new BadRequest('cursor');
  try {
    return { at: Temporal.Instant.from(at), caseId, seq: Number(seq) };
  } catch {
    throw new BadRequest('cursor');
  }
}
