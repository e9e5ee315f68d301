import { formatDate } from '#shared/polishDate.ts';
import { frameTexts, inWords, PortalPage } from '#platform/html/index.ts';
import type { CentreContext, FieldError, FormFields } from '#platform/http/index.ts';
import {
  Button,
  ErrorSummary,
  FieldGroup,
  Form,
  FormActions,
  Heading,
  Lead,
  Link,
  LinkButton,
  List,
  Notice,
  type Tone,
  Paragraph,
  Row,
  Stack,
  SummaryList,
  Tag,
  type TagTone,
} from '#ui/index.ts';
import type { CatalogueService } from '#modules/catalogue/index.ts';
import {
  conditionInWords,
  questionInWords,
  reasonInWords,
  type Answer,
  type EligibilityAnswer,
  type Outcome,
  type Question,
} from '#modules/eligibility/index.ts';
import { mayIUseTexts } from '../../../texts/words.ts';
import type { CriterionBasis } from '../../../usecases/mayIUse.ts';
import { QuestionField } from './QuestionField.tsx';

export interface MayIUseProps {
  readonly c: CentreContext;
  readonly service: CatalogueService;
  readonly questions: readonly Question[];
  readonly typed: FormFields;
  readonly errors?: readonly FieldError[];
  readonly found?: { readonly answer: EligibilityAnswer; readonly basis: CriterionBasis | null };
}
const noticeTones: Readonly<Record<Answer, Tone>> = { yes: 'success', probably: 'success', ask: 'info', no: 'warning' };
const tagTones: Readonly<Record<Outcome, TagTone>> = { met: 'success', notMet: 'danger', unknown: 'neutral' };

export function MayIUsePage({ c, service, questions, typed, errors = [], found }: MayIUseProps) {
  const t = mayIUseTexts.in(c.lang);
  const said = inWords(c.lang, errors);
  const name = (c.lang === 'pl' ? undefined : service.translations[c.lang]?.name) ?? service.name;
  const card = c.at(`/uslugi/${service.id}`);
  return (
    <PortalPage
      c={c}
      title={t('title')}
      width="narrow"
      hasErrors={said.length > 0}
      crumbs={[{ label: frameTexts.in(c.lang)('nav.start'), href: c.at('/') }, { label: name, href: card }, { label: t('title') }]}
    >
      <Stack gap="lg">
        <ErrorSummary errors={said} />
        <div>
          <Heading level={1} caption={name}>
            {t('title')}
          </Heading>
          <Lead>{questions.length === 0 ? t('nothingToAsk') : t('lead')}</Lead>
        </div>
        {found ? <Found c={c} service={service} {...found} /> : null}
        {questions.length === 0 ? (
          <LinkButton href={`${c.at('/zgloszenie')}?usluga=${service.id}`}>{t('ask')}</LinkButton>
        ) : (
          <Form action={c.at(`/uslugi/${service.id}/czy-moge`)}>
            {/* The lead says that nothing has to be answered; each question need not say it again. */}
            <FieldGroup legend={t('whom')} allOptional>
              {questions.map((question) => (
                <QuestionField question={question} lang={c.lang} typed={typed} errors={said} />
              ))}
            </FieldGroup>
            <FormActions>
              <Button>{t(found ? 'checkAgain' : 'check')}</Button>
            </FormActions>
          </Form>
        )}
        <Link href={card}>{t('toCard')}</Link>
      </Stack>
    </PortalPage>
  );
}

type FoundProps = Pick<MayIUseProps, 'c' | 'service'> & NonNullable<MayIUseProps['found']>;

function Found({ c, service, answer: { answer, checks, missing }, basis }: FoundProps) {
  const t = mayIUseTexts.in(c.lang);
  const ask = `${c.at('/zgloszenie')}?usluga=${service.id}`;
  return (
    <Stack>
      <Notice tone={noticeTones[answer]} title={t(`answer.${answer}`)} level={2} id="odpowiedz">
        <Paragraph>{t(`answerText.${answer}`)}</Paragraph>
        {missing.length > 0 ? (
          <>
            <Paragraph>{t('missing')}:</Paragraph>
            <List items={missing.map((question) => questionInWords(question, c.lang))} />
          </>
        ) : null}
      </Notice>
      <SummaryList
        title={t('reasons')}
        level={2}
        rows={checks.map((check) => ({
          label: conditionInWords(check.condition, c.lang),
          value: (
            <>
              <Tag tone={tagTones[check.outcome]}>{t(`outcome.${check.outcome}`)}</Tag> {reasonInWords(check, c.lang)}
            </>
          ),
        }))}
      />
      {basis ? (
        <Paragraph small muted>
          {t('basis', { from: formatDate(Temporal.PlainDate.from(basis.from)), article: basis.article })}
          {basis.isVerified ? null : ` ${t('basisUnverified')}`}
        </Paragraph>
      ) : null}
      <Row>
        <LinkButton href={ask} variant={answer === 'no' ? 'secondary' : 'primary'}>
          {t('ask')}
        </LinkButton>
        {answer === 'no' ? <LinkButton href={c.at('/uslugi')}>{t('other')}</LinkButton> : null}
        {answer === 'no' ? <Link href={c.at('/zgloszenie')}>{t('tellUs')}</Link> : null}
      </Row>
    </Stack>
  );
}
