import type { CentreContext } from '#platform/http/index.ts';
import { PortalPage } from '#platform/html/index.ts';
import { CardGrid, CardLink, Heading } from '#ui/index.ts';
import { frameTexts } from '#platform/html/index.ts';

export function CentreHome({ c }: { readonly c: CentreContext }) {
  const t = frameTexts.in(c.lang);
  return (
    <PortalPage c={c} title={t('nav.start')}>
      <Heading level={1}>{c.centre.displayName}</Heading>
      <CardGrid>
        <CardLink level={2} href={c.at('/uslugi')} title={t('nav.services')} />
        <CardLink level={2} href={c.at('/zgloszenie')} title={t('nav.ask')} />
        <CardLink level={2} href={c.at('/potrzeba')} title={t('nav.need')} />
        <CardLink level={2} href={c.at('/moja-sprawa')} title={t('nav.myCase')} />
      </CardGrid>
    </PortalPage>
  );
}
