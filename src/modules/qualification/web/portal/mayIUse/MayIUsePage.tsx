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
  QuickExit,
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
  type ConditionCheck,
  type EligibilityAnswer,
  type Outcome,
  type Question,
} from '#modules/eligibility/index.ts';
import { UrgentStrip, violenceHelplines } from '#modules/search/index.ts';
import { mayIUseTexts } from '../../../texts/words.ts';
import type { CriterionBasis } from '../../../usecases/mayIUse.ts';
import { listReasons } from './reasons.ts';
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
  const isAboutViolence = questions.includes('situation.violence');
  return (
    <PortalPage
      c={c}
      title={t('title')}
      width="narrow"
      hasErrors={said.length > 0}
      crumbs={[{ label: frameTexts.in(c.lang)('nav.start'), href: c.at('/') }, { label: name, href: card }, { label: t('title') }]}
    >
      <Stack gap="lg">
        {isAboutViolence ? <QuickExit /> : null}
        <ErrorSummary errors={said} />
        <div>
          <Heading level={1} caption={name}>
            {t('title')}
          </Heading>
          <Lead>{questions.length === 0 ? t('nothingToAsk') : t('lead')}</Lead>
        </div>
        {isAboutViolence ? <UrgentStrip helplines={violenceHelplines(c.today)} danger="violence" lang={c.lang} /> : null}
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
        rows={listReasons(checks).map(({ check, isException }) => {
          const condition = conditionInWords(check.condition, c.lang);
          return { label: isException ? t('exception', { condition }) : condition, value: <Reason c={c} check={check} /> };
        })}
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

/** How one condition came out and why; of a group, what of it. */
function Reason({ c, check }: { readonly c: CentreContext; readonly check: ConditionCheck }) {
  const t = mayIUseTexts.in(c.lang);
  const outcome = <Tag tone={tagTones[check.outcome]}>{t(`outcome.${check.outcome}`)}</Tag>;
  return (
    <>
      {outcome} {reasonInWords(check, c.lang)}
      {check.parts.length === 0 ? null : (
        <List
          items={check.parts.map((part) => (
            <>
              {conditionInWords(part.condition, c.lang)}. <Reason c={c} check={part} />
            </>
          ))}
        />
      )}
    </>
  );
}
