import { formatDate } from '#shared/polishDate.ts';
import type { Language } from '#platform/i18n/index.ts';
import { Heading, Link, Notice, Paragraph, PhoneNumbers, Section } from '#ui/index.ts';
import type { Helpline } from '../../../domain/helplines.ts';
import type { searchTexts } from '../../../texts/index.ts';

interface Props {
  readonly helplines: readonly Helpline[];
  readonly lang: Language;
  readonly t: ReturnType<typeof searchTexts.in>;
}

/** Numbers for those who cannot wait. */
export function Helplines({ helplines, lang, t }: Props) {
  const others = helplines.filter((each) => !each.isEmergency);
  // The day of all of them: nothing is said of it while one has none.
  const days = helplines.flatMap((each) => each.checkedOn ?? []).toSorted();
  const checkedOn = days.length === helplines.length ? days[0] : undefined;
  return (
    <Section labelledBy="pilne">
      <Heading level={2} id="pilne">
        {t('home.urgent')}
      </Heading>
      <Notice tone="danger">
        <Paragraph>
          <strong>
            <Link href="tel:112">112</Link>
          </strong>{' '}
          {t('home.urgentText')}
        </Paragraph>
      </Notice>
      <Heading level={3}>{t('home.helplines')}</Heading>
      <PhoneNumbers
        numbers={others.map((each) => ({
          number: each.number,
          name: each.name[lang],
          text: each.for[lang],
          note: each.hours[lang],
        }))}
      />
      {checkedOn ? (
        <Paragraph muted small>
          {t('home.checked', { date: formatDate(Temporal.PlainDate.from(checkedOn), lang) })}
        </Paragraph>
      ) : null}
    </Section>
  );
}
