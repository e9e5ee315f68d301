import type { Child } from 'hono/jsx';
import { draftAddress, type Draft, type FieldError, type FormFields, type PageContext } from '#platform/http/index.ts';
import { inWords, RestoredDraft, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  CheckboxGroup,
  comparedFields,
  ConflictNotice,
  DateField,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  Heading,
  Lead,
  LinkButton,
  Paragraph,
  RadioGroup,
  Section,
  Stack,
  Tag,
  TextArea,
  TextField,
} from '#ui/index.ts';
import { formatInstant } from '#shared/polishDate.ts';
import { advices, heldAt, type Assessment } from '../../domain/assessmentContent.ts';
import type { Edition, LifeArea } from '../../lifeAreas.ts';
import { assessmentTexts } from '../../texts/index.ts';
import { scores, typedFrom } from './assessmentForm.ts';

export interface RecordPageProps {
  readonly c: PageContext;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly edition: Edition;
  readonly services: readonly { readonly id: string; readonly name: string }[];
  /** The newest recorded version this form builds on; 0 for the first. */
  readonly basedOn: number;
  readonly typed: FormFields;
  readonly errors: readonly FieldError[];
  /** Reasons why nothing was saved that belong to no field. */
  readonly refusals?: readonly string[];
  /** The unsent text that the form begins with. */
  readonly draft?: Draft | undefined;
  readonly newer?: Assessment | undefined;
  readonly planRule: { readonly months: number; readonly longest: number; readonly verified: boolean };
}
const t = assessmentTexts.in('pl');

export function RecordPage(props: RecordPageProps) {
  const { c, caseId, edition, services, typed, planRule } = props;
  const base = `/praca/sprawy/${caseId}`;
  // Eleven questions look alike, so a mistake says which one it is about.
  const questions = new Map(edition.areas.map((area) => [`area-${area.key}`, area.title]));
  const say = (name: string, code: string) =>
    code === 'choose-one' && questions.has(name) ? t('form.chooseArea', { area: questions.get(name) ?? '' }) : undefined;
  const errors = [...inWords('pl', props.errors, say), ...(props.refusals ?? []).map((message) => ({ field: 'heldOn', message }))];
  const field = (name: string) => ({ name, value: typed.get(name), error: errorOf(errors, name) });
  const optional = (name: string) => ({ ...field(name), required: false });
  const yesNo = [
    { value: 'yes', label: t('form.yes') },
    { value: 'no', label: t('form.no') },
  ];
  const crumbs = [
    { label: t('cases'), href: c.at('/praca/sprawy') },
    { label: props.caseNumber, href: c.at(base) },
    { label: t('title'), href: c.at(`${base}/rozpoznanie`) },
    { label: t('form.title') },
  ];
  const form = (
    <Form
      action={c.at(`${base}/rozpoznanie/zapis`)}
      idempotencyKey={c.submissionKey()}
      version={props.basedOn}
      autosave={draftAddress(c.at(`${base}/rozpoznanie/zapis`))}
    >
      <DateField {...field('heldOn')} label={t('form.heldOn')} />
      <RadioGroup
        {...field('place')}
        label={t('form.place')}
        choices={heldAt.map((value) => ({ value, label: t(`place.${value}`) }))}
        inline
      />
      <TextField {...optional('present')} label={t('form.present')} maxlength={500} />
      <TextArea {...field('wishes')} label={t('form.wishes')} hint={t('form.wishesHint')} limit={5000} rows={4} />
      <TextArea {...optional('resources')} label={t('form.resources')} hint={t('form.resourcesHint')} limit={5000} rows={4} />
      <Section labelledBy="obszary">
        <Heading level={2} id="obszary">
          {t('form.areas')}
        </Heading>
        <Paragraph>{t('form.areasLead')}</Paragraph>
        <Stack>
          {/* Called, not named, so that a conflict finds the questions inside. */}
          {edition.areas.map((area) => AreaQuestion({ area, typed, errors }))}
        </Stack>
      </Section>
      <Card title={t('form.risks')} tone="quiet">
        <SensitiveMark />
        <CheckboxGroup
          name="risks"
          label={t('form.risksLabel')}
          choices={edition.risks.map(({ key, title }) => ({ value: key, label: title }))}
          values={typed.all('risks')}
          error={errorOf(errors, 'risks')}
          required={false}
        />
        <TextArea {...optional('riskNote')} label={t('form.riskNote')} limit={5000} rows={3} />
      </Card>
      <Section labelledBy="zalecenia">
        <Heading level={2} id="zalecenia">
          {t('form.recommendation')}
        </Heading>
        {services.map((service) => (
          <>
            <RadioGroup
              {...field(`advice-${service.id}`)}
              label={t('form.advice', { service: service.name })}
              choices={advices.map((value) => ({ value, label: t(`form.advices.${value}`) }))}
            />
            <TextArea
              {...optional(`adviceNote-${service.id}`)}
              label={t('form.adviceNote', { service: service.name })}
              limit={2000}
              rows={2}
            />
          </>
        ))}
        <RadioGroup {...field('coordination')} label={t('form.coordination')} choices={yesNo} inline />
        <DateField {...optional('from')} label={t('form.from')} />
        <DateField {...optional('to')} label={t('form.to')} hint={t('form.toHint', { months: planRule.longest })} />
        <RadioGroup
          {...optional('withPlan')}
          label={t('form.withPlan')}
          hint={t('form.lawHint', { months: planRule.months, unverified: planRule.verified ? '' : t('form.unverified') })}
          choices={yesNo}
          inline
        />
        <TextArea {...optional('summary')} label={t('form.summary')} limit={5000} rows={4} />
      </Section>
      <FormActions>
        <Button type="submit">{t('form.send')}</Button>
        <LinkButton variant="secondary" href={c.at(base)}>
          {t('start.back')}
        </LinkButton>
      </FormActions>
    </Form>
  );
  return (
    <StaffPage c={c} title={t('form.title')} crumbs={crumbs} hasErrors={errors.length > 0} width="narrow">
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={props.caseNumber}>
        {t('form.title')}
      </Heading>
      <Lead>{t('form.lead')}</Lead>
      {props.newer ? <Conflict drawn={form} typed={typed} newer={props.newer} /> : null}
      <RestoredDraft c={c} draft={props.draft} />
      {form}
    </StaffPage>
  );
}

function SensitiveMark() {
  return (
    <Paragraph small>
      <Tag tone="warning">{t('form.sensitive')}</Tag>
    </Paragraph>
  );
}

interface AreaProps {
  readonly area: LifeArea;
  readonly typed: FormFields;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}
function AreaQuestion({ area, typed, errors }: AreaProps) {
  const choices = scores.map((value) => ({
    value,
    label: value === 'none' ? t('form.none') : t('form.score', { score: value, anchor: area.anchors[Number(value)] ?? '' }),
  }));
  return (
    <Card>
      {area.sensitive ? <SensitiveMark /> : null}
      <RadioGroup
        name={`area-${area.key}`}
        label={area.title}
        hint={area.hint}
        choices={choices}
        value={typed.get(`area-${area.key}`)}
        error={errorOf(errors, `area-${area.key}`)}
      />
      <TextArea
        name={`note-${area.key}`}
        label={t('form.note', { area: area.title })}
        value={typed.get(`note-${area.key}`)}
        error={errorOf(errors, `note-${area.key}`)}
        rows={2}
        limit={2000}
        required={false}
      />
    </Card>
  );
}

/** Both texts, field by field, named and answered as the form does it. */
function Conflict({ drawn, typed, newer }: { readonly drawn: Child; readonly typed: FormFields; readonly newer: Assessment }) {
  const recorded = typedFrom(newer);
  // A whole record: what it does not hold was left blank.
  const theirs = { has: () => true, all: (name: string) => recorded.all(name) };
  return (
    <ConflictNotice
      fields={comparedFields(drawn, typed, theirs)}
      savedBy={newer.recordedByName}
      savedAt={formatInstant(newer.recordedAt)}
    />
  );
}
