import type { PageContext } from '#platform/http/index.ts';
import { frameTexts, PortalPage } from '#platform/html/index.ts';
import { formatDate } from '#shared/polishDate.ts';
import { Heading, Link, Notice, Paragraph, PhoneLinks, Section, Stack, SummaryList } from '#ui/index.ts';
import { centreTexts } from '../../../texts/index.ts';
import type { StatementDates } from './statementDates.ts';

/**
 * The accessibility statement. The ids beginning with `a11y-` are those of the technical conditions by which programs read
 * such statements; each stands on the page once.
 */
export function AccessibilityPage({ c, dates }: { readonly c: PageContext; readonly dates: StatementDates }) {
  const t = centreTexts.in(c.lang);
  const { centre, world } = c;
  const body = centre?.officialName ?? 'Okienko';
  const address = `${world.publicUrl}${centre ? c.at('/') : '/'}`;
  const absent = world.isDemo ? t('a11y.demoNobody') : t('a11y.notSet');
  const day = (id: string, date: Temporal.PlainDate) => (
    <time id={id} datetime={date.toString()}>
      {formatDate(date, c.lang)}
    </time>
  );
  return (
    <PortalPage
      c={c}
      title={t('a11y.title')}
      width="narrow"
      crumbs={[{ label: frameTexts.in(c.lang)('nav.start'), href: c.centre ? c.at('/') : '/' }, { label: t('a11y.title') }]}
    >
      <Stack gap="lg">
        <Heading level={1}>{t('a11y.title')}</Heading>
        {world.isDemo ? <Notice tone="warning">{t('a11y.demo')}</Notice> : null}
        <p class="ok-prose" id="a11y-wstep">
          <strong id="a11y-podmiot" lang="pl">
            {body}
          </strong>{' '}
          {t('a11y.intro')}{' '}
          <a class="ds-link ok-breakable" id="a11y-url" href={address}>
            {address}
          </a>
        </p>
        <SummaryList
          title={t('a11y.dates')}
          rows={[
            { label: t('a11y.published'), value: day('a11y-data-publikacja', dates.publishedOn) },
            { label: t('a11y.updated'), value: day('a11y-data-aktualizacja', dates.updatedOn) },
          ]}
        />
        <Section labelledBy="stan">
          <Heading level={2} id="stan">
            {t('a11y.status')}
          </Heading>
          <p class="ok-prose">
            <strong id="a11y-status">{t('a11y.partly')}</strong> {t('a11y.partlyWhy')}
          </p>
        </Section>
        <Section labelledBy="a11y-tresci-niedostepne">
          <Heading level={2} id="a11y-tresci-niedostepne">
            {t('a11y.known')}
          </Heading>
          <Paragraph>{t('a11y.knownText')}</Paragraph>
        </Section>
        <SummaryList
          title={t('a11y.prepared')}
          rows={[
            { label: t('a11y.preparedOn'), value: day('a11y-data-sporzadzenie', dates.preparedOn) },
            { label: t('a11y.reviewedOn'), value: day('a11y-data-przeglad', dates.reviewedOn) },
          ]}
        />
        <Paragraph>{t('a11y.method')}</Paragraph>
        <Paragraph>{t('a11y.keyboard')}</Paragraph>
        <div id="a11y-kontakt">
          <SummaryList
            title={t('a11y.contact')}
            rows={[
              { label: t('a11y.person'), value: <span id="a11y-osoba">{absent}</span> },
              { label: t('a11y.email'), value: <span id="a11y-email">{mail(centre?.email) ?? absent}</span> },
              { label: t('a11y.phone'), value: <span id="a11y-telefon">{phone(centre?.phone) ?? absent}</span> },
            ]}
          />
        </div>
        <Section labelledBy="a11y-procedura">
          <Heading level={2} id="a11y-procedura">
            {t('a11y.procedure')}
          </Heading>
          <Paragraph>{t('a11y.procedureText')}</Paragraph>
          <Paragraph muted small>
            {t('a11y.unverified')}
          </Paragraph>
          <Paragraph>
            {t('a11y.complaint')}{' '}
            <Link external href="https://bip.brpo.gov.pl/">
              {t('a11y.rpo')}
            </Link>
          </Paragraph>
        </Section>
        <Section labelledBy="a11y-architektura">
          <Heading level={2} id="a11y-architektura">
            {t('a11y.building')}
          </Heading>
          <Paragraph>{world.isDemo ? t('a11y.buildingDemo') : t('a11y.buildingUnknown')}</Paragraph>
        </Section>
        <Section labelledBy="a11y-aplikacje">
          <Heading level={2} id="a11y-aplikacje">
            {t('a11y.apps')}
          </Heading>
          <Paragraph>{t('a11y.noApps')}</Paragraph>
        </Section>
      </Stack>
    </PortalPage>
  );
}

const mail = (address: string | null | undefined) => (address ? <Link href={`mailto:${address}`}>{address}</Link> : undefined);
const phone = (number: string | null | undefined) => (number ? <PhoneLinks number={number} /> : undefined);
