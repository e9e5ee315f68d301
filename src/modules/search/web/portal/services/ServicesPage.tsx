import type { CentreContext } from '#platform/http/index.ts';
import { listParts, PortalPage, frameTexts } from '#platform/html/index.ts';
import {
  CardGrid,
  EmptyState,
  Heading,
  KeysetPager,
  Lead,
  Link,
  LinkPills,
  LinkButton,
  List,
  Notice,
  PageHeader,
  Paragraph,
  QuickExit,
  SearchForm,
  Stack,
} from '#ui/index.ts';
import type { Helpline } from '../../../domain/helplines.ts';
import { titleOfNeed } from '../../../domain/shippedLife.ts';
import { searchTexts } from '../../../texts/index.ts';
import type { Browsed } from '../../../usecases/searchServices.ts';
import { UrgentStrip } from '../UrgentStrip.tsx';
import { ListFilters } from './ListFilters.tsx';
import { listAddress, listQuery, type ListQuestion } from './readList.ts';
import { ServiceHit } from './ServiceHit.tsx';

interface Props {
  readonly c: CentreContext;
  readonly question: ListQuestion;
  readonly found: Browsed;
  readonly isNarrowed: boolean;
  /** Shown first when the words tell of danger; from what tells of violence one can leave at once. */
  readonly urgent: { readonly helplines: readonly Helpline[]; readonly isViolence: boolean } | undefined;
}

export function ServicesPage({ c, question, found, isNarrowed, urgent }: Props) {
  const t = searchTexts.in(c.lang);
  const frame = frameTexts.in(c.lang);
  const here = c.at('/uslugi');
  const { words, place } = question;
  const { hits, count, isWeak, next, facets, near } = found;
  const { q: _, ...choices } = listQuery(question);
  const own = listParts(c);
  const spelled = spelling(found);
  return (
    <PortalPage
      c={c}
      title={words === '' ? t('list.title') : `${words} – ${t('list.found')}`}
      crumbs={[{ label: frame('nav.start'), href: c.at('/') }, { label: t('list.title') }]}
    >
      <Stack gap="lg">
        <PageHeader actions={own.length > 0 ? own : undefined}>
          <Heading level={1}>{t('list.title')}</Heading>
          <Lead>{t('list.lead')}</Lead>
        </PageHeader>
        <SearchForm action={here} value={words} label={t('list.label')} hidden={withoutPage(choices)} />
        {urgent?.isViolence ? <QuickExit /> : null}
        {urgent ? <UrgentStrip helplines={urgent.helplines} lang={c.lang} /> : null}
        <ListFilters c={c} question={question} facets={facets} isNarrowed={isNarrowed} />
        {question.hasUnknown ? <Notice>{t('list.unknownFilter')}</Notice> : null}
        {place !== '' && !near ? <Notice>{t('list.unknownPlace', { place })}</Notice> : null}
        <Choices c={c} needs={found.choices} />
        {hits.length === 0 ? (
          <Nothing c={c} question={question} isNarrowed={isNarrowed} />
        ) : (
          <Stack>
            <Heading level={2} size="sm">
              {isWeak ? t('list.weak') : t('list.count', { count })}
            </Heading>
            {isWeak ? <Paragraph>{t('list.weakText')}</Paragraph> : null}
            {words !== '' && !isWeak && question.sort === 'relevance' ? <Paragraph muted>{t('list.best')}</Paragraph> : null}
            {spelled ? (
              <Paragraph>
                {t('list.didYouMean')}{' '}
                <Link href={`${here}${listAddress({ ...question, words: words.replace(spelled.typed, spelled.found), after: undefined })}`}>
                  {spelled.found}
                </Link>
              </Paragraph>
            ) : null}
            <CardGrid>
              {hits.map((hit) => (
                <ServiceHit c={c} hit={hit} hasWords={words !== ''} distanceKm={hit.distanceKm} />
              ))}
            </CardGrid>
            {isWeak ? <WaysOn c={c} question={question} isNarrowed={isNarrowed} /> : null}
            <KeysetPager
              {...(question.after && { previous: `${here}${listAddress({ ...question, after: undefined })}` })}
              {...(next && { next: `${here}${listAddress({ ...question, after: next })}` })}
            />
          </Stack>
        )}
      </Stack>
    </PortalPage>
  );
}

/** When words say too little to know the need, those who wrote them choose it. */
function Choices({ c, needs }: { readonly c: CentreContext; readonly needs: Browsed['choices'] }) {
  if (needs.length === 0) return null;
  const items = needs.map((need) => ({ label: titleOfNeed(need, c.lang), href: c.at(`/sytuacje/${need.id}`) }));
  return (
    <nav aria-label={searchTexts.in(c.lang)('list.whichNeed')}>
      <LinkPills lead={searchTexts.in(c.lang)('list.whichNeed')} items={items} />
    </nav>
  );
}

const withoutPage = ({ po: _, kolejnosc: __, ...others }: Readonly<Record<string, string>>) => others;

/** A slip that was corrected in the best hits. */
function spelling({ hits }: Browsed) {
  const [best] = hits;
  const slip = best?.matches.find(({ kind }) => kind === 'spelling');
  return slip && !best?.matches.some(({ kind, typed }) => kind === 'word' && typed === slip.typed) ? slip : undefined;
}

type Ways = Pick<Props, 'c' | 'question' | 'isNarrowed'>;

function Nothing({ c, question, isNarrowed }: Ways) {
  const t = searchTexts.in(c.lang);
  const ask = <LinkButton href={ownWords(c, question)}>{t('list.askOwnWords')}</LinkButton>;
  const isEmpty = question.words === '' && !isNarrowed;
  return (
    <EmptyState title={t(isEmpty ? 'list.empty' : 'list.nothing')} action={ask}>
      {isEmpty ? (
        t('list.emptyText')
      ) : (
        <>
          <p>{t('list.nothingText')}</p>
          <WaysOn c={c} question={question} isNarrowed={isNarrowed} />
        </>
      )}
    </EmptyState>
  );
}

/** Where a resident writes what is the matter; what was searched for is there already. */
const ownWords = (c: CentreContext, { words }: ListQuestion) =>
  `${c.at('/pomoc')}${words === '' ? '' : `?${new URLSearchParams({ q: words }).toString()}`}`;

/** What to do when the list did not help. */
function WaysOn({ c, question, isNarrowed }: Ways) {
  const t = searchTexts.in(c.lang);
  return (
    <List
      items={[
        ...(question.words === '' ? [] : [t('list.nothingWords')]),
        ...(isNarrowed
          ? [<Link href={`${c.at('/uslugi')}${listAddress({ words: question.words })}`}>{t('list.nothingFilters')}</Link>]
          : []),
        <Link href={c.at('/uslugi')}>{t('list.nothingAll')}</Link>,
        <Link href={ownWords(c, question)}>{t('list.nothingAsk')}</Link>,
        ...(c.centre.phone
          ? [<Link href={`tel:${c.centre.phone.replaceAll(' ', '')}`}>{t('list.nothingCall', { phone: c.centre.phone })}</Link>]
          : []),
      ]}
    />
  );
}
