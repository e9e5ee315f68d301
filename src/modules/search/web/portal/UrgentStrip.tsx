import type { Language } from '#platform/i18n/index.ts';
import { Link, List, Notice, Paragraph } from '#ui/index.ts';
import type { DangerKind } from '../../domain/danger.ts';
import type { Helpline } from '../../domain/helplines.ts';
import { searchTexts } from '../../texts/index.ts';

interface Props {
  readonly helplines: readonly Helpline[];
  /** Told when it is known, so that the first line says what to do. */
  readonly danger?: DangerKind;
  readonly lang: Language;
}

/** Numbers for those who cannot wait, in a few lines. */
export function UrgentStrip({ helplines, danger, lang }: Props) {
  const t = searchTexts.in(lang);
  return (
    <Notice tone="danger" title={t('home.urgent')} level={2}>
      <Paragraph>{t(danger === 'life' || danger === 'lost' ? `list.danger.${danger}` : 'home.urgentText')}</Paragraph>
      <List
        items={helplines.map((each) => (
          <>
            <Link href={`tel:${each.number.replaceAll(' ', '')}`}>{each.number}</Link> {each.name[lang]}, {each.hours[lang]}
          </>
        ))}
      />
    </Notice>
  );
}
