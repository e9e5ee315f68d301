import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { Button, Card, Form, Heading, LinkButton, List, Paragraph, Row, Stack, Table } from '#ui/index.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';
import { mergedOf } from '../../../usecases/mergeServices.ts';
import { differencesInWords } from '../../cardInWords.ts';
import { TextLines } from '../TextLines.tsx';

const t = stewardTexts.in('pl');
const staff = catalogueStaffTexts.in('pl');
interface Props {
  readonly c: CentreContext<{ readonly oneId: string; readonly otherId: string }>;
  readonly keep: CatalogueService;
  readonly gone: CatalogueService;
  /** Whether the card that stays is the first of the pair. */
  readonly isFirstKept: boolean;
  /** What would stay with the card that ends, in words. */
  readonly uses: readonly string[];
}

/** Everything that merging two cards will do, before it is done. */
export function MergePage({ c, keep, gone, isFirstKept, uses }: Props) {
  const list = c.at('/praca/uslugi/powtorzone');
  const here = `${list}/${c.params.oneId}/${c.params.otherId}`;
  const merged = mergedOf(keep, gone);
  const gains = differencesInWords(keep, merged).filter(({ key }) => key !== 'status');
  const [mine, theirs] = isFirstKept ? (['first', 'second'] as const) : (['second', 'first'] as const);
  const state = {
    name: keep.name,
    which: t(`duplicates.${mine}`),
    status: staff(`status.${merged.status}`),
    before: staff(`status.${keep.status}`),
  };
  const pair = t('duplicates.pair', { one: (isFirstKept ? keep : gone).name, other: (isFirstKept ? gone : keep).name });
  return (
    <StaffPage
      c={c as unknown as CentreContext}
      title={t('duplicates.askTitle')}
      width="narrow"
      crumbs={[
        { label: staff('list.title'), href: c.at('/praca/uslugi') },
        { label: t('duplicates.title'), href: list },
        { label: pair, href: here },
        { label: t('duplicates.askTitle') },
      ]}
    >
      <Stack gap="lg">
        <Heading level={1} caption={pair}>
          {t('duplicates.askTitle')}
        </Heading>
        <Card level={2} title={t('duplicates.ask.willHappen')}>
          <List
            items={[
              t(merged.status === keep.status ? 'duplicates.ask.stays' : 'duplicates.ask.becomes', state),
              t('duplicates.ask.ends', { name: gone.name, which: t(`duplicates.${theirs}`) }),
              merged.status === 'draft' ? t('duplicates.ask.bothDrafts') : t('duplicates.ask.leads'),
              ...(uses.length > 0 ? [t('duplicates.ask.used', { uses: uses.join('; ') })] : []),
              t('duplicates.ask.takesBack'),
            ]}
          />
        </Card>
        <Form
          action={`${here}/scal`}
          idempotencyKey={c.submissionKey()}
          hidden={{ zostaje: keep.id, wersja: String(keep.version), wersjaDrugiej: String(gone.version) }}
          label={t('duplicates.merge')}
        >
          <Row>
            <Button type="submit">{t('duplicates.merge')}</Button>
            <LinkButton href={here} variant="secondary">
              {t('duplicates.dontMerge')}
            </LinkButton>
          </Row>
        </Form>
        <Heading level={2} size="sm">
          {t('duplicates.ask.gains')}
        </Heading>
        {gains.length === 0 ? (
          <Paragraph>{t('duplicates.ask.gainsNothing')}</Paragraph>
        ) : (
          <Table<(typeof gains)[number]>
            caption={t('duplicates.ask.gains')}
            captionHidden
            rows={gains}
            columns={[
              { key: 'field', label: t('duplicates.fieldName'), rowHeader: true, cell: ({ label }) => label },
              { key: 'now', label: t('duplicates.ask.now'), cell: ({ before }) => <TextLines text={before} /> },
              { key: 'then', label: t('duplicates.ask.then'), cell: ({ after }) => <TextLines text={after} /> },
            ]}
          />
        )}
      </Stack>
    </StaffPage>
  );
}
