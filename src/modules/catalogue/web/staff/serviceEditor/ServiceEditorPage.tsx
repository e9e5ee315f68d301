import { formatDate, formatInstant } from '#shared/polishDate.ts';
import { draftAddress, type CentreContext, type Draft, type FieldError, type FormFields } from '#platform/http/index.ts';
import { inWords, RestoredDraft, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  ConflictNotice,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  Heading,
  Link,
  List,
  Notice,
  Paragraph,
  Stack,
} from '#ui/index.ts';
import type { InheritedFields } from '#platform/module.ts';
import type { LocationRecord } from '../../../domain/place.ts';
import { findDoubts } from '../../../domain/doubts.ts';
import { doubtsOfFee } from '../../../domain/fee.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { doubtInWords } from '../doubtInWords.ts';
import { AskedFields, QuestionNotice } from '../QuestionNotice.tsx';
import type { Question } from '../questions.ts';
import { CompletenessNotice } from '../CompletenessNotice.tsx';
import { ServiceNav } from '../ServiceNav.tsx';
import { feeDoubtInWords } from './cardQuestions.ts';
import { EditorSections } from './EditorSections.tsx';
import { cardFields, type CardField } from './form.ts';
import { hourNames, labelOfHour } from './hoursForm.ts';

interface Props {
  readonly c: CentreContext;
  readonly typed: FormFields;
  /** Absent for a service that is being added. */
  readonly service?: CatalogueService;
  readonly version?: number;
  /** The unsent text that the form begins with. */
  readonly draft?: Draft | undefined;
  readonly errors?: readonly FieldError[];
  /** Places of the centre that a card can name. */
  readonly locations: readonly LocationRecord[];
  /** What somebody else has saved meanwhile. */
  readonly theirs?: FormFields;
  /** Who saved it, and when. */
  readonly by?: { readonly name: string; readonly at: Temporal.Instant } | undefined;
  /** What of the card comes from elsewhere. */
  readonly inherited?: InheritedFields | null;
  /** What can hardly be meant, to look at before the form is saved again. */
  readonly questions?: readonly Question[];
  /** The day on which the card is to be published. */
  readonly publishOn?: Temporal.PlainDate | null | undefined;
}
const t = catalogueStaffTexts.in('pl');
const ownWords: Readonly<Record<string, string>> = {
  'not-a-time': t('error.time'),
  'same-time': t('error.sameTime'),
  'name required': t('error.nameRequired'),
  'areas choose-at-least-one': t('error.areaRequired'),
  'url not-a-url': t('error.url'),
  'everydayNames line-too-long': t('error.lineTooLong'),
  'keywords line-too-long': t('error.lineTooLong'),
  'everydayNames too-many-lines': t('error.tooManyLines'),
  'keywords too-many-lines': t('error.tooManyLines'),
  'validTo date-order': t('error.order'),
  'minimumAge not-an-age': t('error.age'),
  'maximumAge not-an-age': t('error.age'),
  'maximumAge age-order': t('error.ageOrder'),
  'price not-a-price': t('error.price'),
  'price negative-price': t('error.priceNegative'),
  'price price-too-great': t('error.priceTooGreat'),
  'validFrom not-a-date': t('error.date'),
  'validTo not-a-date': t('error.date'),
  'checkedOn not-a-date': t('error.date'),
  'capacity not-a-number': t('error.capacity'),
  'phone not-a-phone': t('error.phone'),
  'price free-with-price': t('error.freeWithPrice'),
  'placeName required': t('error.placeName'),
  'placePostcode not-a-postcode': t('error.postcode'),
  'documents line-too-long': t('error.lineTooLong'),
  'serviceAreas line-too-long': t('error.lineTooLong'),
  'funding line-too-long': t('error.lineTooLong'),
};

/** What a field is called on the page. */
function labelOfField(name: string): string {
  return hourNames.includes(name) ? labelOfHour(name) : t(`editor.${name as 'name'}`);
}

export function ServiceEditorPage({ c, typed, service, version, draft, errors = [], locations, theirs, by, ...rest }: Props) {
  const { inherited = null, questions = [], publishOn } = rest;
  const wrong = inWords('pl', errors, (field, code) => ownWords[`${field} ${code}`] ?? ownWords[code]);
  const title = service ? service.name : t('editor.titleNew');
  const action = service ? c.at(`/praca/uslugi/${service.id}`) : c.at('/praca/uslugi/nowa');
  const field = (name: CardField) => ({
    name,
    label: t(`editor.${name as 'name'}`),
    value: typed.get(name),
    error: errorOf(wrong, name) ?? errorOf(questions, name),
    required: false,
    ...(inherited?.names.includes(name) && { inherited: { source: inherited.source, href: c.at(inherited.path(name)) } }),
  });
  return (
    <StaffPage
      c={c}
      title={title}
      width="narrow"
      hasErrors={wrong.length + questions.length > 0}
      crumbs={[{ label: t('list.title'), href: c.at('/praca/uslugi') }, { label: title }]}
    >
      <Stack gap="lg">
        {theirs ? <ConflictNotice fields={differences(typed, theirs)} savedBy={by?.name} savedAt={by && formatInstant(by.at)} /> : null}
        {wrong.length > 0 ? (
          <ErrorSummary errors={wrong.map((each) => ({ ...each, message: `${labelOfField(each.field)}: ${each.message}` }))} />
        ) : null}
        <QuestionNotice questions={questions} />
        <div>
          <Heading level={1} {...(service && { caption: t('editor.title') })}>
            {title}
          </Heading>
          {service && service.status !== 'draft' ? (
            <Paragraph>
              <Link href={c.at(`/uslugi/${service.id}`)}>{t('editor.see')}</Link>
            </Paragraph>
          ) : null}
        </div>
        {service ? <ServiceNav c={c} serviceId={service.id} current="card" /> : null}
        {publishOn == null || service?.status !== 'draft' ? null : <Notice>{t('editor.planned', { date: formatDate(publishOn) })}</Notice>}
        {service ? <Doubts service={service} today={c.today} /> : null}
        {inherited?.notice === undefined ? null : <Notice>{inherited.notice}</Notice>}
        <RestoredDraft c={c} draft={draft} />
        <Form
          action={action}
          idempotencyKey={c.submissionKey()}
          {...(version !== undefined && { version })}
          autosave={draftAddress(action)}
        >
          <AskedFields questions={questions} />
          <EditorSections field={field} typed={typed} known={service?.schedules ?? []} locations={locations} wrong={wrong} />
          <FormActions>
            <Button type="submit">{t('editor.save')}</Button>
          </FormActions>
        </Form>
        {service ? <CompletenessNotice service={service} today={c.today} /> : null}
      </Stack>
    </StaffPage>
  );
}

function differences(mine: FormFields, theirs: FormFields) {
  return cardFields
    .map((name) => ({
      label: t(`editor.${name as 'name'}`),
      mine: mine.all(name).join(', '),
      theirs: theirs.all(name).join(', '),
    }))
    .concat([{ label: t('editor.hours'), mine: hoursTyped(mine), theirs: hoursTyped(theirs) }]);
}

const hoursTyped = (fields: FormFields) =>
  hourNames
    .map((name) => fields.get(name))
    .filter((typed) => typed !== '')
    .join(' ');

/** What can hardly be meant; it does not keep anybody from saving. */
function Doubts({ service, today }: { readonly service: CatalogueService; readonly today: Temporal.PlainDate }) {
  const lines = [
    ...doubtsOfFee(service.fee).map((doubt) => feeDoubtInWords(doubt, service.fee.price)),
    ...findDoubts(service, today).map(doubtInWords),
  ];
  if (lines.length === 0) return null;
  return (
    <Notice tone="warning" title={t('editor.doubts')}>
      <List items={lines} />
    </Notice>
  );
}
