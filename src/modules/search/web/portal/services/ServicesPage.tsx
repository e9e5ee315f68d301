import type { CentreContext } from '#platform/http/index.ts';
import type { Language } from '#platform/i18n/index.ts';
import { listParts, PortalPage, frameTexts } from '#platform/html/index.ts';
import {
  CardGrid,
  CardList,
  EmptyState,
  Heading,
  KeysetPager,
  Lead,
  Link,
  LinkPills,
  LinkButton,
  PhoneLinks,
  List,
  Notice,
  PageHeader,
  Paragraph,
  QuickExit,
  SearchForm,
  Stack,
} from '#ui/index.ts';
import type { DangerKind } from '../../../domain/danger.ts';
import type { Helpline } from '../../../domain/helplines.ts';
import type { Surroundings } from '../../../domain/near.ts';
import { titleOfNeed } from '../../../domain/shippedLife.ts';
import { searchTexts } from '../../../texts/index.ts';
import type { Browsed } from '../../../usecases/searchServices.ts';
import { UrgentStrip } from '../UrgentStrip.tsx';
import { ListFilters } from './ListFilters.tsx';
import { listAddress, listQuery, type ListQuestion } from './readList.ts';
import { needsSaid, ServiceHit } from './ServiceHit.tsx';

interface Props {
  readonly c: CentreContext;
  readonly question: ListQuestion;
  readonly found: Browsed;
  readonly isNarrowed: boolean;
  /** Shown first when the words tell of danger; from what tells of violence one can leave at once. */
  readonly urgent: { readonly helplines: readonly Helpline[]; readonly danger: DangerKind } | undefined;
}

/** Tabs and bookmarks show no more of the words anyway. */
const longestInTitle = 60;

export function ServicesPage({ c, question, found, isNarrowed, urgent }: Props) {
  const t = searchTexts.in(c.lang);
  const frame = frameTexts.in(c.lang);
  const here = c.at('/uslugi');
  const { words } = question;
  const { hits, count, isWeak, next, facets } = found;
  const { q: _, ...choices } = listQuery(question);
  const own = listParts(c);
  const spelled = spelling(found);
  const above = commonNeed(found, c.lang);
  const hidesDemo = hits.filter(({ service }) => service.demo).length * 2 > hits.length;
  // Where the order says something, one stands under another.
  const isOrdered = words !== '' || question.sort !== 'name';
  const card = (hit: Browsed['hits'][number]) => (
    <ServiceHit c={c} hit={hit} hasWords={words !== ''} way={hit.way} said={above} hidesDemo={hidesDemo} />
  );
  return (
    <PortalPage
      c={c}
      title={
        words === ''
          ? t('list.title')
          : `${words.length > longestInTitle ? `${words.slice(0, longestInTitle).toWellFormed()}…` : words} – ${t('list.found')}`
      }
      crumbs={[{ label: frame('nav.start'), href: c.at('/') }, { label: t('list.title') }]}
    >
      <Stack gap="lg">
        <PageHeader actions={own.length > 0 ? own : undefined}>
          <Heading level={1}>{t('list.title')}</Heading>
          <Lead>{t('list.lead')}</Lead>
        </PageHeader>
        <SearchForm action={here} value={words} label={t('list.label')} hidden={withoutPage(choices)} />
        {urgent?.danger === 'violence' ? <QuickExit /> : null}
        {urgent ? <UrgentStrip helplines={urgent.helplines} danger={urgent.danger} lang={c.lang} /> : null}
        <ListFilters c={c} question={question} facets={facets} isNarrowed={isNarrowed} />
        {question.hasUnknown ? <Notice>{t('list.unknownFilter')}</Notice> : null}
        {found.surroundings ? <AboutPlace c={c} question={question} found={found} surroundings={found.surroundings} /> : null}
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
            {above === undefined ? null : <Paragraph>{t('list.needAbove', { need: above })}</Paragraph>}
            {hidesDemo ? (
              <Paragraph muted>{t(hits.every(({ service }) => service.demo) ? 'list.allDemo' : 'list.mostDemo')}</Paragraph>
            ) : null}
            {isOrdered ? (
              <CardList items={hits.map((hit) => ({ id: `u-${hit.service.id}`, card: card(hit) }))} />
            ) : (
              <CardGrid>{hits.map(card)}</CardGrid>
            )}
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

/** The need for which two services or more were found: it is said once above them. */
function commonNeed({ hits }: Browsed, lang: Language): string | undefined {
  const counts = new Map<string, number>();
  for (const need of hits.flatMap((hit) => needsSaid(hit, lang))) counts.set(need, (counts.get(need) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most && most[1] > 1 ? most[0] : undefined;
}

const shownPlaces = 8;
interface PlaceProps {
  readonly c: CentreContext;
  readonly question: ListQuestion;
  readonly found: Browsed;
  readonly surroundings: Surroundings;
}
/** What the named place did to the list: nothing, because nobody knows it, or which services stay however far they are. */
function AboutPlace({ c, question, found, surroundings }: PlaceProps) {
  const t = searchTexts.in(c.lang);
  const { near, hits } = found;
  const { place } = question;
  if (near) {
    const isBlind = question.sort === 'distance' && !hits.some(({ way }) => way?.kind === 'km' || way?.kind === 'here');
    return <Paragraph muted>{isBlind ? t('list.noDistances', { place: near.place }) : t('list.nearAlso')}</Paragraph>;
  }
  const known = [...new Set([surroundings.gmina, ...surroundings.localities])].slice(0, shownPlaces);
  return (
    <Notice>
      <Paragraph>{t('list.unknownPlace', { place, gmina: surroundings.gmina })}</Paragraph>
      <LinkPills
        lead={t('list.knownPlaces')}
        items={known.map((name) => ({
          label: <span lang="pl">{name}</span>,
          href: `${c.at('/uslugi')}${listAddress({ ...question, place: name, after: undefined })}`,
        }))}
      />
      <Paragraph>
        <Link href={`/?${new URLSearchParams({ q: place }).toString()}`}>{t('list.otherGmina', { place })}</Link>
      </Paragraph>
    </Notice>
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
          ? [
              <>
                {t('list.nothingCall')} <PhoneLinks number={c.centre.phone} />
              </>,
            ]
          : []),
      ]}
    />
  );
}
