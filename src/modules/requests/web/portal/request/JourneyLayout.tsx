import type { Child } from 'hono/jsx';
import { FormFields, type CentreContext } from '#platform/http/index.ts';
import { PortalPage } from '#platform/html/index.ts';
import { Button, comparedFields, ConflictNotice, ErrorSummary, Form, FormActions, Heading, LinkButton, Steps } from '#ui/index.ts';
import { requestTexts } from '../../../texts/index.ts';
import type { Mistake } from '../../form/mistakes.ts';
import { markOfAnswers, partOf, placeOf, stepBefore } from './journey.ts';
import type { JourneyFacts, JourneyPage } from './JourneyPage.ts';

interface QuestionProps {
  readonly c: CentreContext;
  readonly question: JourneyPage<unknown>;
  readonly typed: FormFields;
  readonly errors: readonly Mistake[];
  readonly facts: JourneyFacts;
  /** What another window saved meanwhile, when that stands in the way: `typed` then holds what was typed in this one. */
  readonly theirs?: FormFields;
}

/** One question on its page. Without scripts everything works; with them, long texts are kept while they are written. */
export function Question({ c, question, typed, errors, facts, theirs }: QuestionProps) {
  const t = requestTexts.in(c.lang);
  const address = c.at(`/zgloszenie/${question.step}${c.query.has('zmiana') ? '?zmiana=1' : ''}`);
  const fields = question.fields({ c, lang: c.lang, typed, errors, facts });
  // Beside another text nothing is saved before somebody has chosen.
  const autosave = theirs ? undefined : c.at(`/zgloszenie/${question.step}?zapis=1`);
  return (
    <JourneyFrame
      c={c}
      step={question.step}
      title={question.title(c.lang, typed)}
      typed={typed}
      errors={errors}
      hidesHeading={question.asksInField ?? false}
    >
      {theirs ? (
        <ConflictNotice
          title={t('journey.changedTitle')}
          lead={t('journey.changedLead')}
          fields={comparedFields(fields, answersTo(question, typed), answersTo(question, theirs))}
        />
      ) : null}
      <Form
        action={address}
        version={markOfAnswers(question, theirs ?? typed)}
        {...(question.takesFiles ? { multipart: true } : { autosave })}
      >
        {fields}
        <FormActions>
          <Button name="_do" value="next">
            {t('journey.next')}
          </Button>
          <StepBack c={c} step={question.step} typed={typed} />
          <Button name="_do" value="later" variant="tertiary" formnovalidate>
            {t('journey.later')}
          </Button>
        </FormActions>
      </Form>
    </JourneyFrame>
  );
}

/** The answers to one question, an empty one for each that was left open. */
const answersTo = ({ names }: JourneyPage<unknown>, typed: FormFields): FormFields =>
  FormFields.from(Object.fromEntries(names.map((name) => [name, typed.has(name) ? typed.all(name) : ['']])));

interface FrameProps {
  readonly c: CentreContext;
  readonly step: string;
  readonly title: string;
  readonly typed: FormFields;
  readonly errors: readonly Mistake[];
  readonly hidesHeading?: boolean;
  readonly children: Child;
}

/** The way back, beside the way on. */
export function StepBack({ c, step, typed }: Pick<FrameProps, 'c' | 'step'> & { readonly typed: FormFields }) {
  const before = stepBefore(step, typed);
  return (
    <LinkButton href={c.at(before ? `/zgloszenie/${before}` : '/zgloszenie')} variant="secondary">
      {requestTexts.in(c.lang)('journey.back')}
    </LinkButton>
  );
}

/** Mistakes first, then where we are, and the question. */
export function JourneyFrame({ c, step, title, typed, errors, hidesHeading = false, children }: FrameProps) {
  const t = requestTexts.in(c.lang);
  const { at, total } = placeOf(step);
  return (
    <PortalPage c={c} title={title} width="narrow" hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <Steps current={at} total={total} label={t('journey.name')} part={partOf(step, typed)} />
      {hidesHeading ? null : <Heading level={1}>{title}</Heading>}
      {children}
    </PortalPage>
  );
}
