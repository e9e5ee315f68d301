import { stringify } from 'csv-stringify/sync';
import { formatInstant, WARSAW } from '#shared/polishDate.ts';
import { inWords, StaffPage } from '#platform/html/index.ts';
import { audits, centreDoor, file, page, type CentreContext } from '#platform/http/index.ts';
import {
  DateField,
  EmptyState,
  ErrorSummary,
  errorOf,
  FilterForm,
  Heading,
  KeysetPager,
  Lead,
  Link,
  LinkButton,
  List,
  Notice,
  Paragraph,
  SelectField,
  Table,
  TextField,
} from '#ui/index.ts';
import { mayReadLog } from '../../policy.ts';
import { listLog, type LogRow } from '../../store/logStore.ts';
import { staffTexts } from '../../texts/texts.ts';
import { nameInLog, type NamesInLog } from '../../usecases/namesInLog.ts';
import { actorForOfficer, eventInWords, roleInWords } from '../words.ts';
import { readAsked, type AskedOfLog } from './askedOfLog.ts';
import { cursorOf } from '../readCursor.ts';
import { filterFields } from './readFilter.ts';

const pageLength = 50;
const longestExport = 50_000;

/** What was asked for, as it stands in the audit row of the reading: of a person the id alone, since that row stays for good. */
const askedFor = (c: CentreContext, { filter }: AskedOfLog) => ({
  ...Object.fromEntries(
    filterFields.flatMap((name) => (name !== 'osoba' && name !== 'kogo' && c.query.get(name) ? [[name, c.query.get(name)]] : [])),
  ),
  ...(filter.ofPerson && { kogo: filter.ofPerson.personId }),
});

/** `2026-11-22T06:00:00+01:00`: the time on the officer's own clock, and which clock it is. */
const localTime = (at: Temporal.Instant) => at.toZonedDateTimeISO(WARSAW).toString({ timeZoneName: 'never', smallestUnit: 'second' });

export const showLog = centreDoor({
  method: 'GET',
  path: '/praca/dziennik',
  may: mayReadLog,
  audit: audits('privacy.log.read'),
  handle: async (c) => {
    const asked = await readAsked(c);
    if (asked.errors.length > 0) return page(<LogPage c={c} asked={asked} rows={[]} />, 422);
    c.concerns({ detail: askedFor(c, asked) });
    const { filter, after } = asked;
    const rows = asked.choices.length > 0 ? [] : await listLog(c.scope.tx, { filter, after, limit: pageLength + 1 });
    return page(<LogPage c={c} asked={asked} rows={rows} names={await nameInLog(c.scope, rows)} />);
  },
});

export const exportLog = centreDoor({
  method: 'GET',
  path: '/praca/dziennik.csv',
  may: mayReadLog,
  audit: audits('privacy.log.exported'),
  handle: async (c) => {
    const asked = await readAsked(c);
    if (asked.errors.length + asked.choices.length > 0) return page(<LogPage c={c} asked={asked} rows={[]} />, 422);
    const rows = await listLog(c.scope.tx, { filter: asked.filter, limit: longestExport });
    const { caseNumbers, personNames } = await nameInLog(c.scope, rows);
    c.concerns({ detail: { ...askedFor(c, asked), rows: rows.length } });
    const table = rows.map((row) => [
      localTime(row.at),
      eventInWords(c.world, row.event, 'pl'),
      row.event,
      actorForOfficer(row),
      roleInWords(row.actorRole, 'pl'),
      row.caseId ? (caseNumbers.get(row.caseId) ?? row.caseId) : '',
      row.personId ? (personNames.get(row.personId) ?? row.personId) : '',
      JSON.stringify(row.detail),
    ]);
    const text = stringify([staffTexts.in('pl')('fileColumns').split(';'), ...table], { bom: true, delimiter: ';', escape_formulas: true });
    return file(new TextEncoder().encode(text), 'text/csv; charset=utf-8', `dziennik-${c.today.toString()}.csv`);
  },
});

const nobody: NamesInLog = { caseNumbers: new Map(), personNames: new Map() };
interface LogPageProps {
  readonly c: CentreContext;
  readonly asked: AskedOfLog;
  readonly rows: readonly LogRow[];
  readonly names?: NamesInLog;
}
function LogPage({ c, asked, rows, names = nobody }: LogPageProps) {
  const { errors, person, choices } = asked;
  const t = staffTexts.in('pl');
  const said = inWords('pl', errors, (_, code) => {
    if (code === 'no-such-case') return t('noSuchCase');
    if (code === 'name-not-number') return t('nameNotNumber');
    return code === 'no-such-person' ? t('noSuchPerson') : undefined;
  });
  const shown = rows.slice(0, pageLength);
  const last = shown.at(-1);
  const typed = (name: (typeof filterFields)[number]) => c.query.get(name) ?? '';
  const address = (more: Record<string, string>, path = '/praca/dziennik') =>
    `${c.at(path)}?${new URLSearchParams({ ...Object.fromEntries(filterFields.map((name) => [name, typed(name)])), ...more }).toString()}`;
  const events = c.world.modules
    .flatMap((module) => Object.entries(module.auditEvents ?? {}))
    .map(([value, words]) => ({ value, label: words.pl }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'pl'));
  return (
    <StaffPage c={c} title={t('title')} hasErrors={said.length > 0}>
      <ErrorSummary errors={said} />
      <Heading level={1}>{t('title')}</Heading>
      <Lead>{t('lead')}</Lead>
      <FilterForm action={c.at('/praca/dziennik')} clear={c.at('/praca/dziennik')} {...(person && { hidden: { kogo: person.personId } })}>
        <SelectField
          name="zdarzenie"
          label={t('event')}
          value={typed('zdarzenie')}
          options={events}
          empty={t('anyEvent')}
          required={false}
        />
        <TextField name="kto" label={t('who')} value={typed('kto')} required={false} />
        <DateField name="od" label={t('from')} value={typed('od')} error={errorOf(said, 'od')} required={false} />
        <DateField name="do" label={t('to')} value={typed('do')} error={errorOf(said, 'do')} required={false} />
        <TextField
          name="sprawa"
          label={t('case')}
          hint={t('caseHint')}
          value={names.caseNumbers.get(typed('sprawa').toLowerCase()) ?? typed('sprawa')}
          error={errorOf(said, 'sprawa')}
          required={false}
        />
        <TextField
          name="osoba"
          label={t('person')}
          hint={t('personHint')}
          value={person ? '' : typed('osoba')}
          autocomplete="off"
          error={errorOf(said, 'osoba')}
          required={false}
        />
      </FilterForm>
      {person ? (
        <Paragraph>
          {t('onlyPerson', { name: person.name })} <Link href={address({ osoba: '', kogo: '' })}>{t('allPeople')}</Link>
        </Paragraph>
      ) : null}
      {choices.length > 0 ? (
        <Notice title={t('whichPerson')}>
          <List
            items={choices.map(({ personId, name, caseNumbers }) => (
              <Link href={address({ osoba: '', kogo: personId })}>
                {caseNumbers.length > 0 ? t('personChoice', { name, numbers: caseNumbers.join(', ') }) : t('personWithoutCases', { name })}
              </Link>
            ))}
          />
        </Notice>
      ) : null}
      <Table<LogRow>
        caption={t('caption')}
        rows={shown}
        empty={<EmptyState title={t('none')} />}
        columns={[
          { key: 'at', label: t('at'), plain: true, cell: (row) => <time datetime={row.at.toString()}>{formatInstant(row.at)}</time> },
          { key: 'event', label: t('event'), rowHeader: true, cell: (row) => eventInWords(c.world, row.event, 'pl') },
          { key: 'actor', label: t('actor'), plain: true, cell: actorForOfficer },
          { key: 'role', label: t('role'), plain: true, cell: (row) => roleInWords(row.actorRole, 'pl') },
          { key: 'about', label: t('about'), cell: (row) => (row.caseId || row.personId ? <About c={c} row={row} names={names} /> : null) },
        ]}
      />
      {last && rows.length > pageLength ? <KeysetPager next={address({ po: cursorOf(last) })} /> : null}
      {shown.length > 0 ? (
        <LinkButton href={address({}, '/praca/dziennik.csv')} variant="secondary">
          {t('export')}
        </LinkButton>
      ) : null}
    </StaffPage>
  );
}

function About({ c, row, names }: { readonly c: CentreContext; readonly row: LogRow; readonly names: NamesInLog }) {
  const t = staffTexts.in('pl');
  const link = (name: 'sprawa' | 'kogo', value: string) =>
    `${c.at('/praca/dziennik')}?${new URLSearchParams({ [name]: value }).toString()}`;
  const number = row.caseId && names.caseNumbers.get(row.caseId);
  return (
    <>
      {row.caseId ? <Link href={link('sprawa', number ?? row.caseId)}>{number ?? t('aboutCase')}</Link> : null}
      {row.caseId && row.personId ? ', ' : null}
      {row.personId ? <Link href={link('kogo', row.personId)}>{names.personNames.get(row.personId) ?? t('aboutPerson')}</Link> : null}
    </>
  );
}
