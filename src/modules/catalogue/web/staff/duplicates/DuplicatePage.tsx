import { formatInstant } from '#shared/polishDate.ts';
import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  CardGrid,
  DefinitionGrid,
  EmptyState,
  Form,
  Heading,
  Link,
  LinkButton,
  Notice,
  Paragraph,
  Row,
  Stack,
  Table,
  Tag,
} from '#ui/index.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';
import type { Merge } from '../../../usecases/takeBackMerge.ts';
import { differencesInWords } from '../../cardInWords.ts';
import { TextLines } from '../TextLines.tsx';

const t = stewardTexts.in('pl');
const staff = catalogueStaffTexts.in('pl');
interface Props {
  readonly c: CentreContext<{ readonly oneId: string; readonly otherId: string }>;
  readonly one: CatalogueService;
  readonly other: CatalogueService;
  /** What other parts of the program hold of each, in words, by id. */
  readonly uses: ReadonlyMap<string, readonly string[]>;
  /** They are one already. */
  readonly merge?: Merge | undefined;
  readonly problem?: string | undefined;
}

/** Two services beside one another: which record stays, or that they are different. */
export function DuplicatePage({ c, one, other, uses, merge, problem }: Props) {
  const list = c.at('/praca/uslugi/powtorzone');
  const here = `${list}/${one.id}/${other.id}`;
  const title = t('duplicates.pair', { one: one.name, other: other.name });
  const differences = differencesInWords(one, other);
  const canMerge = one.status !== 'ended' && other.status !== 'ended';
  const advised = canMerge ? advisedOf(one, other, uses) : undefined;
  return (
    <StaffPage
      c={c as unknown as CentreContext}
      title={title}
      crumbs={[{ label: staff('list.title'), href: c.at('/praca/uslugi') }, { label: t('duplicates.title'), href: list }, { label: title }]}
    >
      <Stack gap="lg">
        {problem === undefined ? null : (
          <Notice tone="warning" live>
            {problem}
          </Notice>
        )}
        <Heading level={1}>{title}</Heading>
        {merge ? <Merged c={c} here={here} merge={merge} /> : null}
        <CardGrid>
          {[one, other].map((service, index) => (
            <OneCard
              c={c}
              here={here}
              service={service}
              isFirst={index === 0}
              uses={uses.get(service.id) ?? []}
              canMerge={canMerge}
              isAdvised={advised === service.id}
            />
          ))}
        </CardGrid>
        {canMerge ? (
          <Row>
            <Form action={`${here}/rozne`} idempotencyKey={c.submissionKey()} label={t('duplicates.different')}>
              <Button type="submit" variant="secondary">
                {t('duplicates.different')}
              </Button>
            </Form>
          </Row>
        ) : null}
        {differences.length === 0 ? (
          <EmptyState title={t('duplicates.same')} level={2} />
        ) : (
          <Table<(typeof differences)[number]>
            caption={t('duplicates.field')}
            rows={differences}
            columns={[
              { key: 'field', label: t('duplicates.fieldName'), rowHeader: true, cell: ({ label }) => label },
              { key: 'one', label: t('duplicates.firstCard'), cell: ({ before }) => <TextLines text={before} /> },
              { key: 'other', label: t('duplicates.secondCard'), cell: ({ after }) => <TextLines text={after} /> },
            ]}
          />
        )}
      </Stack>
    </StaffPage>
  );
}

/** The one that residents see, or else the one that others hold; undefined when nothing speaks for either. */
function advisedOf(one: CatalogueService, other: CatalogueService, uses: Props['uses']): string | undefined {
  const weight = ({ id, status }: CatalogueService) =>
    (status === 'active' ? 4 : status === 'paused' ? 2 : 0) + ((uses.get(id)?.length ?? 0) > 0 ? 1 : 0);
  const difference = weight(one) - weight(other);
  if (difference === 0) return undefined;
  return difference > 0 ? one.id : other.id;
}

interface OneCardProps {
  readonly c: Props['c'];
  readonly here: string;
  readonly service: CatalogueService;
  readonly isFirst: boolean;
  readonly uses: readonly string[];
  readonly canMerge: boolean;
  readonly isAdvised: boolean;
}
function OneCard({ c, here, service, isFirst, uses, canMerge, isAdvised }: OneCardProps) {
  const which = t(isFirst ? 'duplicates.first' : 'duplicates.second');
  const places = service.places.map(({ name }) => name).join(', ');
  return (
    <Card level={2} title={t(isFirst ? 'duplicates.firstCard' : 'duplicates.secondCard')}>
      <Paragraph>
        <Link href={c.at(`/praca/uslugi/${service.id}`)}>{service.name}</Link>
      </Paragraph>
      {isAdvised ? (
        <Row>
          <Tag tone="accent">{t('duplicates.advised')}</Tag>
        </Row>
      ) : null}
      <DefinitionGrid
        items={[
          {
            term: t('duplicates.state'),
            value: <Tag tone={service.status === 'active' ? 'success' : 'neutral'}>{staff(`status.${service.status}`)}</Tag>,
          },
          { term: t('duplicates.uses'), value: uses.length === 0 ? t('duplicates.usedByNobody') : uses.join('; ') },
          ...(service.provider ? [{ term: staff('editor.provider'), value: service.provider.name }] : []),
          ...(places === '' ? [] : [{ term: t('field.places'), value: places }]),
          { term: t('duplicates.changedAt'), value: formatInstant(service.updatedAt) },
        ]}
      />
      {canMerge ? (
        <>
          <LinkButton href={`${here}/scal?zostaje=${service.id}`} variant={isAdvised ? 'primary' : 'secondary'}>
            {t('duplicates.keep', { name: which })}
          </LinkButton>
          <Paragraph small muted>
            {t('duplicates.keepText')}
          </Paragraph>
        </>
      ) : null}
    </Card>
  );
}

function Merged({ c, here, merge }: { readonly c: Props['c']; readonly here: string; readonly merge: Merge }) {
  return (
    <Notice title={t('duplicates.mergedTitle')}>
      <Stack gap="sm">
        <Paragraph>{t('duplicates.mergedText', { kept: merge.kept.name, gone: merge.gone.name })}</Paragraph>
        <Form action={`${here}/rozlacz`} idempotencyKey={c.submissionKey()} label={t('duplicates.takeBack')}>
          <Row>
            <Button type="submit" variant="secondary">
              {t('duplicates.takeBack')}
            </Button>
            <LinkButton href={c.at(`/praca/uslugi/${merge.kept.id}`)} variant="tertiary">
              {merge.kept.name}
            </LinkButton>
          </Row>
          <Paragraph small muted>
            {t('duplicates.takeBackText')}
          </Paragraph>
        </Form>
      </Stack>
    </Notice>
  );
}
