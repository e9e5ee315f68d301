import { formatInstant } from '#shared/polishDate.ts';
import { audits, centreDoor, NotFound, page, type PageContext } from '#platform/http/index.ts';
import { PortalPage } from '#platform/html/index.ts';
import type { CaseSection } from '#platform/module.ts';
import { Details, Heading, KeysetPager, Lead, Link, Paragraph, Stack, Timeline } from '#ui/index.ts';
import { getCase } from '#modules/cases/index.ts';
import { maySeeWhoLooked } from '../../policy.ts';
import { listOfCase, type LogRow } from '../../store/logStore.ts';
import { texts } from '../../texts/texts.ts';
import { cursorOf, readCursor } from '../readCursor.ts';
import { actorInWords, eventInWords, reasonInWords } from '../words.ts';

/** Entries on the page of the case; all of them have a page of their own. */
const most = 20;
const pageLength = 100;
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
          </Details>
        ) : null}
        {rows.length > most ? (
          <Paragraph>
            <Link href={c.at(path)}>{t('all')}</Link>
          </Paragraph>
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

const path = '/moja-sprawa/kto-ogladal';

/** Every look into the case, a page at a time. */
export const allWhoLooked = centreDoor({
  method: 'GET',
  path,
  may: maySeeWhoLooked,
  audit: audits('privacy.own.read'),
  async handle(c) {
    if (c.actor.kind !== 'caseHolder') throw new NotFound('case');
    const t = texts.in(c.lang);
    const { record } = await getCase(c.scope, c.actor.caseId);
    const about = { caseId: record.id, personId: record.personId };
    c.concerns({ caseId: record.id, ...(record.personId && { personId: record.personId }) });
    const after = readCursor(c.query.get('po'));
    const rows = await listOfCase(c.scope.tx, { ...about, by: 'others', limit: pageLength + 1, after });
    const shownRows = rows.slice(0, pageLength);
    const last = shownRows.at(-1);
    const next = last && rows.length > pageLength ? `${c.at(path)}?po=${encodeURIComponent(cursorOf(last))}` : undefined;
    return page(
      <PortalPage c={c} title={t('section')} width="narrow">
        <Stack gap="lg">
          <div>
            <Heading level={1}>{t('section')}</Heading>
            <Lead>{t('lead')}</Lead>
          </div>
          {rows.length === 0 ? (
            <Paragraph>{t('none')}</Paragraph>
          ) : (
            <Timeline label={t('section')} entries={entriesOf(c, shownRows, 'each')} />
          )}
          <KeysetPager previous={after ? c.at(path) : undefined} next={next} />
          <Paragraph>
            <Link href={c.at('/moja-sprawa/przebieg')}>{t('back')}</Link>
          </Paragraph>
        </Stack>
      </PortalPage>,
    );
  },
});

/** Rows in words; in short the same thing done by the same person several times in a row is said once. */
function entriesOf(c: PageContext, rows: readonly LogRow[], told: 'short' | 'each' = 'short') {
  const t = texts.in(c.lang);
  const runs: { first: LogRow; times: number }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    const isAgain =
      told === 'short' && last?.first.event === row.event && last.first.actorKind === row.actorKind && last.first.actorId === row.actorId;
    if (isAgain) last.times++;
    else runs.push({ first: row, times: 1 });
  }
  return runs.map(({ first, times }) => ({
    at: formatInstant(first.at, c.lang),
    atIso: first.at.toString(),
    title: eventInWords(c.world, first.event, c.lang),
    who: actorInWords(first, c.lang),
    ...bodyOf([reasonInWords(first, c.lang), times > 1 ? t('times', { count: times }) : null]),
  }));
}

const bodyOf = (sentences: readonly (string | null)[]) => {
  const body = sentences.filter((each) => each !== null).join(' ');
  return body === '' ? {} : { body };
};
