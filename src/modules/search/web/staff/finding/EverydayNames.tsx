import type { CentreContext } from '#platform/http/index.ts';
import { Card, fieldId, Link, Paragraph } from '#ui/index.ts';
import { searchStaffTexts } from '../../../texts/staff.ts';
import { teachPath } from '../teach/TeachPage.tsx';
import type { ServiceFinding } from '../../../usecases/serviceFinding.ts';

const t = searchStaffTexts.in('pl');

/** What residents call the service: on its card, and as the search was taught. */
export function EverydayNames({ c, found: { service, taughtNames } }: { readonly c: CentreContext; readonly found: ServiceFinding }) {
  const quoted = (names: readonly string[]) => names.map((name) => `„${name}”`).join(', ');
  return (
    <Card title={t('finding.names')} level={2} tone="quiet">
      <Paragraph>{service.everydayNames.length > 0 ? quoted(service.everydayNames) : t('finding.namesNone')}</Paragraph>
      {taughtNames.length > 0 ? (
        <Paragraph>
          {t('finding.namesTaught')}: {quoted(taughtNames.map(({ words }) => words))}
        </Paragraph>
      ) : null}
      <Paragraph>
        <Link href={c.at(teachPath)}>{t('finding.taughtNew')}</Link>
      </Paragraph>
      <Paragraph>
        <Link href={`${c.at(`/praca/uslugi/${service.id}`)}#${fieldId('everydayNames')}`}>{t('finding.namesEdit')}</Link>
      </Paragraph>
    </Card>
  );
}
