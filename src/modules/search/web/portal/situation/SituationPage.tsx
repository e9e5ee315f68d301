import type { CentreContext } from '#platform/http/index.ts';
import { frameTexts, PortalPage } from '#platform/html/index.ts';
import { CardGrid, CardLink, Heading, HandshakeIcon, Lead, Link, Paragraph, QuickExit, Section, Stack } from '#ui/index.ts';
import type { CatalogueService } from '#modules/catalogue/index.ts';
import type { Helpline } from '../../../domain/helplines.ts';
import { searchTexts } from '../../../texts/index.ts';
import type { ServicesForNeed } from '../../../usecases/servicesForNeed.ts';
import { ServiceHit } from '../services/ServiceHit.tsx';
import { UrgentStrip } from '../UrgentStrip.tsx';

interface Props {
  readonly c: CentreContext;
  readonly situation: { readonly title: string; readonly hide: boolean };
  readonly services: ServicesForNeed;
  readonly helplines: readonly Helpline[];
}

export function SituationPage({ c, situation, services: { first, others }, helplines }: Props) {
  const t = searchTexts.in(c.lang);
  const { title } = situation;
  return (
    <PortalPage c={c} title={title} crumbs={[{ label: frameTexts.in(c.lang)('nav.start'), href: c.at('/') }, { label: title }]}>
      <Stack gap="lg">
        {situation.hide ? <QuickExit /> : null}
        <div>
          <Heading level={1}>{title}</Heading>
          <Lead>{t('situation.lead')}</Lead>
        </div>
        {helplines.length > 0 ? <UrgentStrip helplines={helplines} lang={c.lang} /> : null}
        <Services c={c} id="najpierw" title={t('situation.first')} services={first} />
        <Services c={c} id="takze" title={t('situation.others')} services={others} />
        {first.length + others.length === 0 ? <Paragraph>{t('situation.nothing')}</Paragraph> : null}
        <Section labelledBy="dalej">
          <Heading level={2} id="dalej">
            {t('situation.next')}
          </Heading>
          <CardGrid>
            <CardLink
              href={c.at('/pomoc')}
              title={t('list.askOwnWords')}
              text={t('situation.askText')}
              icon={<HandshakeIcon />}
              level={3}
            />
          </CardGrid>
          <Paragraph>
            <Link href={c.at('/uslugi')}>{t('home.all')}</Link>
          </Paragraph>
        </Section>
      </Stack>
    </PortalPage>
  );
}

interface ServicesProps {
  readonly c: CentreContext;
  readonly id: string;
  readonly title: string;
  readonly services: readonly CatalogueService[];
}
function Services({ c, id, title, services }: ServicesProps) {
  if (services.length === 0) return null;
  return (
    <Section labelledBy={id}>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      <CardGrid>
        {services.map((service) => (
          <ServiceHit c={c} hit={{ service, score: 0, matches: [] }} hasWords={false} />
        ))}
      </CardGrid>
    </Section>
  );
}
