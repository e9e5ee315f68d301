import type { CentreContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { Button, Card, EmptyState, Form, Heading, Link, List, Notice, Paragraph, Stack, TextDiff } from '#ui/index.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';
import { differencesInWords } from '../../cardInWords.ts';

const t = stewardTexts.in('pl');
interface Props {
  readonly c: CentreContext<{ readonly oneId: string; readonly otherId: string }>;
  readonly one: CatalogueService;
  readonly other: CatalogueService;
  readonly problem?: string | undefined;
}

/** Two services beside one another: which record stays, or that they are different. */
export function DuplicatePage({ c, one, other, problem }: Props) {
  const list = c.at('/praca/uslugi/powtorzone');
  const here = `${list}/${one.id}/${other.id}`;
  const title = t('duplicates.pair', { one: one.name, other: other.name });
  const differences = differencesInWords(one, other);
  const canMerge = one.status !== 'ended' && other.status !== 'ended';
  return (
    <StaffPage
      c={c as unknown as CentreContext}
      title={title}
      crumbs={[
        { label: catalogueStaffTexts.in('pl')('list.title'), href: c.at('/praca/uslugi') },
        { label: t('duplicates.title'), href: list },
        { label: title },
      ]}
    >
      <Stack gap="lg">
        {problem === undefined ? null : (
          <Notice tone="warning" live>
            {problem}
          </Notice>
        )}
        <Heading level={1}>{title}</Heading>
        <List
          items={[one, other].map((service, index) => (
            <Link href={c.at(`/praca/uslugi/${service.id}`)}>
              {service.name} ({index === 0 ? t('duplicates.first') : t('duplicates.second')})
            </Link>
          ))}
        />
        {differences.length === 0 ? <EmptyState title={t('duplicates.same')} level={2} /> : null}
        {differences.map((each) => (
          <Card level={2} title={each.label}>
            <TextDiff before={each.before} after={each.after} />
          </Card>
        ))}
        {canMerge ? <Paragraph>{t('duplicates.keepText')}</Paragraph> : null}
        {canMerge
          ? [
              { keep: one, gone: other, which: t('duplicates.first') },
              { keep: other, gone: one, which: t('duplicates.second') },
            ].map(({ keep, gone, which }) => (
              <Form
                action={`${here}/scal`}
                idempotencyKey={c.submissionKey()}
                hidden={{ zostaje: keep.id, wersja: String(keep.version), wersjaDrugiej: String(gone.version) }}
                label={t('duplicates.keep', { name: which })}
              >
                <Button type="submit">{t('duplicates.keep', { name: which })}</Button>
              </Form>
            ))
          : null}
        <Form action={`${here}/rozne`} idempotencyKey={c.submissionKey()} label={t('duplicates.different')}>
          <Button type="submit" variant="secondary">
            {t('duplicates.different')}
          </Button>
        </Form>
      </Stack>
    </StaffPage>
  );
}
