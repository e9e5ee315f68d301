import type { CentreContext } from '#platform/http/index.ts';
import { frameTexts, listParts, PortalPage } from '#platform/html/index.ts';
import { areas, asHeading, targetGroups, type countOffers } from '#modules/catalogue/index.ts';
import {
  AreaIcon,
  CardGrid,
  CardLink,
  DocumentIcon,
  HandshakeIcon,
  Heading,
  Lead,
  Link,
  LinkPills,
  List,
  Paragraph,
  PeopleIcon,
  Row,
  SearchForm,
  Section,
  Stack,
} from '#ui/index.ts';
import type { Helpline } from '../../../domain/helplines.ts';
import { lifeSituations } from '../../../domain/shippedLife.ts';
import { searchTexts } from '../../../texts/index.ts';
import { listAddress } from '../services/readList.ts';
import { Helplines } from './Helplines.tsx';

interface Props {
  readonly c: CentreContext;
  readonly offers: Awaited<ReturnType<typeof countOffers>>;
  readonly helplines: readonly Helpline[];
  /** In a demonstration: a public page about the real centre. */
  readonly source: string | undefined;
}

export function CentreHome({ c, offers, helplines, source }: Props) {
  const t = searchTexts.in(c.lang);
  const list = (question: Parameters<typeof listAddress>[0]) => `${c.at('/uslugi')}${listAddress(question)}`;
  const own = listParts(c);
  const examples = [t('home.example1'), t('home.example2'), t('home.example3'), t('home.example4')];
  return (
    <PortalPage
      c={c}
      title={t('home.title')}
      description={t('home.description')}
      hero={
        <>
          <Heading level={1} size="2xl">
            {t('home.greeting')}
          </Heading>
          <Lead>{t('home.lead')}</Lead>
          <SearchForm action={c.at('/uslugi')} look="large" label={t('list.label')} hint={t('home.searchHint')} />
          {own.length > 0 ? <Row>{own}</Row> : null}
          <LinkPills lead={t('home.examples')} items={examples.map((words) => ({ label: words, href: list({ words }) }))} />
        </>
      }
    >
      <div class="ok-content">
        <Section labelledBy="co-zrobic">
          <Heading level={2} id="co-zrobic">
            {t('home.whatToDo')}
          </Heading>
          <CardGrid>
            <CardLink href={c.at('/zgloszenie')} title={t('home.ask')} text={t('home.askText')} icon={<HandshakeIcon />} />
            <CardLink href={c.at('/potrzeba')} title={t('home.need')} text={t('home.needText')} icon={<PeopleIcon />} />
            <CardLink href={c.at('/moja-sprawa')} title={t('home.mine')} text={t('home.mineText')} icon={<DocumentIcon />} />
          </CardGrid>
        </Section>
        <Section labelledBy="sytuacje">
          <Heading level={2} id="sytuacje">
            {t('home.situations')}
          </Heading>
          <LinkPills items={lifeSituations.map(({ need, title }) => ({ label: title[c.lang], href: c.at(`/sytuacje/${need}`) }))} />
        </Section>
        <Section labelledBy="sprawy">
          <Heading level={2} id="sprawy">
            {t('home.areas')}
          </Heading>
          <CardGrid compact>
            {areas.map((area) => (
              <CardLink
                href={list({ narrowing: { area: area.number } })}
                title={asHeading(area.name, c.lang)}
                icon={<AreaIcon code={area.code} />}
                meta={t('list.count', { count: offers.areas.get(area.number) ?? 0 })}
              />
            ))}
          </CardGrid>
          <Paragraph>
            <Link href={c.at('/uslugi')}>{t('home.all')}</Link>
          </Paragraph>
        </Section>
        <Section labelledBy="dla-kogo">
          <Heading level={2} id="dla-kogo">
            {t('home.groups')}
          </Heading>
          <LinkPills
            items={targetGroups
              .filter(({ code }) => code !== 'EVERYONE')
              .map((group) => ({ label: asHeading(group.name, c.lang), href: list({ narrowing: { group: group.code } }) }))}
          />
        </Section>
        <Helplines helplines={helplines} lang={c.lang} t={t} />
        <Section labelledBy="po-kolei">
          <Heading level={2} id="po-kolei">
            {t('home.steps')}
          </Heading>
          <List ordered items={[t('home.step1'), t('home.step2'), t('home.step3'), t('home.step4')]} />
        </Section>
        <Stack gap="sm">
          {source ? (
            <Paragraph muted>
              {t('home.about')} <Link href={source}>{new URL(source).hostname}</Link>.
            </Paragraph>
          ) : null}
          <Paragraph muted>
            {t('home.others')} <Link href="/">{frameTexts.in(c.lang)('nav.changeCentre')}</Link>
          </Paragraph>
        </Stack>
      </div>
    </PortalPage>
  );
}
