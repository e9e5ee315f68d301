import { formatInstant } from '#shared/polishDate.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { Button, Details, Form, Table, Tag, VisuallyHidden } from '#ui/index.ts';
import { searchStaffTexts } from '../../../texts/staff.ts';
import type { FindingVersion } from '../../../store/findingStore.ts';
import type { ServiceFinding } from '../../../usecases/serviceFinding.ts';
import { kindNames, needNames } from './names.ts';

const t = searchStaffTexts.in('pl');

/** Who set what, newest first, each to be restored. */
export function FindingHistory({
  c,
  found: { service, versions, version },
}: {
  readonly c: CentreContext;
  readonly found: ServiceFinding;
}) {
  if (versions.length === 0) return null;
  return (
    <Details summary={`${t('finding.history')} (${versions.length})`}>
      <Table<FindingVersion>
        caption={t('finding.history')}
        captionHidden
        rows={versions}
        columns={[
          { key: 'at', label: t('finding.at'), rowHeader: true, cell: ({ writtenAt }) => formatInstant(writtenAt) },
          { key: 'who', label: t('finding.who'), cell: ({ authorName }) => authorName ?? t('finding.nobody') },
          { key: 'what', label: t('finding.what'), cell: inWords },
          {
            key: 'restore',
            label: t('finding.restore'),
            cell: ({ number }) =>
              number === version ? (
                <Tag tone="success">{t('finding.now')}</Tag>
              ) : (
                <Form
                  action={c.at(`/praca/uslugi/${service.id}/szukanie/przywroc`)}
                  idempotencyKey={c.submissionKey()}
                  version={version}
                  hidden={{ number: String(number) }}
                  label={t('finding.restoreNumber', { number })}
                >
                  <Button variant="tertiary">
                    {t('finding.restore')}
                    <VisuallyHidden> {number}</VisuallyHidden>
                  </Button>
                </Form>
              ),
          },
        ]}
      />
    </Details>
  );
}

function inWords({ kinds, needs, denied }: FindingVersion): string {
  return [
    kinds === null ? t('finding.asTold') : kinds.length === 0 ? t('finding.nothing') : t('finding.kindsWere', { names: kindNames(kinds) }),
    ...(needs.length > 0 ? [t('finding.addedWere', { names: needNames(needs) })] : []),
    ...(denied.length > 0 ? [t('finding.deniedWere', { names: needNames(denied) })] : []),
  ].join('; ');
}
