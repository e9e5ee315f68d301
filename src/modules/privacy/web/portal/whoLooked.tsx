import { formatInstant } from '#shared/polishDate.ts';
import type { CaseSection } from '#platform/module.ts';
import { Lead, Paragraph, Stack, Timeline } from '#ui/index.ts';
import { getCase } from '#modules/cases/index.ts';
import { maySeeWhoLooked } from '../../policy.ts';
import { listOfCase } from '../../store/logStore.ts';
import { texts } from '../../texts/texts.ts';
import { actorInWords, eventInWords } from '../words.ts';

const most = 50;

/** The part of the resident's page that answers: who looked at my data, when, and what for. */
export const whoLooked: CaseSection = {
  key: 'who-looked',
  audience: 'resident',
  order: 900,
  may: maySeeWhoLooked,
  title: (lang) => texts.in(lang)('section'),
  async render(c, scope, caseId) {
    const t = texts.in(c.lang);
    const { record } = await getCase(scope, caseId);
    const rows = await listOfCase(scope.tx, { caseId, personId: record.personId, limit: most + 1 });
    if (rows.length === 0) return <Paragraph>{t('none')}</Paragraph>;
    return (
      <Stack>
        <Lead>{t('lead')}</Lead>
        <Timeline
          label={t('section')}
          entries={rows.slice(0, most).map((row) => ({
            at: formatInstant(row.at, c.lang),
            atIso: row.at.toString(),
            title: eventInWords(c.world, row.event, c.lang),
            who: actorInWords(row, c.lang),
          }))}
        />
        {rows.length > most ? <Paragraph muted>{t('more', { count: most })}</Paragraph> : null}
      </Stack>
    );
  },
};
