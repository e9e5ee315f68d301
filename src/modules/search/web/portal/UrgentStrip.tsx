import type { Language } from '#platform/i18n/index.ts';
import { Link, List, Notice, Paragraph } from '#ui/index.ts';
import type { Helpline } from '../../domain/helplines.ts';
import { searchTexts } from '../../texts/index.ts';

/** Numbers for those who cannot wait, in a few lines. */
export function UrgentStrip({ helplines, lang }: { readonly helplines: readonly Helpline[]; readonly lang: Language }) {
  const t = searchTexts.in(lang);
  return (
    <Notice tone="danger" title={t('home.urgent')} level={2}>
      <Paragraph>{t('home.urgentText')}</Paragraph>
      <List
        items={helplines.map((each) => (
          <>
            <Link href={`tel:${each.number.replaceAll(' ', '')}`}>{each.number}</Link> {each.name[lang]}, {each.hours[lang]}
            {each.verified ? '' : ` (${t('home.unverified')})`}
          </>
        ))}
      />
    </Notice>
  );
}
