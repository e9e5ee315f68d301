import type { CentreContext } from '#platform/http/index.ts';
import { Link } from '#ui/index.ts';
import { listsTexts } from '../../../texts/index.ts';

/** A calendar program subscribes by the first link and keeps itself up to date; the second is a file. Programs send no language. */
export function CalendarLinks({ c, serviceId }: { readonly c: CentreContext; readonly serviceId: string }) {
  const t = listsTexts.in(c.lang);
  const path = `${c.at(`/uslugi/${serviceId}/terminy.ics`)}?jezyk=${c.lang}`;
  return (
    <>
      <Link href={`${c.world.publicUrl.replace(/^https?:/, 'webcal:')}${path}`}>{t('calendar.subscribe')}</Link>
      <Link href={`${path}&pobierz=1`}>{t('calendar.download')}</Link>
    </>
  );
}
