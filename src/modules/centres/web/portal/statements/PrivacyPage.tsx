import type { Child } from 'hono/jsx';
import type { PageContext } from '#platform/http/index.ts';
import { frameTexts, PortalPage } from '#platform/html/index.ts';
import { Heading, Lead, Link, List, Notice, Paragraph, Section, Stack, Table } from '#ui/index.ts';
import { centreTexts } from '../../../texts/index.ts';

/** What is stored, why, and who sees it. */
export function PrivacyPage({ c }: { readonly c: PageContext }) {
  const t = centreTexts.in(c.lang);
  const name = c.centre?.officialName ?? 'Okienko';
  const cookies = [
    { name: 'okienko_lang, okienko_scheme', use: t('privacy.cookieLook'), time: t('privacy.year') },
    { name: 'okienko_case', use: t('privacy.cookieCase'), time: t('privacy.twoHours') },
    { name: 'okienko_request', use: t('privacy.cookieRequest'), time: t('privacy.thirtyDays') },
    { name: 'okienko_list', use: t('privacy.cookieList'), time: t('privacy.halfYear') },
    { name: 'okienko_link', use: t('privacy.cookieLink'), time: t('privacy.untilLinkEnds') },
    { name: 'okienko_notice', use: t('privacy.cookieNotice'), time: t('privacy.minute') },
    { name: 'okienko.session_token', use: t('privacy.cookieSession'), time: t('privacy.untilOut') },
  ];
  return (
    <PortalPage
      c={c}
      title={t('privacy.title')}
      width="narrow"
      crumbs={[{ label: frameTexts.in(c.lang)('nav.start'), href: c.centre ? c.at('/') : '/' }, { label: t('privacy.title') }]}
    >
      <Stack gap="lg">
        <div>
          <Heading level={1}>{t('privacy.title')}</Heading>
          <Lead>{t('privacy.lead')}</Lead>
        </div>
        {c.world.isDemo ? <Notice tone="warning">{t('privacy.demo')}</Notice> : null}
        <Part id="kto" title={t('privacy.who')}>
          <Paragraph>{t('privacy.whoText', { name })}</Paragraph>
        </Part>
        <Part id="co" title={t('privacy.what')}>
          <List items={[t('privacy.whatRead'), t('privacy.whatAsk'), t('privacy.whatStaff')]} />
        </Part>
        <Part id="dlaczego" title={t('privacy.basis')}>
          <Paragraph>{t('privacy.basisText')}</Paragraph>
        </Part>
        <Part id="komu" title={t('privacy.whom')}>
          <Paragraph>{t('privacy.whomText')}</Paragraph>
        </Part>
        <Part id="ciasteczka" title={t('privacy.cookies')}>
          <Paragraph>{t('privacy.cookiesText')}</Paragraph>
          <Table
            caption={t('privacy.cookies')}
            captionHidden
            columns={[
              { key: 'name', label: t('privacy.cookieName'), cell: (row) => <code>{row.name}</code>, rowHeader: true },
              { key: 'use', label: t('privacy.cookieUse'), cell: (row) => row.use },
              { key: 'time', label: t('privacy.cookieTime'), cell: (row) => row.time },
            ]}
            rows={cookies}
          />
        </Part>
        <Part id="prawa" title={t('privacy.rights')}>
          <Paragraph>{t('privacy.rightsText')}</Paragraph>
          <Paragraph>
            <Link external href="https://uodo.gov.pl/">
              {t('privacy.uodo')}
            </Link>
          </Paragraph>
        </Part>
      </Stack>
    </PortalPage>
  );
}

function Part({ id, title, children }: { readonly id: string; readonly title: string; readonly children?: Child }) {
  return (
    <Section labelledBy={id}>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      {children}
    </Section>
  );
}
