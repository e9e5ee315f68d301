import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { Card, EmptyState, Heading, LinkButton, Row, Stack, TextDiff } from '#ui/index.ts';
import { differencesInWords } from '#modules/catalogue/index.ts';
import { importTexts } from '../../../texts/staff.ts';
import type { RowChange } from '../../../usecases/rowChange.ts';

const t = importTexts.in('pl');

/** What one row would change of the card of its service. */
export function DifferencePage({ c, change }: { c: CentreContext<object>; change: RowChange }) {
  const { run, row, before, after } = change;
  const here = c.at(`/praca/uslugi/import/${run.id}`);
  const title = t('difference.title', { row });
  const differences = before ? differencesInWords(before, after) : [];
  return (
    <StaffPage
      c={c as CentreContext}
      title={title}
      crumbs={[
        { label: t('services'), href: c.at('/praca/uslugi') },
        { label: t('title'), href: c.at('/praca/uslugi/import') },
        { label: run.fileName, href: `${here}?wiersze=changed` },
        { label: title },
      ]}
    >
      <Stack gap="lg">
        <Heading level={1} caption={after.name}>
          {title}
        </Heading>
        {before && differences.length > 0 ? (
          differences.map((each) => (
            <Card level={2} title={each.label}>
              <TextDiff before={each.before} after={each.after} />
            </Card>
          ))
        ) : (
          <EmptyState title={t(before ? 'difference.same' : 'difference.gone')} level={2}>
            {before ? t('difference.sameText') : null}
          </EmptyState>
        )}
        <Row>
          <LinkButton href={`${here}?wiersze=changed`} variant="secondary">
            {t('report.tabs')}
          </LinkButton>
        </Row>
      </Stack>
    </StaffPage>
  );
}
