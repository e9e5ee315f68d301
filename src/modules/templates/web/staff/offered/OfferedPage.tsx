import { dayOf } from '../dayOf.ts';
import type { CatalogueService } from '#modules/catalogue/index.ts';
import type { CentreContext, FieldError } from '#platform/http/index.ts';
import { inWords, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Details,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  Heading,
  Lead,
  Link,
  Notice,
  Paragraph,
  RadioGroup,
  Section,
  SelectField,
  Stack,
  SummaryList,
  Table,
  TextField,
} from '#ui/index.ts';
import type { PublishedRow } from '../../../store/tables.ts';
import { templateTexts } from '../../../texts/staff.ts';
import type { Standing } from '../../../usecases/adopt.ts';
import type { TemplateEdition, TemplateField } from '../../../usecases/editions.ts';
import { inWordsOf, labelOf } from '../fieldWords.ts';
import { EditionTable } from '../writing/UsagePage.tsx';
import { StandingTags } from './OfferedListPage.tsx';

const t = templateTexts.in('pl');
interface Props {
  readonly c: CentreContext;
  readonly published: PublishedRow;
  readonly newest: TemplateEdition;
  readonly editions: readonly TemplateEdition[];
  readonly users: readonly Standing[];
  /** Services of the centre without a template. */
  readonly free: readonly Pick<CatalogueService, 'id' | 'name'>[];
  readonly typedName?: string;
  readonly errors?: readonly FieldError[];
  readonly problem?: string;
}

/** One template as a centre reads it, and what it can do with it. */
export function OfferedPage({ c, published, newest, editions, users, free, typedName, errors = [], problem }: Props) {
  const wrong = inWords('pl', errors);
  const here = c.at(`/praca/uslugi/wzory/${published.templateId}`);
  const { number, publishedAt } = newest;
  const author = published.publisherId === c.centre.id ? t('offered.ownAuthor') : published.publisherName;
  const hints = (Object.keys(newest.fields) as TemplateField[]).filter((name) => !newest.governed.includes(name));
  const rows = (names: readonly TemplateField[]) =>
    names.map((name) => ({ label: labelOf(name), value: <Lines text={inWordsOf(name, newest.fields)} /> }));
  return (
    <StaffPage
      c={c}
      title={newest.name}
      width="narrow"
      hasErrors={wrong.length > 0}
      crumbs={[{ label: t('offered.title'), href: c.at('/praca/uslugi/wzory') }, { label: newest.name }]}
    >
      <Stack gap="lg">
        {wrong.length > 0 ? <ErrorSummary errors={wrong} /> : null}
        {problem === undefined ? null : (
          <Notice tone="warning" live>
            {problem}
          </Notice>
        )}
        <div>
          <Heading level={1} caption={t('tie.from')}>
            {newest.name}
          </Heading>
          <Lead>{t('offered.from', { author, number, date: dayOf(publishedAt) })}</Lead>
        </div>
        {published.withdrawnAt ? <Notice>{t('publish.isWithdrawn', { date: dayOf(published.withdrawnAt) })}</Notice> : null}
        <SummaryList title={t('offered.common')} level={2} rows={rows(newest.governed)} />
        {hints.length === 0 ? null : (
          <Details summary={t('offered.hints')}>
            <Paragraph small muted>
              {t('offered.hintsText')}
            </Paragraph>
            <SummaryList rows={rows(hints)} />
          </Details>
        )}
        {users.length === 0 ? null : (
          <Section labelledBy="uslugi">
            <Heading level={2} id="uslugi">
              {t('offered.users')}
            </Heading>
            <Table<Standing>
              caption={t('offered.users')}
              captionHidden
              rows={users}
              columns={[
                {
                  key: 'service',
                  label: t('offered.service'),
                  rowHeader: true,
                  cell: ({ service }) => <Link href={c.at(`/praca/uslugi/${service.id}/wzor`)}>{service.name}</Link>,
                },
                { key: 'had', label: t('offered.had'), numeric: true, cell: ({ adoption }) => String(adoption.edition.number) },
                { key: 'state', label: t('offered.standing'), cell: (standing) => <StandingTags standing={standing} /> },
              ]}
            />
          </Section>
        )}
        {published.withdrawnAt !== null ? null : (
          <>
            <Section labelledBy="nowa">
              <Heading level={2} id="nowa">
                {t('offered.create')}
              </Heading>
              <Paragraph>{t('offered.createText')}</Paragraph>
              <Form action={`${here}/usluga`} idempotencyKey={c.submissionKey()} label={t('offered.create')}>
                <TextField
                  name="nazwa"
                  label={t('offered.createName')}
                  value={typedName ?? newest.name}
                  error={errorOf(wrong, 'nazwa')}
                  width="full"
                />
                <ModeChoice value="sam" />
                <FormActions>
                  <Button type="submit">{t('offered.create')}</Button>
                </FormActions>
              </Form>
            </Section>
            <Section labelledBy="istniejaca">
              <Heading level={2} id="istniejaca">
                {t('offered.attach')}
              </Heading>
              {free.length === 0 ? (
                <Paragraph muted>{t('offered.attachNone')}</Paragraph>
              ) : (
                <Form action={`${here}/porownaj`} method="get" label={t('offered.attach')}>
                  <SelectField
                    name="usluga"
                    label={t('offered.attachService')}
                    error={errorOf(wrong, 'usluga')}
                    options={free.map(({ id, name }) => ({ value: id, label: name }))}
                  />
                  <FormActions>
                    <Button type="submit" variant="secondary">
                      {t('offered.attachNext')}
                    </Button>
                  </FormActions>
                </Form>
              )}
            </Section>
          </>
        )}
        <Section labelledBy="historia">
          <Heading level={2} id="historia">
            {t('offered.since')}
          </Heading>
          <EditionTable editions={editions} />
        </Section>
      </Stack>
    </StaffPage>
  );
}

/** Text with its lines kept. */
export const Lines = ({ text }: { readonly text: string }) => (
  <>
    {text.split('\n').map((line, index) => (
      <>
        {index === 0 ? null : <br />}
        {line}
      </>
    ))}
  </>
);

/** Whether newer editions are taken without asking. */
export const ModeChoice = ({ value }: { readonly value: 'sam' | 'pytaj' }) => (
  <RadioGroup
    name="sposob"
    label={t('tie.mode')}
    value={value}
    choices={[
      { value: 'sam', label: t('tie.modeAuto'), hint: t('tie.modeAutoHint') },
      { value: 'pytaj', label: t('tie.modeAsk'), hint: t('tie.modeAskHint') },
    ]}
  />
);
