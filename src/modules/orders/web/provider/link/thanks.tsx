import { auditsNothing, centreDoor, page, publicDoor } from '#platform/http/index.ts';
import { ProviderPage } from '#platform/html/index.ts';
import { Heading, Lead, Paragraph, Stack } from '#ui/index.ts';
import { staffTexts } from '../../../texts/texts.ts';

const t = staffTexts.in('pl');

/** Where a link ends when the order is no longer the provider's: says nothing about anybody. */
export const thanks = centreDoor({
  method: 'GET',
  path: '/odpowiedz/dziekujemy',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  handle: (c) =>
    page(
      <ProviderPage c={c} title={t('link.thanksTitle')} width="narrow">
        <Stack>
          <Heading level={1}>{t('link.thanksTitle')}</Heading>
          <Lead>{t('link.thanksText')}</Lead>
          <Paragraph>
            {t('link.contact', { contact: [c.centre.displayName, c.centre.phone, c.centre.email].filter(Boolean).join(', ') })}
          </Paragraph>
        </Stack>
      </ProviderPage>,
    ),
});
