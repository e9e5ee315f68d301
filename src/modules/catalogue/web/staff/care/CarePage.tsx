import { formatDate } from '#shared/polishDate.ts';
import { draftAddress, type CentreContext, type Draft, type FieldError, type FormFields } from '#platform/http/index.ts';
import { inWords, RestoredDraft, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Checkbox,
  ConflictNotice,
  DateField,
  ErrorSummary,
  errorOf,
  FieldGroup,
  FieldRow,
  Form,
  FormActions,
  Heading,
  Lead,
  List,
  Notice,
  NumberField,
  Paragraph,
  Stack,
  TextArea,
  TextField,
} from '#ui/index.ts';
import { reviewDueOn } from '../../../domain/review.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';
import { AskedFields, QuestionNotice } from '../QuestionNotice.tsx';
import type { Question } from '../questions.ts';
import { CompletenessNotice } from '../CompletenessNotice.tsx';
import { ServiceNav } from '../ServiceNav.tsx';
import { careFields, type CareField } from './form.ts';

const t = stewardTexts.in('pl');
const staff = catalogueStaffTexts.in('pl');
const ownWords: Readonly<Record<string, string>> = {
  'past-end': t('care.pastEnd'),
  'not-months': t('care.monthsRange'),
  'not-a-date': staff('error.date'),
  itself: t('care.itself'),
  'date-order': t('care.dateOrder'),
  'no-successor': t('care.noSuccessor'),
  'many-successors': t('care.manySuccessors'),
};
interface Props {
  readonly c: CentreContext<{ readonly serviceId: string }>;
  readonly service: CatalogueService;
  /** The period of all cards. */
  readonly months: number;
  /** The period of this one. */
  readonly reviewMonths: number | null;
  readonly typed: FormFields;
  readonly version: number;
  readonly errors?: readonly FieldError[];
  readonly draft?: Draft | undefined;
  readonly theirs?: FormFields | undefined;
  /** Names of services like the one that was typed and is not there. */
  readonly similar?: readonly string[];
  readonly questions?: readonly Question[];
}
/** In the list of mistakes a mistake says in which field it is. */
const labelled = ({ field, message }: { field: string; message: string }) =>
  field === 'endNow' ? message : `${t(`care.${field as CareField}`)}: ${message}`;

/** What the staff know of a service beside its card. */
export function CarePage({ c: context, service, months, reviewMonths, typed, version, errors = [], draft, theirs, ...rest }: Props) {
  const { similar = [], questions = [] } = rest;
  const c = context as unknown as CentreContext;
  const wrong = inWords('pl', errors, (_, code) => ownWords[code]);
  const here = c.at(`/praca/uslugi/${service.id}/opieka`);
  const field = (name: CareField) => ({
    name,
    label: t(`care.${name}`),
    value: typed.get(name),
    error: errorOf(wrong, name),
    required: false,
  });
  const due = reviewDueOn(service, reviewMonths ?? months);
  return (
    <StaffPage
      c={c}
      title={`${t('care.title')}: ${service.name}`}
      width="narrow"
      hasErrors={wrong.length + questions.length > 0}
      crumbs={[
        { label: staff('list.title'), href: c.at('/praca/uslugi') },
        { label: service.name, href: c.at(`/praca/uslugi/${service.id}`) },
        { label: t('care.title') },
      ]}
    >
      <Stack gap="lg">
        {theirs ? (
          <ConflictNotice
            fields={careFields.map((name) => ({ label: t(`care.${name}`), mine: typed.get(name), theirs: theirs.get(name) }))}
          />
        ) : null}
        <QuestionNotice questions={questions} />
        {wrong.length > 0 ? <ErrorSummary errors={wrong.map((each) => ({ ...each, message: labelled(each) }))} /> : null}
        <Heading level={1} caption={service.name}>
          {t('care.title')}
        </Heading>
        <ServiceNav c={c} serviceId={service.id} current="care" />
        <Lead>{t('care.lead')}</Lead>
        <Paragraph>{t('care.due', { date: formatDate(due) })}</Paragraph>
        <CompletenessNotice service={service} today={c.today} />
        <RestoredDraft c={c} draft={draft} />
        <Form action={here} idempotencyKey={c.submissionKey()} version={version} autosave={draftAddress(here)} label={t('care.title')}>
          <AskedFields questions={questions} />
          <NumberField {...field('reviewMonths')} hint={t('care.reviewMonthsHint', { months })} width="short" />
          <TextField {...field('keeperEmail')} hint={t('care.keeperHint')} type="email" width="long" />
          <FieldGroup legend={t('care.published')} allOptional>
            <Paragraph small muted>
              {t('care.publishedHint')}
            </Paragraph>
            <FieldRow>
              <DateField {...field('publishOn')} />
              <DateField {...field('publishUntil')} />
            </FieldRow>
          </FieldGroup>
          {errorOf(wrong, 'endNow') === undefined && typed.get('endNow') !== 'tak' ? null : (
            <Checkbox
              name="endNow"
              value="tak"
              label={t('care.endNow')}
              hint={t('care.endNowHint')}
              error={errorOf(wrong, 'endNow')}
              checked={typed.get('endNow') === 'tak'}
              required={false}
            />
          )}
          <TextField {...field('successor')} hint={t('care.successorHint')} width="full" />
          {similar.length === 0 ? null : (
            <Notice tone="info" title={t('care.similar')}>
              <List items={similar} />
            </Notice>
          )}
          <TextArea {...field('staffNote')} rows={5} limit={4000} />
          <FormActions>
            <Button type="submit">{t('care.save')}</Button>
          </FormActions>
        </Form>
      </Stack>
    </StaffPage>
  );
}
