import type { Child } from 'hono/jsx';
import type { CentreContext, FormFields } from '#platform/http/index.ts';
import { PortalPage } from '#platform/html/index.ts';
import { Button, ErrorSummary, Form, FormActions, Heading, LinkButton, Steps } from '#ui/index.ts';
import { requestTexts } from '../../../texts/index.ts';
import type { Mistake } from '../../form/mistakes.ts';
import { placeOf, stepBefore } from './journey.ts';
import type { JourneyFacts, JourneyPage } from './JourneyPage.ts';

interface QuestionProps {
  readonly c: CentreContext;
  readonly question: JourneyPage<unknown>;
  readonly typed: FormFields;
  readonly errors: readonly Mistake[];
  readonly facts: JourneyFacts;
}

/** One question on its page. Without scripts everything works; with them, long texts are kept while they are written. */
export function Question({ c, question, typed, errors, facts }: QuestionProps) {
  const t = requestTexts.in(c.lang);
  const address = c.at(`/zgloszenie/${question.step}${c.query.has('zmiana') ? '?zmiana=1' : ''}`);
  return (
    <JourneyFrame
      c={c}
      step={question.step}
      title={question.title(c.lang, typed)}
      errors={errors}
      hidesHeading={question.asksInField ?? false}
    >
      <Form action={address} {...(question.takesFiles ? { multipart: true } : { autosave: c.at(`/zgloszenie/${question.step}?zapis=1`) })}>
        {question.fields({ c, lang: c.lang, typed, errors, facts })}
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

interface FrameProps {
  readonly c: CentreContext;
  readonly step: string;
  readonly title: string;
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
export function JourneyFrame({ c, step, title, errors, hidesHeading = false, children }: FrameProps) {
  const t = requestTexts.in(c.lang);
  const { at, total } = placeOf(step);
  return (
    <PortalPage c={c} title={title} width="narrow" hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <Steps current={at} total={total} label={t('journey.name')} />
      {hidesHeading ? null : <Heading level={1}>{title}</Heading>}
      {children}
    </PortalPage>
  );
}
