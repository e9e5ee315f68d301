import { audits, centreDoor, page } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { EmptyState, Heading, KeysetPager, Lead, Link, Section, Stack, Table } from '#ui/index.ts';
import { formatDate, formatInstant } from '#shared/polishDate.ts';
import { maySignRefusals } from '../../policy.ts';
import { qualificationTexts } from '../../texts/words.ts';
import { listRefusalsToSign, listSignedRefusals } from '../../usecases/lists.ts';

const t = qualificationTexts.in('pl');

const cursorPattern = /^([0-9TZ:.+-]{20,40})_([0-9a-f-]{36})_([0-9a-f-]{36})$/;
/** A malformed cursor starts the list anew. */
function readCursor(text: string | null): { at: string; caseId: string; serviceId: string } | undefined {
  const [, at, caseId, serviceId] = cursorPattern.exec(text ?? '') ?? [];
  const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  if (!at || !caseId || !serviceId || !isUuid(caseId) || !isUuid(serviceId)) return undefined;
  try {
    return { at: Temporal.Instant.from(at).toString(), caseId, serviceId };
  } catch {
    return undefined;
  }
}

export const decisionsDoor = centreDoor({
  method: 'GET',
  path: '/praca/decyzje',
  may: maySignRefusals,
  audit: audits('qualification.refusals.listed'),
  async handle(c) {
    const { rows, next } = await listRefusalsToSign(c.scope, readCursor(c.query.get('po')));
    const signed = await listSignedRefusals(c.scope);
    const inCase = (caseId: string, serviceId: string) => c.at(`/praca/sprawy/${caseId}/kwalifikacja/${serviceId}`);
    return page(
      <StaffPage c={c} title={t('decisions.title')} crumbs={[{ label: t('decisions.title') }]}>
        <Heading level={1}>{t('decisions.title')}</Heading>
        <Lead>{t('decisions.lead')}</Lead>
        <Stack gap="lg">
          <Table
            caption={t('decisions.title')}
            captionHidden
            rows={rows}
            empty={<EmptyState title={t('decisions.empty')}>{t('decisions.emptyText')}</EmptyState>}
            columns={[
              {
                key: 'person',
                label: t('decisions.person'),
                rowHeader: true,
                cell: (row) => <Link href={c.at(`/praca/decyzje/${row.caseId}/${row.serviceId}`)}>{row.name}</Link>,
              },
              { key: 'service', label: t('decisions.service'), plain: true, cell: (row) => row.serviceName },
              { key: 'case', label: t('decisions.case'), plain: true, cell: (row) => row.caseNumber },
              { key: 'by', label: t('decisions.by'), cell: (row) => row.proposedByName },
              { key: 'at', label: t('decisions.at'), cell: (row) => formatInstant(row.proposedAt) },
            ]}
          />
          {next ? (
            <KeysetPager next={c.at(`/praca/decyzje?po=${encodeURIComponent(`${next.at}_${next.caseId}_${next.serviceId}`)}`)} />
          ) : null}
          <Section labelledBy="podpisane">
            <Heading level={2} id="podpisane">
              {t('decisions.signed')}
            </Heading>
            <Table
              caption={t('decisions.signed')}
              captionHidden
              rows={signed}
              empty={<p class="ds-paragraph">{t('decisions.none')}</p>}
              columns={[
                {
                  key: 'number',
                  label: t('decisions.number'),
                  rowHeader: true,
                  cell: (row) => <Link href={inCase(row.caseId, row.serviceId)}>{row.number}</Link>,
                },
                { key: 'person', label: t('decisions.person'), cell: (row) => row.name },
                { key: 'service', label: t('decisions.service'), cell: (row) => row.serviceName },
                { key: 'signedOn', label: t('decisions.signedOn'), cell: (row) => formatDate(row.signedOn) },
              ]}
            />
          </Section>
        </Stack>
      </StaffPage>,
    );
  },
});
