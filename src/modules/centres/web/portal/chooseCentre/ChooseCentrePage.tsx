import type { PlatformContext } from '#platform/http/index.ts';
import { PortalPage } from '#platform/html/index.ts';
import {
  CardGrid,
  Card,
  Details,
  EmptyState,
  HandshakeIcon,
  EyeIcon,
  Heading,
  Lead,
  Link,
  LinkPills,
  List,
  MailIcon,
  Paragraph,
  SearchForm,
  Section,
} from '#ui/index.ts';
import { centreTexts } from '../../../texts/index.ts';
import type { CentreChoice, ListedCentre } from '../../../usecases/chooseCentre.ts';
import { FoundGminas } from './FoundGminas.tsx';

interface Props {
  readonly c: PlatformContext;
  readonly typed: string;
  readonly choice: CentreChoice;
}

/** Centres offered beside the search, so that a visitor need not type anything. */
const mostExamples = 4;

export function ChooseCentrePage({ c, typed, choice }: Props) {
  const t = centreTexts.in(c.lang);
  const { open, elsewhere } = choice;
  return (
    <PortalPage
      c={c}
      title={t('start.title')}
      description={t('start.description')}
      hero={
        <>
          <Heading level={1} size="2xl">
            {t('start.greeting')}
          </Heading>
          <Lead>{t('start.lead')}</Lead>
          <SearchForm action="/" look="large" value={typed} label={t('start.label')} hint={t('start.hint')} submit={t('start.submit')} />
          {typed === '' && open.length > 0 ? (
            <LinkPills
              lead={t('start.examples')}
              items={open.slice(0, mostExamples).map((centre) => ({ label: centre.gminaName, href: `/${centre.slug}` }))}
            />
          ) : null}
        </>
      }
    >
      <div class="ok-content">
        {typed === '' ? <Promises t={t} /> : <FoundGminas c={c} typed={typed} choice={choice} />}
        <Section labelledBy="wojewodztwa">
          <Heading level={2} id="wojewodztwa">
            {t('start.byVoivodeship')}
          </Heading>
          {open.length === 0 ? (
            <EmptyState title={t('start.none')} level={3}>
              {t('start.noneText')}
            </EmptyState>
          ) : (
            <CardGrid>
              {grouped(open).map(([voivodeship, centres]) => (
                <Card title={voivodeship} level={3}>
                  <List
                    items={centres.map((centre) => (
                      <Link href={`/${centre.slug}`}>{centre.name}</Link>
                    ))}
                  />
                </Card>
              ))}
            </CardGrid>
          )}
          {elsewhere.length > 0 ? (
            <Details summary={t('start.known')}>
              <Paragraph>{t('start.knownText')}</Paragraph>
              <List items={elsewhere.map((centre) => `${centre.name} (${centre.voivodeship})`)} />
            </Details>
          ) : null}
        </Section>
      </div>
    </PortalPage>
  );
}

function Promises({ t }: { readonly t: ReturnType<typeof centreTexts.in> }) {
  const promises = [
    { icon: <MailIcon />, title: t('start.plainTitle'), text: t('start.plain') },
    { icon: <HandshakeIcon />, title: t('start.onceTitle'), text: t('start.once') },
    { icon: <EyeIcon />, title: t('start.openTitle'), text: t('start.open') },
  ];
  return (
    <CardGrid>
      {promises.map(({ icon, title, text }) => (
        <Card tone="quiet">
          <span class="ok-card-icon">{icon}</span>
          <Heading level={2} size="xs">
            {title}
          </Heading>
          <p>{text}</p>
        </Card>
      ))}
    </CardGrid>
  );
}

function grouped(centres: readonly ListedCentre[]): [string, ListedCentre[]][] {
  const groups = new Map<string, ListedCentre[]>();
  for (const centre of centres) groups.set(centre.voivodeship, [...(groups.get(centre.voivodeship) ?? []), centre]);
  return [...groups].toSorted(([a], [b]) => a.localeCompare(b, 'pl'));
}
