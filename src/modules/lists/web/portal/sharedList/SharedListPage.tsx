import type { CentreContext } from '#platform/http/index.ts';
import { frameTexts, PortalPage } from '#platform/html/index.ts';
import { Button, Card, CardList, Columns, Form, Heading, Lead, Link, List, Notice, Paragraph, PrintButton, Stack } from '#ui/index.ts';
import { isSaved } from '../../../domain/savedList.ts';
import { joinedIds, shortId } from '../../../domain/shortIds.ts';
import { listsTexts } from '../../../texts/index.ts';
import type { ReadList } from '../../../usecases/readList.ts';
import { keptList } from '../cookie.ts';
import { ServiceFacts } from '../ServiceFacts.tsx';
import { leafletLinks } from '../share/SharePage.tsx';
import { ShareList } from '../ShareList.tsx';

/** A shared list, to be read and taken over. */
export function SharedListPage({ c, read: { services, missing } }: { readonly c: CentreContext; readonly read: ReadList }) {
  const t = listsTexts.in(c.lang);
  const mine = keptList(c);
  const ids = services.map(({ id }) => id);
  return (
    <PortalPage
      c={c}
      title={t('shared.title')}
      crumbs={[{ label: frameTexts.in(c.lang)('nav.start'), href: c.at('/') }, { label: t('shared.title') }]}
    >
      <Stack gap="lg">
        <div>
          <Heading level={1}>{t('shared.title')}</Heading>
          <Lead>{t('shared.lead')}</Lead>
        </div>
        {missing > 0 ? <Notice>{t('list.missing', { count: missing })}</Notice> : null}
        <Columns
          aside={
            <Stack>
              <Card tone="tinted" title={t('list.takeAway')}>
                {ids.every((id) => isSaved(mine, id)) ? (
                  <Paragraph small>
                    <Link href={c.at('/moja-lista')}>{t('shared.allKept')}</Link>
                  </Paragraph>
                ) : (
                  <Form action={c.at('/moja-lista/przejmij')} hidden={{ uslugi: joinedIds(ids) }}>
                    <Button fullWidth>{t(mine.length > 0 ? 'shared.merge' : 'shared.keep')}</Button>
                    <Paragraph small>{t(mine.length > 0 ? 'shared.mergeText' : 'shared.keepText')}</Paragraph>
                  </Form>
                )}
                <List items={leafletLinks(c, `/lista/${joinedIds(ids)}`)} />
                <PrintButton label={t('list.print')} />
              </Card>
              <ShareList c={c} serviceIds={ids} />
            </Stack>
          }
        >
          <CardList
            items={services.map((service) => ({
              id: `u-${shortId(service.id)}`,
              card: (
                <Card>
                  <Heading level={2} size="xs">
                    <Link href={c.at(`/uslugi/${service.id}`)}>
                      <span lang={service.isTranslated ? undefined : 'pl'}>{service.name}</span>
                    </Link>
                  </Heading>
                  <ServiceFacts c={c} service={service} />
                </Card>
              ),
            }))}
          />
        </Columns>
      </Stack>
    </PortalPage>
  );
}
