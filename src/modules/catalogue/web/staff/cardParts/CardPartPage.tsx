import { draftAddress, type CentreContext, type Draft, type FieldError, type FormFields } from '#platform/http/index.ts';
import { inWords, RestoredDraft, StaffPage } from '#platform/html/index.ts';
import { Button, ConflictNotice, ErrorSummary, Form, FormActions, Heading, Lead, Link, List, Notice, Paragraph, Stack } from '#ui/index.ts';
import { findDoubts } from '../../../domain/doubts.ts';
import { splitSchedules } from '../../../domain/weekOfSchedules.ts';
import type { TranslatedText } from '../../../domain/translation.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { cardPartTexts } from '../../../texts/cardParts.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { doubtInWords } from '../doubtInWords.ts';
import { hourNames } from '../serviceEditor/hoursForm.ts';
import { scheduleInWords } from '../../scheduleWords.ts';
import { AskedFields, QuestionNotice } from '../QuestionNotice.tsx';
import type { Question } from '../questions.ts';
import { ServiceNav } from '../ServiceNav.tsx';
import type { CardPage, CardSection } from './cardPage.ts';
import { at, countRows } from './partForm.ts';
import { SectionFields } from './SectionFields.tsx';
import { TranslationFields, TranslationState } from './TranslationFields.tsx';

const t = cardPartTexts.in('pl');
const staff = catalogueStaffTexts.in('pl');
const ownWords: Readonly<Record<string, string>> = {
  days: t('error.days'),
  nth: t('error.nth'),
  'month-days': t('error.monthDays'),
  first: t('error.first'),
  both: t('error.both'),
  words: t('error.words'),
  option: t('error.option'),
  who: t('error.who'),
  'phone-needed': t('error.phoneNeeded'),
  phones: t('error.phones'),
  'not-a-url': t('error.address'),
  'not-a-price': t('error.amount'),
  'negative-price': staff('error.priceNegative'),
  'not-a-date': staff('error.date'),
  'not-a-phone': staff('error.phone'),
  'not-a-number': t('error.whole'),
  'not-a-time': staff('error.time'),
  'same-time': staff('error.sameClock'),
  'date-order': staff('error.order'),
  'name-required': t('translation.nameRequired'),
  interval: t('error.interval'),
  positive: t('error.positive'),
  maximum: t('error.maximum'),
  code: t('error.code'),
  language: t('error.language'),
  area: t('error.area'),
};

export interface CardPartProps {
  readonly c: CentreContext;
  readonly page: CardPage;
  readonly service: CatalogueService;
  readonly sections: readonly CardSection[];
  readonly typed: FormFields;
  readonly version: number;
  readonly errors?: readonly FieldError[];
  readonly draft?: Draft | undefined;
  readonly theirs?: FormFields | undefined;
  /** What a button of a row has just done. */
  readonly done?: { readonly section: string; readonly added?: number; readonly text?: string } | undefined;
  /** Hours that were saved here are those of the week, which another page shows. */
  readonly isMoved?: boolean;
  readonly earlier: ReadonlyMap<TranslatedText, string>;
  /** What can hardly be meant, to look at before the form is saved again. */
  readonly questions?: readonly Question[];
}

/** The hours of the week, and where they are kept. */
function InWeek({ c, service }: Pick<CardPartProps, 'c' | 'service'>) {
  const hours = [...new Set(splitSchedules(service.schedules).week.values())];
  return (
    <Notice title={t('times.movedTitle')}>
      <Paragraph>{t('times.moved')}</Paragraph>
      <List items={hours.flatMap((schedule) => scheduleInWords(schedule, 'pl') ?? [])} />
      <Link href={c.at(`/praca/uslugi/${service.id}#f-${hourNames[0]}`)}>{t('times.toWeek')}</Link>
    </Notice>
  );
}

/** A page of the editor that keeps some parts of a card. */
export function CardPartPage({
  c,
  page,
  service,
  sections,
  typed,
  version,
  errors = [],
  draft,
  theirs,
  done,
  isMoved = false,
  earlier,
  questions = [],
}: CardPartProps) {
  const wrong = inWords('pl', errors, (_, code) => ownWords[code]);
  const here = c.at(`/praca/uslugi/${service.id}${page.path}`);
  const language = page.key === 'en' || page.key === 'uk' ? page.key : undefined;
  const doubts = page.key === 'times' ? findDoubts(service, c.today).filter(({ schedule }) => schedule) : [];
  const save = (
    <FormActions>
      <Button type="submit">{t('save')}</Button>
    </FormActions>
  );
  return (
    <StaffPage
      c={c}
      title={`${page.title}: ${service.name}`}
      width="narrow"
      hasErrors={wrong.length + questions.length > 0}
      crumbs={[
        { label: staff('list.title'), href: c.at('/praca/uslugi') },
        { label: service.name, href: c.at(`/praca/uslugi/${service.id}`) },
        { label: page.title },
      ]}
    >
      <Stack gap="lg">
        {theirs ? <ConflictNotice fields={differences(sections, typed, theirs)} /> : null}
        {wrong.length > 0 ? <ErrorSummary errors={wrong.map((each) => withRow(sections, each))} /> : null}
        <QuestionNotice questions={questions} />
        <Heading level={1} caption={service.name}>
          {page.title}
        </Heading>
        <ServiceNav c={c} serviceId={service.id} current={page.key} />
        <Lead>{page.lead}</Lead>
        {service.status === 'draft' ? null : (
          <Paragraph>
            <Link href={c.at(`/uslugi/${service.id}`)}>{t('see')}</Link>
          </Paragraph>
        )}
        {isMoved ? <InWeek c={c} service={service} /> : null}
        {doubts.length === 0 ? null : (
          <Notice tone="warning" title={staff('editor.doubts')}>
            <List items={doubts.map(doubtInWords)} />
          </Notice>
        )}
        <RestoredDraft c={c} draft={draft} />
        {language === undefined ? null : <TranslationState lang={language} service={service} />}
        <Form action={here} idempotencyKey={c.submissionKey()} version={version} autosave={draftAddress(here)} label={page.title}>
          <AskedFields questions={questions} />
          {/* Enter in a field presses the first button: it must save, not remove. */}
          {sections.some((section) => section.kind === 'list' && countRows(typed, section) > 0) ? save : null}
          {sections.map((section) => (
            <>
              {done?.section === section.name && done.text !== undefined ? (
                <Notice tone="info" live>
                  {done.text}
                </Notice>
              ) : null}
              {language === undefined ? (
                <SectionFields
                  section={section}
                  typed={typed}
                  wrong={wrong}
                  rowsAt={`${here}/wiersze`}
                  added={done?.section === section.name ? done.added : undefined}
                />
              ) : (
                <TranslationFields lang={language} service={service} section={section} typed={typed} wrong={wrong} earlier={earlier} />
              )}
            </>
          ))}
          {save}
        </Form>
      </Stack>
    </StaffPage>
  );
}

/** In the list of mistakes a mistake says in which row and field it is. */
function withRow(sections: readonly CardSection[], { field, message }: { field: string; message: string }) {
  const [name, index, own] = field.split('.');
  const section = sections.find((each) => each.name === name);
  const label = section?.fields.find((each) => each.name === own)?.label;
  const item = section?.kind === 'list' ? section.item(Number(index) + 1) : undefined;
  const where = [item, label].filter((part) => part !== undefined).join(', ');
  return { field, message: where === '' ? message : t('error.row', { item: where, message }) };
}

function differences(sections: readonly CardSection[], mine: FormFields, theirs: FormFields) {
  return sections.flatMap((section) =>
    section.kind === 'group'
      ? section.fields.map(({ name, label }) => ({
          label,
          mine: mine.get(at(section.name, 0, name)),
          theirs: theirs.get(at(section.name, 0, name)),
        }))
      : [{ label: section.title, mine: rowsInWords(section, mine), theirs: rowsInWords(section, theirs) }],
  );
}

/** The rows of a list as they are typed, a line a row. */
function rowsInWords(section: CardSection, typed: FormFields): string {
  return Array.from({ length: countRows(typed, section) }, (_, index) =>
    section.fields
      .flatMap(({ name, options }) =>
        typed.all(at(section.name, index, name)).map((value) => options?.find((option) => option.value === value)?.label ?? value),
      )
      .filter((value) => value !== '')
      .join(', '),
  )
    .filter((line) => line !== '')
    .join('\n');
}
