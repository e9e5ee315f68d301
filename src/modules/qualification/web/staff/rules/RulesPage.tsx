import type { InheritedFields } from '#platform/module.ts';
import { inWords, RestoredDraft, StaffPage } from '#platform/html/index.ts';
import { draftAddress, versionSeen, type CentreContext, type Draft, type FieldError, type FormFields } from '#platform/http/index.ts';
import {
  Button,
  Checkbox,
  ConflictNotice,
  DateField,
  Details,
  ErrorSummary,
  errorOf,
  FixedField,
  Form,
  FormActions,
  Heading,
  Lead,
  Link,
  List,
  Notice,
  NumberField,
  Paragraph,
  Stack,
  Tag,
  TextArea,
  TextField,
} from '#ui/index.ts';
import type { CatalogueService } from '#modules/catalogue/index.ts';
import {
  conditionInWords,
  listAllQuestions,
  questionInWords,
  ruleWords,
  type Condition,
  type RuleProblem,
} from '#modules/eligibility/index.ts';
import type { OfferRule } from '../../../domain/offerRule.ts';
import { maySeeQueues } from '../../../policy.ts';
import { qualificationTexts } from '../../../texts/words.ts';
import { keyOf, problemInWords, typedOf } from './ruleForm.ts';

const t = qualificationTexts.in('pl');

export const rulesAddress = (c: CentreContext, serviceId: string) => c.at(`/praca/kolejki/${serviceId}/zasady`);

export interface RulesShown {
  readonly service: CatalogueService;
  readonly rule: OfferRule;
  readonly typed?: FormFields;
  /** What was typed before and not sent. */
  readonly draft?: Draft | undefined;
  readonly errors?: readonly FieldError[];
  readonly problems?: readonly RuleProblem[];
  /** What somebody else has saved meanwhile. */
  readonly newer?: OfferRule;
  /** How the rule as typed is understood, when it was asked. */
  readonly understood?: readonly Condition[];
  /** What is asked before it is saved. */
  readonly questions?: readonly { readonly key: string; readonly text: string }[];
  /** What of the service comes from elsewhere. */
  readonly inherited?: InheritedFields | null;
}

export function RulesPage({
  c,
  service,
  rule,
  typed,
  draft,
  errors = [],
  problems = [],
  newer,
  understood,
  questions = [],
  inherited = null,
}: RulesShown & { readonly c: CentreContext }) {
  const at = rulesAddress(c, service.id);
  const shown = typed ?? draft?.typed ?? typedOf(rule);
  // The form goes on from what its author saw, until they were told of newer rules.
  const version = newer || !(typed ?? draft) ? rule.version : versionSeen(shown);
  const said = [...inWords('pl', errors, saidOf), ...problems.map((each) => ({ field: 'rule', message: problemInWords(each) }))];
  const field = (name: string) => ({ name, value: shown.get(name), error: errorOf(said, name), required: false });
  return (
    <StaffPage
      c={c}
      title={t('rules.title', { service: service.name })}
      width="narrow"
      hasErrors={said.length > 0}
      crumbs={[
        ...(maySeeQueues.allows(c.actor).allowed
          ? [
              { label: t('queues.title'), href: c.at('/praca/kolejki') },
              { label: service.name, href: c.at(`/praca/kolejki/${service.id}`) },
            ]
          : [{ label: service.name, href: c.at(`/praca/uslugi/${service.id}`) }]),
        { label: t('queues.rules') },
      ]}
    >
      <ErrorSummary errors={said} />
      <Heading level={1}>{t('rules.title', { service: service.name })}</Heading>
      <Lead>{t('rules.lead')}</Lead>
      <Paragraph muted>{rule.version === 0 ? t('rules.fromCard') : t('rules.version', { version: rule.version })}</Paragraph>
      {newer ? <Compared mine={shown} theirs={typedOf(newer)} /> : null}
      {understood ? <Understood conditions={understood} /> : null}
      <RestoredDraft c={c} draft={draft} />
      {service.vacancy?.counted === undefined && shown.get('limit') !== '' ? (
        <Notice tone="warning" title={t('rules.keeps')}>
          {t('rules.keepsText')}
        </Notice>
      ) : null}
      <Form action={at} idempotencyKey={c.submissionKey()} version={version} autosave={draftAddress(at)}>
        <NumberField {...field('limit')} label={t('rules.limit')} hint={t('rules.limitHint')} width="short" />
        <DateField {...field('from')} label={t('rules.from')} />
        <DateField {...field('to')} label={t('rules.to')} />
        <TextField {...field('programme')} label={t('rules.programme')} maxlength={300} />
        <TextField {...field('resolution')} label={t('rules.resolution')} maxlength={300} />
        <TextField {...field('source')} label={t('rules.source')} hint={t('rules.sourceHint')} maxlength={1000} />
        {inherited?.names.includes('rule') ? (
          <FixedField
            name="rule"
            label={t('rules.rule')}
            text={typedOf(rule).get('rule')}
            note={<Tag tone="info">{inherited.source}</Tag>}
            action={<Link href={c.at(inherited.path('rule'))}>{t('rules.detach')}</Link>}
          />
        ) : (
          <>
            <TextArea {...field('rule')} label={t('rules.rule')} hint={t('rules.ruleHint')} rows={12} limit={20_000} spellcheck={false} />
            <HowToWrite />
          </>
        )}
        {questions.length === 0 ? null : (
          <Notice tone="warning" title={t('rules.ask')}>
            <List items={questions.map(({ text }) => text)} />
            <Checkbox
              name="sure"
              label={t('rules.sure')}
              value={keyOf(questions)}
              checked={shown.get('sure') === keyOf(questions)}
              error={errorOf(said, 'sure')}
            />
          </Notice>
        )}
        <FormActions>
          <Button type="submit">{t('rules.send')}</Button>
          <Button variant="secondary" formaction={`${at}/sprawdz`}>
            {t('rules.try')}
          </Button>
        </FormActions>
      </Form>
    </StaffPage>
  );
}

const saidOf = (field: string, code: string): string | undefined => {
  if (field === 'limit' && code === 'limit') return t('rules.limitWrong');
  return field === 'sure' ? t('rules.sureMissing') : undefined;
};

function Compared({ mine, theirs }: { readonly mine: FormFields; readonly theirs: FormFields }) {
  const names = ['rule', 'limit', 'from', 'to', 'programme', 'resolution', 'source'] as const;
  return <ConflictNotice fields={names.map((name) => ({ label: t(`rules.${name}`), mine: mine.get(name), theirs: theirs.get(name) }))} />;
}

/** The rule in other words, and what it asks of a resident. */
function Understood({ conditions }: { readonly conditions: readonly Condition[] }) {
  const questions = listAllQuestions(conditions);
  return (
    <Notice tone="success" title={t('rules.understood')} id="zrozumiane">
      <Stack gap="sm">
        <Paragraph>{t('rules.notSaved')}</Paragraph>
        {conditions.length === 0 ? (
          <Paragraph>{t('page.noConditions')}</Paragraph>
        ) : (
          <List items={conditions.map((each) => conditionInWords(each))} />
        )}
        <Paragraph>{questions.length === 0 ? t('rules.asksNothing') : t('rules.asks')}</Paragraph>
        {questions.length === 0 ? null : <List items={questions.map((each) => questionInWords(each, 'pl'))} />}
      </Stack>
    </Notice>
  );
}

/** The language of rules by examples; the words come from the language itself, so the help cannot grow old. */
function HowToWrite() {
  const { heads, groups, from, to, years, persons, zloty, criterion, degrees, circumstances, targetGroups } = ruleWords;
  const all = (names: Readonly<Record<string, string>>) => Object.values(names).join(', ');
  const lines = [
    heads.residesInArea,
    heads.livesAlone,
    `${heads.age}: ${from} 60 ${years[0]}`,
    `${heads.age}: ${from} 2,5 ${to} 18 ${years[0]}`,
    `${heads.household}: ${from} 3 ${persons[0]}`,
    `${heads.income}: ${to} 1200 ${zloty[0]}`,
    `${heads.income}: ${to} 150% ${criterion[0]}`,
    `${heads.disability}: ${all(degrees)}`,
    `${heads.circumstance}: ${all(circumstances)}`,
    `${heads.targetGroup}: ${all(targetGroups)}`,
    `${heads.document}: ${t('rules.exampleDocument')}`,
    `${heads.inWords}: ${t('rules.exampleWords')}`,
  ];
  const joined = [groups.allOf, groups.anyOf, groups.noneOf].flatMap(([name]) => (name === undefined ? [] : [`${name}:`]));
  return (
    <Details summary={t('rules.howTo')}>
      <Paragraph>{t('rules.howToLines')}</Paragraph>
      <List items={lines} />
      <Paragraph>{t('rules.howToGroups')}</Paragraph>
      <List items={joined} />
      <Paragraph>{t('rules.howToException', { exception: groups.exception[0] ?? '' })}</Paragraph>
    </Details>
  );
}
