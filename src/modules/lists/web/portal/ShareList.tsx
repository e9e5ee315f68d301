import type { CentreContext } from '#platform/http/index.ts';
import { Card, CopyLink, Link, Paragraph } from '#ui/index.ts';
import { joinedIds } from '../../domain/shortIds.ts';
import { listsTexts } from '../../texts/index.ts';

/** Where a list of services is open to anybody: the address holds the services and nothing else. */
export const sharedPath = (serviceIds: readonly string[]): string => `/lista/${joinedIds(serviceIds)}`;

/** A letter in the reader's own mail program; nobody else learns of it. */
export const mailTo = (subject: string, text: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;

/** The address of a list to pass on. */
export function ShareList({ c, serviceIds }: { readonly c: CentreContext; readonly serviceIds: readonly string[] }) {
  const t = listsTexts.in(c.lang);
  const path = c.at(sharedPath(serviceIds));
  const address = `${c.world.publicUrl}${path}`;
  return (
    <Card title={t('share.title')}>
      <Paragraph small>{t('share.text')}</Paragraph>
      <CopyLink address={address} label={t('share.address')} />
      <Link href={mailTo(t('share.mailSubject', { centre: c.centre.displayName }), `${t('share.mailBody')}\n${address}`)}>
        {t('share.mail')}
      </Link>
      <Link href={path}>{t('share.see')}</Link>
    </Card>
  );
}
