import { stringify } from 'csv-stringify/sync';
import { formatInstant } from '#shared/polishDate.ts';
import { inWords, StaffPage } from '#platform/html/index.ts';
import { audits, centreDoor, file, page, type CentreContext, type FieldError } from '#platform/http/index.ts';
import {
  DateField,
  EmptyState,
  ErrorSummary,
  errorOf,
  FilterForm,
  Heading,
  KeysetPager,
  Lead,
  LinkButton,
  SelectField,
  Table,
  TextField,
} from '#ui/index.ts';
import { mayReadLog } from '../../policy.ts';
import { listLog, type LogRow } from '../../store/logStore.ts';
import { staffTexts } from '../../texts/texts.ts';
import { eventInWords, roleInWords } from '../words.ts';
import { cursorOf, filterFields, readFilter } from './readFilter.ts';

const pageLength = 50;
const longestExport = 50_000;

/** What was asked for, as it stands in the audit row of the reading. */
const askedFor = (c: CentreContext) =>
  Object.fromEntries(filterFields.flatMap((name) => (c.query.get(name) ? [[name, c.query.get(name)]] : [])));

export const showLog = centreDoor({
  method: 'GET',
  path: '/praca/dziennik',
  may: mayReadLog,
  audit: audits('privacy.log.read'),
  handle: async (c) => {
    const { filter, after, errors } = readFilter(c.query);
    if (errors.length > 0) return page(<LogPage c={c} rows={[]} errors={errors} />, 422);
    c.concerns({ detail: askedFor(c) });
    return page(<LogPage c={c} rows={await listLog(c.scope.tx, { filter, after, limit: pageLength + 1 })} errors={[]} />);
  },
});

export const exportLog = centreDoor({
  method: 'GET',
  path: '/praca/dziennik.csv',
  may: mayReadLog,
  audit: audits('privacy.log.exported'),
  handle: async (c) => {
    const { filter, errors } = readFilter(c.query);
    if (errors.length > 0) return page(<LogPage c={c} rows={[]} errors={errors} />, 422);
    const rows = await listLog(c.scope.tx, { filter, limit: longestExport });
    c.concerns({ detail: { ...askedFor(c), rows: rows.length } });
    const table = rows.map((row) => [
      row.at.toString(),
      eventInWords(c.world, row.event, 'pl'),
      row.event,
      row.actorLabel,
      row.actorRole ?? '',
      row.caseId ?? '',
      row.personId ?? '',
      JSON.stringify(row.detail),
    ]);
    const text = stringify([staffTexts.in('pl')('fileColumns').split(';'), ...table], { bom: true, delimiter: ';', escape_formulas: true });
    return file(new TextEncoder().encode(text), 'text/csv; charset=utf-8', `dziennik-${c.today.toString()}.csv`);
  },
});

function LogPage({
  c,
  rows,
  errors,
}: {
  readonly c: CentreContext;
  readonly rows: readonly LogRow[];
  readonly errors: readonly FieldError[];
}) {
  const t = staffTexts.in('pl');
  const said = inWords('pl', errors, (_, code) => (code === 'wrong-id' ? t('wrongId') : undefined));
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
      <FilterForm action={c.at('/praca/dziennik')} clear={c.at('/praca/dziennik')}>
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
          hint={t('idHint')}
          value={typed('sprawa')}
          error={errorOf(said, 'sprawa')}
          required={false}
        />
        <TextField
          name="osoba"
          label={t('person')}
          hint={t('idHint')}
          value={typed('osoba')}
          error={errorOf(said, 'osoba')}
          required={false}
        />
      </FilterForm>
      <Table<LogRow>
        caption={t('caption')}
        rows={shown}
        empty={<EmptyState title={t('none')} />}
        columns={[
          { key: 'at', label: t('at'), cell: (row) => <time datetime={row.at.toString()}>{formatInstant(row.at)}</time> },
          { key: 'event', label: t('event'), rowHeader: true, cell: (row) => eventInWords(c.world, row.event, 'pl') },
          { key: 'actor', label: t('actor'), cell: (row) => row.actorLabel },
          { key: 'role', label: t('role'), cell: (row) => roleInWords(row.actorRole, 'pl') },
          { key: 'about', label: t('about'), cell: (row) => <About c={c} row={row} /> },
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

function About({ c, row }: { readonly c: CentreContext; readonly row: LogRow }) {
  const t = staffTexts.in('pl');
  const link = (name: 'sprawa' | 'osoba', id: string) => `${c.at('/praca/dziennik')}?${name}=${id}`;
  return (
    <>
      {row.caseId ? <a href={link('sprawa', row.caseId)}>{`${t('aboutCase')} …${row.caseId.slice(-8)}`}</a> : null}
      {row.caseId && row.personId ? ', ' : null}
      {row.personId ? <a href={link('osoba', row.personId)}>{`${t('aboutPerson')} …${row.personId.slice(-8)}`}</a> : null}
    </>
  );
}
