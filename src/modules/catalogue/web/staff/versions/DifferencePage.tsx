import { formatInstant } from '#shared/polishDate.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { Button, Card, EmptyState, FilterForm, Form, Heading, Notice, Paragraph, SelectField, Stack, TextDiff } from '#ui/index.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';
import type { ServiceVersion } from '../../../usecases/serviceVersions.ts';
import { differencesInWords } from '../../cardInWords.ts';
import { ServiceNav } from '../ServiceNav.tsx';

const t = stewardTexts.in('pl');
interface Props {
  readonly c: CentreContext<object>;
  readonly service: CatalogueService;
  readonly before: ServiceVersion;
  readonly after: ServiceVersion;
  /** The newest versions, to choose from. */
  readonly versions: readonly ServiceVersion[];
  /** Why a version was not restored. */
  readonly problem?: string | undefined;
}

/** Two versions of a card: what reads otherwise, and restoring the earlier one. */
export function DifferencePage({ c, service, before, after, versions, problem }: Props) {
  const card = c.at(`/praca/uslugi/${service.id}`);
  const differences = differencesInWords(before.service, after.service);
  const known = [...versions, before, after].toSorted((a, b) => b.number - a.number);
  const options = [...new Map(known.map((each) => [each.number, each])).values()].map(({ number, at }) => ({
    value: String(number),
    label: t('difference.option', { number, date: formatInstant(at) }),
  }));
  const old = [before, after].filter(({ number }) => number !== service.version);
  return (
    <StaffPage
      c={c as CentreContext}
      title={`${t('difference.title')}: ${service.name}`}
      crumbs={[
        { label: catalogueStaffTexts.in('pl')('list.title'), href: c.at('/praca/uslugi') },
        { label: service.name, href: card },
        { label: t('versions.title'), href: `${card}/wersje` },
        { label: t('difference.title') },
      ]}
    >
      <Stack gap="lg">
        <Heading level={1} caption={service.name}>
          {t('difference.title')}
        </Heading>
        <ServiceNav c={c as CentreContext} serviceId={service.id} current="versions" />
        {problem === undefined ? null : (
          <Notice tone="warning" live>
            {problem}
          </Notice>
        )}
        <FilterForm action={`${card}/wersje/porownanie`}>
          <SelectField name="z" label={t('difference.from')} empty={false} value={String(before.number)} options={options} />
          <SelectField name="do" label={t('difference.to')} empty={false} value={String(after.number)} options={options} />
        </FilterForm>
        {differences.length === 0 ? (
          <EmptyState title={t('difference.same')} level={2} />
        ) : (
          differences.map((each) => (
            <Card level={2} title={each.label}>
              <TextDiff before={each.before} after={each.after} />
            </Card>
          ))
        )}
        {[...new Map(old.map((each) => [each.number, each])).values()].map(({ number }) => (
          <Form
            action={`${card}/wersje/${number}/przywroc`}
            idempotencyKey={c.submissionKey()}
            version={service.version}
            label={t('difference.restore', { number })}
          >
            <Paragraph small muted>
              {t('difference.restoreText', { number })}
            </Paragraph>
            <Button type="submit" variant="secondary">
              {t('difference.restore', { number })}
            </Button>
          </Form>
        ))}
      </Stack>
    </StaffPage>
  );
}
