import type { CentreContext } from '#platform/http/index.ts';
import { frameTexts, PortalPage } from '#platform/html/index.ts';
import { CopyLink, Heading, Link, List, Paragraph, Section, Stack } from '#ui/index.ts';
import { listsTexts } from '../../../texts/index.ts';
import type { ToldService } from '../../../usecases/tellService.ts';
import { mailTo } from '../ShareList.tsx';

/** How to tell somebody of a service: by its address, on paper, on a poster. */
export function SharePage({ c, service }: { readonly c: CentreContext; readonly service: ToldService }) {
  const t = listsTexts.in(c.lang);
  const own = c.at(`/uslugi/${service.id}`);
  return (
    <PortalPage
      c={c}
      title={t('pass.title')}
      width="narrow"
      crumbs={[
        { label: frameTexts.in(c.lang)('nav.start'), href: c.at('/') },
        { label: frameTexts.in(c.lang)('nav.services'), href: c.at('/uslugi') },
        { label: service.name, href: own },
        { label: t('pass.title') },
      ]}
    >
      <Stack gap="lg">
        <Heading level={1} caption={<span lang={service.isTranslated ? undefined : 'pl'}>{service.name}</span>}>
          {t('pass.title')}
        </Heading>
        <Section labelledBy="adres">
          <Heading level={2} id="adres">
            {t('pass.link')}
          </Heading>
          <Paragraph>{t('pass.linkText')}</Paragraph>
          <CopyLink address={service.address} label={t('pass.address')} />
          <Paragraph>
            <Link href={mailTo(service.name, `${service.name}\n${service.address}`)}>{t('share.mail')}</Link>
          </Paragraph>
        </Section>
        <Section labelledBy="ulotka">
          <Heading level={2} id="ulotka">
            {t('pass.leaflet')}
          </Heading>
          <Paragraph>{t('pass.leafletText')}</Paragraph>
          <List items={leafletLinks(c, `/uslugi/${service.id}`)} />
        </Section>
        <Section labelledBy="kod">
          <Heading level={2} id="kod">
            {t('pass.qr')}
          </Heading>
          <Paragraph>{t('pass.qrText')}</Paragraph>
          <img src={`${own}/kod-qr.svg`} alt={t('pass.qrAlt')} width="240" height="240" />
          <List
            items={[
              <Link href={`${own}/kod-qr.svg?pobierz=1`}>{t('pass.qrSvg')}</Link>,
              <Link href={`${own}/kod-qr.png`}>{t('pass.qrPng')}</Link>,
            ]}
          />
        </Section>
      </Stack>
    </PortalPage>
  );
}

/** The two leaflets of something that has a leaflet below its address. */
export function leafletLinks(c: CentreContext, path: string) {
  const t = listsTexts.in(c.lang);
  const address = c.at(`${path}/ulotka.pdf`);
  return [<Link href={address}>{t('pass.normal')}</Link>, <Link href={`${address}?druk=duzy`}>{t('pass.large')}</Link>];
}
