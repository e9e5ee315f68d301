import type { CentreContext } from '#platform/http/index.ts';
import { frameTexts, PortalPage } from '#platform/html/index.ts';
import { Button, Form, FormActions, Heading, LinkButton, Paragraph } from '#ui/index.ts';
import { listsTexts } from '../../../texts/index.ts';

/** Asks once more before the whole list is forgotten. */
export function ClearListPage({ c, count }: { readonly c: CentreContext; readonly count: number }) {
  const t = listsTexts.in(c.lang);
  const list = c.at('/moja-lista');
  return (
    <PortalPage
      c={c}
      title={t('clear.title')}
      width="narrow"
      crumbs={[
        { label: frameTexts.in(c.lang)('nav.start'), href: c.at('/') },
        { label: t('list.title'), href: list },
        { label: t('clear.title') },
      ]}
    >
      <Heading level={1}>{t('clear.title')}</Heading>
      <Paragraph>{t('clear.text', { count })}</Paragraph>
      <Form action={c.at('/moja-lista/wyczysc')}>
        <FormActions>
          <Button variant="danger">{t('clear.yes')}</Button>
          <LinkButton href={list} variant="secondary">
            {t('clear.no')}
          </LinkButton>
        </FormActions>
      </Form>
    </PortalPage>
  );
}
