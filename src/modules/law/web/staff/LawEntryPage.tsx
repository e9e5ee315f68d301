import { formatDate, formatInstant } from '#shared/polishDate.ts';
import { inWords, RestoredDraft, StaffPage } from '#platform/html/index.ts';
import { draftAddress, versionSeen, type CentreContext, type Draft, type FieldError } from '#platform/http/index.ts';
import {
  Button,
  Card,
  ConflictNotice,
  DateField,
  DefinitionGrid,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  Heading,
  Paragraph,
  Row,
  Section,
  SelectField,
  Stack,
  Table,
  TextArea,
  TextField,
  Timeline,
} from '#ui/index.ts';
import { mostOf, type CentreValue } from '../../domain/lawOfCentre.ts';
import { findInForce, type Parameter } from '../../domain/parameters.ts';
import { texts } from '../../texts/texts.ts';
import { firstDayOf } from '../../usecases/enterValue.ts';
import { Provision, StateTag } from './lawList.tsx';
import { valueInWords, valueTyped } from './words.ts';

interface Props {
  readonly c: CentreContext<{ readonly key: string }>;
  readonly lines: readonly Parameter[];
  readonly entries: readonly CentreValue[];
  readonly mayChange: boolean;
  /** The form that came back, what is wrong with it, and whether somebody was faster. */
  readonly form?: LawForm;
  readonly errors?: readonly FieldError[];
  readonly isLate?: boolean;
  /** A change typed before and not sent. */
  readonly draft?: Draft | undefined;
}
/** The two forms of the page, as their addresses call them. */
export type LawForm = 'potwierdz' | 'zmien';
export const lawFormAddress = (c: CentreContext<{ readonly key: string }>, form: LawForm) => c.at(`/praca/prawo/${c.params.key}/${form}`);
const day = (iso: string) => formatDate(Temporal.PlainDate.from(iso));

export function LawEntryPage({ c, lines, entries, mayChange, form, errors = [], isLate = false, draft }: Props) {
  const t = texts.in('pl');
  const about = findInForce(lines, c.params.key, c.today) ?? lines[0];
  if (!about) return null;
  const said = inWords('pl', errors, (_, code) => {
    if (code === 'too-early') return t('wrongValue.tooEarly', { date: day(firstDayOf(about.key)) });
    return code === 'wrong-value' ? t(`wrongValue.${kindOf(about)}`, { most: mostOf(about.unit) }) : undefined;
  });
  // A form goes on from what its author saw, until they were told of a newer entry.
  const version = form && !isLate ? versionSeen(c.fields) : entries.length;
  const newest = entries.at(-1);
  const newestFirst = lines.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  return (
    <StaffPage
      c={c}
      title={about.title_pl}
      hasErrors={said.length > 0}
      crumbs={[{ label: t('title'), href: c.at('/praca/prawo') }, { label: about.title_pl }]}
    >
      <ErrorSummary errors={said} />
      <Heading level={1}>{about.title_pl}</Heading>
      {isLate && newest ? <EnteredMeanwhile c={c} about={about} newest={newest} /> : null}
      <Row>
        <StateTag of={about} />
      </Row>
      <DefinitionGrid
        items={[
          { term: t('inForce'), value: valueInWords(about.value, about.unit), wide: true },
          { term: t('column.since'), value: day(about.validFrom) },
          { term: t('column.article'), value: <Provision of={about} /> },
          { term: t('source'), value: about.source ?? t('noSource'), wide: true },
          { term: t('note'), value: about.note ?? '', wide: true },
        ]}
      />
      <Table<Parameter>
        caption={t('history')}
        rows={newestFirst}
        columns={[
          {
            key: 'since',
            label: t('column.since'),
            rowHeader: true,
            cell: (row) => `${day(row.validFrom)}${row.validTo ? ` ${t('until', { date: day(row.validTo) })}` : ''}`,
          },
          { key: 'value', label: t('column.value'), cell: (row) => valueInWords(row.value, row.unit) },
          { key: 'article', label: t('column.article'), cell: (row) => <Provision of={row} /> },
          { key: 'source', label: t('source'), cell: (row) => row.source ?? t('noSource') },
          { key: 'state', label: t('column.state'), cell: (row) => <StateTag of={row} /> },
        ]}
      />
      {mayChange ? (
        <Stack>
          <ConfirmForm c={c} about={about} said={said} version={form === 'potwierdz' ? version : entries.length} />
          <ChangeForm c={c} about={about} said={said} version={form === 'zmien' ? version : entries.length} draft={draft} />
        </Stack>
      ) : null}
      <Section>
        <Heading level={2} size="sm">
          {t('entries')}
        </Heading>
        {entries.length === 0 ? (
          <Paragraph muted>{t('noEntries')}</Paragraph>
        ) : (
          <Timeline
            entries={entries.toReversed().map((entry) => ({
              at: formatInstant(entry.enteredAt),
              atIso: entry.enteredAt.toString(),
              title: t(entry.kind === 'confirmed' ? 'entryConfirmed' : 'entryChanged', {
                name: entry.enteredByName,
                value: valueInWords(entry.value, about.unit),
                date: formatDate(entry.validFrom),
              }),
              body: [entry.source, entry.note].filter(Boolean).join(' · '),
            }))}
          />
        )}
      </Section>
    </StaffPage>
  );
}

interface FormProps {
  readonly c: CentreContext<{ readonly key: string }>;
  readonly about: Parameter;
  readonly said: readonly { field: string; message: string }[];
  /** How many entries about the parameter the author of the form has seen. */
  readonly version: number;
}
function ConfirmForm({ c, about, said, version }: FormProps) {
  const t = texts.in('pl');
  return (
    <Card title={t('confirmTitle')} level={2}>
      <Paragraph>{t('confirmLead')}</Paragraph>
      <Form
        action={lawFormAddress(c, 'potwierdz')}
        idempotencyKey={c.submissionKey()}
        version={version}
        hidden={{ since: about.validFrom, seen: valueTyped(about.value, about.unit) }}
      >
        <TextField
          name="confirmSource"
          label={t('source')}
          hint={t('sourceHint')}
          value={c.fields.get('confirmSource') || (about.source ?? '')}
          error={errorOf(said, 'confirmSource')}
          width="full"
        />
        <TextField
          name="confirmNote"
          label={t('note')}
          value={c.fields.get('confirmNote')}
          required={false}
          error={errorOf(said, 'confirmNote')}
          width="full"
        />
        <FormActions>
          <Button variant="secondary">{t('confirmSubmit')}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}
function ChangeForm({ c, about, said, version, draft }: FormProps & { readonly draft: Draft | undefined }) {
  const t = texts.in('pl');
  const at = lawFormAddress(c, 'zmien');
  const typed = draft?.typed ?? c.fields;
  const field = {
    name: 'value',
    label: t('newValue'),
    error: errorOf(said, 'value'),
    value: typed.get('value') || valueTyped(about.value, about.unit),
  };
  const kind = kindOf(about);
  return (
    <Card title={t('changeTitle')} level={2}>
      <Paragraph>{t('changeLead')}</Paragraph>
      <RestoredDraft c={c} draft={draft} />
      <Form action={at} idempotencyKey={c.submissionKey()} version={draft ? versionSeen(draft.typed) : version} autosave={draftAddress(at)}>
        {kind === 'list' || kind === 'text' ? (
          <TextArea {...field} {...(kind === 'list' && { hint: t('hint.list') })} rows={6} />
        ) : kind === 'boolean' ? (
          <SelectField
            {...field}
            options={[
              { value: 'tak', label: t('yes') },
              { value: 'nie', label: t('no') },
            ]}
          />
        ) : (
          <TextField {...field} width="short" inputmode={kind === 'grosze' ? 'decimal' : 'numeric'} />
        )}
        <DateField name="validFrom" label={t('validFrom')} value={typed.get('validFrom')} error={errorOf(said, 'validFrom')} />
        <TextField name="article" label={t('article')} value={typed.get('article')} required={false} error={errorOf(said, 'article')} />
        <TextField
          name="source"
          label={t('source')}
          hint={t('sourceHint')}
          value={typed.get('source')}
          error={errorOf(said, 'source')}
          width="full"
        />
        <TextField name="note" label={t('note')} value={typed.get('note')} required={false} error={errorOf(said, 'note')} width="full" />
        <FormActions>
          <Button>{t('changeSubmit')}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}
/** What somebody else entered about the parameter since the page was read, beside what was typed here. */
function EnteredMeanwhile({ c, about, newest }: Pick<FormProps, 'c' | 'about'> & { readonly newest: CentreValue }) {
  const t = texts.in('pl');
  const asChange = c.fields.has('value');
  const mine = (change: string, confirmation: string) => c.fields.get(asChange ? change : confirmation).trim();
  return (
    <ConflictNotice
      savedBy={newest.enteredByName}
      savedAt={formatInstant(newest.enteredAt)}
      fields={[
        {
          label: t('newValue'),
          mine: mine('value', 'seen'),
          theirs: valueTyped(newest.value, about.unit),
        },
        { label: t('validFrom'), mine: asChange ? c.fields.get('validFrom') : day(about.validFrom), theirs: formatDate(newest.validFrom) },
        { label: t('source'), mine: mine('source', 'confirmSource'), theirs: newest.source },
        { label: t('note'), mine: mine('note', 'confirmNote'), theirs: newest.note ?? '' },
      ]}
    />
  );
}
function kindOf({ value, unit }: Parameter): 'number' | 'grosze' | 'boolean' | 'list' | 'text' {
  if (typeof value === 'number') return unit === 'grosze' ? 'grosze' : 'number';
  return typeof value === 'boolean' ? 'boolean' : typeof value === 'string' ? 'text' : 'list';
}
