import type { CentreContext } from '#platform/http/index.ts';
import { PortalPage, frameTexts } from '#platform/html/index.ts';
import { areas, asHeading, targetGroups } from '#modules/catalogue/index.ts';
import {
  CardGrid,
  EmptyState,
  FilterForm,
  Heading,
  KeysetPager,
  Lead,
  Link,
  LinkButton,
  List,
  Notice,
  Paragraph,
  SearchForm,
  SelectField,
  Stack,
} from '#ui/index.ts';
import { searchTexts } from '../../../texts/index.ts';
import type { FoundService } from '../../../usecases/searchServices.ts';
import { listAddress, type ListQuestion } from './readList.ts';
import { ServiceHit } from './ServiceHit.tsx';

interface Props {
  readonly c: CentreContext;
  readonly question: ListQuestion;
  readonly hits: readonly FoundService[];
  readonly count: number;
  readonly next?: ListQuestion['after'];
}

export function ServicesPage({ c, question, hits, count, next }: Props) {
  const t = searchTexts.in(c.lang);
  const frame = frameTexts.in(c.lang);
  const here = c.at('/uslugi');
  const { words, area, group } = question;
  const isNarrowed = area !== undefined || group !== undefined;
  const filters = { ...(area !== undefined && { sprawa: String(area) }), ...(group !== undefined && { dla: group }) };
  return (
    <PortalPage
      c={c}
      title={words === '' ? t('list.title') : `${words} – ${t('list.found')}`}
      crumbs={[{ label: frame('nav.start'), href: c.at('/') }, { label: t('list.title') }]}
    >
      <Stack gap="lg">
        <div>
          <Heading level={1}>{t('list.title')}</Heading>
          <Lead>{t('list.lead')}</Lead>
        </div>
        <SearchForm action={here} value={words} label={t('list.label')} hidden={filters} />
        <FilterForm
          action={here}
          hidden={words === '' ? {} : { q: words }}
          {...(isNarrowed && { clear: `${here}${listAddress({ words })}` })}
        >
          <SelectField
            name="sprawa"
            label={t('list.area')}
            required={false}
            value={area === undefined ? '' : String(area)}
            empty={t('list.anyArea')}
            options={areas.map((each) => ({ value: String(each.number), label: asHeading(each.name, c.lang) }))}
          />
          <SelectField
            name="dla"
            label={t('list.group')}
            required={false}
            value={group ?? ''}
            empty={t('list.anyGroup')}
            options={targetGroups
              .filter(({ code }) => code !== 'EVERYONE')
              .map((each) => ({ value: each.code, label: asHeading(each.name, c.lang) }))}
          />
        </FilterForm>
        {question.hasUnknown ? <Notice>{t('list.unknownFilter')}</Notice> : null}
        {hits.length === 0 ? (
          <Nothing c={c} question={question} isNarrowed={isNarrowed} />
        ) : (
          <Stack>
            <Heading level={2} size="sm">
              {t('list.count', { count })}
            </Heading>
            {words === '' ? null : <Paragraph muted>{t('list.best')}</Paragraph>}
            <CardGrid>
              {hits.map((hit) => (
                <ServiceHit c={c} hit={hit} hasWords={words !== ''} />
              ))}
            </CardGrid>
            <KeysetPager
              {...(question.after && { previous: `${here}${listAddress({ words, area, group })}` })}
              {...(next && { next: `${here}${listAddress({ words, area, group, after: next })}` })}
            />
          </Stack>
        )}
      </Stack>
    </PortalPage>
  );
}

function Nothing({ c, question, isNarrowed }: Pick<Props, 'c' | 'question'> & { readonly isNarrowed: boolean }) {
  const t = searchTexts.in(c.lang);
  const ask = <LinkButton href={c.at('/zgloszenie')}>{t('home.ask')}</LinkButton>;
  if (question.words === '' && !isNarrowed) {
    return (
      <EmptyState title={t('list.empty')} action={ask}>
        {t('list.emptyText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('list.nothing')} action={ask}>
      <p>{t('list.nothingText')}</p>
      <List
        items={[
          ...(question.words === '' ? [] : [t('list.nothingWords')]),
          ...(isNarrowed
            ? [<Link href={`${c.at('/uslugi')}${listAddress({ words: question.words })}`}>{t('list.nothingFilters')}</Link>]
            : []),
          <Link href={c.at('/uslugi')}>{t('list.nothingAll')}</Link>,
          <Link href={c.at('/zgloszenie')}>{t('list.nothingAsk')}</Link>,
        ]}
      />
    </EmptyState>
  );
}
