import { formatInstant } from '#shared/polishDate.ts';
import type { PageContext } from '#platform/http/index.ts';
import type { CaseSection } from '#platform/module.ts';
import { Details, Lead, Paragraph, Stack, Timeline } from '#ui/index.ts';
import { getCase } from '#modules/cases/index.ts';
import { maySeeWhoLooked } from '../../policy.ts';
import { listOfCase, type LogRow } from '../../store/logStore.ts';
import { texts } from '../../texts/texts.ts';
import { actorInWords, eventInWords } from '../words.ts';

const most = 50;
const mostOwn = 20;
/** As many as are seen without unfolding. */
const shown = 3;

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
    const about = { caseId, personId: record.personId };
    const rows = await listOfCase(scope.tx, { ...about, by: 'others', limit: most + 1 });
    const own = await listOfCase(scope.tx, { ...about, by: 'holder', limit: mostOwn });
    const entries = entriesOf(c, rows.slice(0, most));
    return (
      <Stack>
        {rows.length === 0 ? <Paragraph>{t('none')}</Paragraph> : <Lead>{t('lead')}</Lead>}
        {entries.length === 0 ? null : <Timeline label={t('section')} entries={entries.slice(0, shown)} />}
        {entries.length > shown ? (
          <Details summary={t('earlier', { count: entries.length - shown })}>
            <Timeline label={t('section')} entries={entries.slice(shown)} />
            {rows.length > most ? <Paragraph muted>{t('more', { count: most })}</Paragraph> : null}
          </Details>
        ) : null}
        {own.length === 0 ? null : (
          <Details summary={t('own')}>
            <Timeline label={t('own')} entries={entriesOf(c, own)} />
          </Details>
        )}
      </Stack>
    );
  },
};

/** Rows in words; the same thing done by the same person several times in a row is said once. */
function entriesOf(c: PageContext, rows: readonly LogRow[]) {
  const t = texts.in(c.lang);
  const runs: { first: LogRow; times: number }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    const isAgain = last?.first.event === row.event && last.first.actorKind === row.actorKind && last.first.actorId === row.actorId;
    if (isAgain) last.times++;
    else runs.push({ first: row, times: 1 });
  }
  return runs.map(({ first, times }) => ({
    at: formatInstant(first.at, c.lang),
    atIso: first.at.toString(),
    title: eventInWords(c.world, first.event, c.lang),
    who: actorInWords(first, c.lang),
    ...(times > 1 && { body: t('times', { count: times }) }),
  }));
}
