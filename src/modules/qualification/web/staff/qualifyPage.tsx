import type { Draft, FieldError, FormFields, PageContext } from '#platform/http/index.ts';
import { inWords, RestoredDraft, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  Columns,
  ConflictNotice,
  DefinitionGrid,
  ErrorSummary,
  Form,
  FormActions,
  Heading,
  Link,
  LinkButton,
  List,
  Notice,
  PageHeader,
  Paragraph,
  Section,
  Stack,
  Tag,
} from '#ui/index.ts';
import { rolesOf } from '#shared/actor.ts';
import { formatDate, formatInstant } from '#shared/polishDate.ts';
import { availableCommands, CaseChanged, findService, type CaseChange, type CaseView } from '#modules/cases/index.ts';
import { conditionInWords } from '#modules/eligibility/index.ts';
import type { Assessment } from '#modules/assessment/index.ts';
import { freePlaces } from '../../domain/places.ts';
import { mayPropose, maySetRules, maySignRefusals } from '../../policy.ts';
import { qualificationTexts } from '../../texts/words.ts';
import type { SettlementRow } from '../../store/ruleStore.ts';
import type { Offer } from '../../usecases/offers.ts';
import { Conditions, shortOf } from './conditionsPart.tsx';
import { OtherWays } from './otherWays.tsx';
import { statusInWords } from './statusWords.ts';
import { writtenMeanwhile } from './writtenMeanwhile.ts';

const t = qualificationTexts.in('pl');
const day = (iso: string) => formatDate(Temporal.PlainDate.from(iso));

export interface QualifyPageProps {
  readonly c: PageContext;
  readonly view: CaseView;
  readonly personName: string;
  readonly offer: Offer;
  readonly assessment: Assessment | undefined;
  readonly typed: FormFields;
  readonly draft: Draft | undefined;
  /** What happened to the case since this was written; null when nothing did. */
  readonly changes: readonly CaseChange[] | null;
  /** The version of the case that the forms go on from. */
  readonly version: number;
  readonly errors: readonly FieldError[];
  readonly refusals: readonly string[];
  /** Findings that somebody else has written since the form was drawn. */
  readonly settledMeanwhile: readonly SettlementRow[];
}

export function QualifyPage(props: QualifyPageProps) {
  const { c, view, offer, errors } = props;
  const { record, state } = view;
  const { service } = offer;
  const requested = findService(state, service.id);
  const base = c.at(`/praca/sprawy/${record.id}`);
  const own = `${base}/kwalifikacja/${service.id}`;
  const said = [
    ...inWords('pl', errors, (field, code) => {
      const named = offer.rule.conditions.find(({ id }) => field === `n-${id}`);
      if (code === 'note-missing') return t('page.noteMissing', { condition: named ? shortOf(conditionInWords(named)) : '' });
      return code === 'reason-missing' ? t('page.reasonMissing') : undefined;
    }),
    ...props.refusals.map((message) => ({ field: 'rozstrzygniecie', message })),
  ];
  const commands = new Set(rolesOf(c.actor).flatMap((role) => [...availableCommands(state, role)]));
  const isPending = requested?.status === 'pending';
  const form = (path: string, label: string, variant: 'primary' | 'secondary' = 'primary') => (
    <Form action={`${own}/${path}`} idempotencyKey={c.submissionKey()} version={props.version}>
      <FormActions>
        <Button type="submit" variant={variant}>
          {label}
        </Button>
      </FormActions>
    </Form>
  );
  const sentBack = view.events.findLast((event) => event.type === 'refusalSentBack' && event.data.serviceId === service.id);
  return (
    <StaffPage
      c={c}
      title={t('page.heading', { service: service.name })}
      hasErrors={said.length > 0}
      crumbs={[{ label: t('cases'), href: c.at('/praca/sprawy') }, { label: record.number, href: base }, { label: t('title') }]}
    >
      {props.changes ? (
        <CaseChanged
          changes={props.changes}
          fields={writtenMeanwhile(props.typed, props.changes, service.id)}
          told={props.draft ? 'restored' : 'conflict'}
        />
      ) : null}
      {props.settledMeanwhile.length > 0 ? <SettledMeanwhile {...props} /> : null}
      <RestoredDraft c={c} draft={props.draft} />
      {said.length > 0 ? <ErrorSummary errors={said} /> : null}
      <PageHeader actions={requested ? <Tag>{statusInWords(requested.status)}</Tag> : null}>
        <Heading level={1} caption={`${record.number}, ${props.personName}`}>
          {t('page.heading', { service: service.name })}
        </Heading>
      </PageHeader>
      <Columns aside={<Facts {...props} />}>
        <Stack gap="lg">
          <Conditions
            offer={offer}
            filedOn={state.application?.filedOn ?? c.today.toString()}
            action={isPending || requested?.status === 'waitlisted' ? `${own}/ustalenia` : null}
            submissionKey={c.submissionKey()}
            typed={props.typed}
            errors={said}
            isTold={props.settledMeanwhile.length > 0}
          />
          <Section labelledBy="wynik">
            <Heading level={2} id="wynik">
              {t('page.proposal')}
            </Heading>
            <ProposalText {...props} />
          </Section>
          <Section labelledBy="f-rozstrzygniecie">
            <Heading level={2} id="f-rozstrzygniecie">
              {t('page.decide')}
            </Heading>
            {requested?.proposedRefusal ? (
              <Notice tone="warning">
                {t('page.proposed')}{' '}
                {maySignRefusals.allows(c.actor).allowed ? (
                  <Link href={c.at(`/praca/decyzje/${record.id}/${service.id}`)}>{t('page.toSign')}</Link>
                ) : null}
              </Notice>
            ) : null}
            {isPending && sentBack?.type === 'refusalSentBack' && !requested.proposedRefusal ? (
              <Notice tone="warning">{t('page.sentBack', { note: sentBack.data.note })}</Notice>
            ) : null}
            {isPending && !state.assessment ? <Notice tone="info">{t('page.assessmentFirst')}</Notice> : null}
            {isPending && state.assessment ? (
              <>
                {offer.proposal.outcome === 'qualified' && commands.has('qualifyService') ? form('zakwalifikuj', t('page.qualify')) : null}
                {offer.proposal.outcome === 'waitlisted' && commands.has('waitlistService') ? form('lista', t('page.waitlist')) : null}
              </>
            ) : null}
            {requested?.status === 'waitlisted' && offer.facts.isPlaceFree && offer.facts.queuePosition === 1 && commands.has('offerPlace')
              ? form('miejsce', t('page.offer'))
              : null}
            {requested && !isPending ? <Decided {...props} /> : null}
          </Section>
          {mayPropose.allows(c.actor).allowed ? (
            <OtherWays
              c={c}
              view={view}
              own={own}
              isPending={isPending}
              isWaiting={requested?.status === 'waitlisted' || requested?.status === 'qualified'}
              commands={commands}
              checks={offer.checks}
              version={props.version}
              typed={props.typed}
              errors={said}
            />
          ) : null}
          <LinkButton variant="tertiary" href={base}>
            {t('page.back')}
          </LinkButton>
        </Stack>
      </Columns>
    </StaffPage>
  );
}

function ProposalText({ c, view, offer }: QualifyPageProps) {
  const { proposal } = offer;
  switch (proposal.outcome) {
    case 'qualified':
      return <Notice tone="success">{t('page.qualified')}</Notice>;
    case 'waitlisted':
      return <Notice tone="warning">{t('page.waitlisted', { position: proposal.position })}</Notice>;
    case 'undecided':
      return <Notice tone="info">{t('page.undecided')}</Notice>;
    case 'hasPlace':
      if (proposal.caseId === view.record.id) return <Notice tone="success">{t('page.hasPlaceHere')}</Notice>;
      return (
        <Notice tone="info">
          {t('page.hasPlace')} <Link href={c.at(`/praca/sprawy/${proposal.caseId}`)}>{t('page.otherCase')}</Link>
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="warning">
          <Paragraph>{t('page.refused')}</Paragraph>
          <List items={[...new Set(proposal.reasons.map((reason) => reason.code))].map((code) => t(`refusalReason.${code}`))} />
        </Notice>
      );
  }
}

function Facts({ c, offer, assessment }: QualifyPageProps) {
  const { rule, pool, service } = offer;
  const free = freePlaces(pool);
  const advised = assessment?.content.recommendations.find((each) => each.serviceId === service.id);
  return (
    <Stack>
      <Card title={t('page.places')} level={2}>
        {rule.placeLimit === null ? <Paragraph>{t('page.noLimit')}</Paragraph> : null}
        <DefinitionGrid
          items={[
            ...(rule.placeLimit === null
              ? []
              : [
                  { term: t('page.limit'), value: String(rule.placeLimit) },
                  { term: t('page.free'), value: String(free) },
                ]),
            { term: t('page.taken'), value: String(pool.taken.length) },
            { term: t('page.waiting'), value: String(pool.waiting.length) },
            ...(offer.facts.queuePosition === null ? [] : [{ term: t('page.position'), value: String(offer.facts.queuePosition) }]),
            { term: t('page.programme'), value: t(offer.isInForce ? 'page.inForce' : 'page.notInForce') },
            ...(rule.source === null ? [] : [{ term: t('page.source'), value: rule.source, wide: true }]),
          ]}
        />
        {maySetRules.allows(c.actor).allowed ? <Link href={c.at(`/praca/kolejki/${service.id}/zasady`)}>{t('page.rules')}</Link> : null}
      </Card>
      <Card title={t('page.assessment')} level={2}>
        {advised ? (
          <>
            <Paragraph>{t('page.advice', { advice: t(`page.advices.${advised.advice}`) })}</Paragraph>
            {advised.note ? <Paragraph muted>{advised.note}</Paragraph> : null}
          </>
        ) : (
          <Paragraph muted>–</Paragraph>
        )}
        {assessment ? <Link href={c.at(`/praca/sprawy/${assessment.caseId}/rozpoznanie`)}>{t('page.assessment')}</Link> : null}
      </Card>
    </Stack>
  );
}

/** How a service was decided, and what is still to do about it. */
function Decided({ c, view, offer }: QualifyPageProps) {
  const requested = findService(view.state, offer.service.id);
  if (!requested) return null;
  const { refusal } = requested;
  return (
    <Stack>
      <Paragraph>{t('page.decidedAs', { status: statusInWords(requested.status) })}</Paragraph>
      {requested.cardNumber ? <Paragraph>{t('page.card', { number: requested.cardNumber })}</Paragraph> : null}
      {refusal ? (
        <>
          <Paragraph>{t('page.decision', { number: refusal.decisionNumber })}</Paragraph>
          {refusal.deliveredOn && refusal.appealUntil ? (
            <Paragraph>{t('page.delivered', { date: day(refusal.deliveredOn), until: day(refusal.appealUntil) })}</Paragraph>
          ) : (
            <>
              <Paragraph>{t('page.notDelivered')}</Paragraph>
              <LinkButton href={c.at(`/praca/sprawy/${view.record.id}/kwalifikacja/${offer.service.id}/doreczenie`)}>
                {t('page.recordDelivery')}
              </LinkButton>
            </>
          )}
        </>
      ) : null}
    </Stack>
  );
}

/** Both findings about each condition that two people have settled at once; mine stays in the form. */
function SettledMeanwhile({ offer, typed, settledMeanwhile }: QualifyPageProps) {
  const last = settledMeanwhile.toSorted((a, b) => Temporal.Instant.compare(a.settledAt, b.settledAt)).at(-1);
  const words = (outcome: string, note: string) => `${outcome}: ${note}`;
  const outcome = (chosen: string) => (chosen === 'met' || chosen === 'notMet' ? t(`outcome.${chosen}`) : t('page.open'));
  return (
    <ConflictNotice
      savedBy={last?.settledByName}
      savedAt={last && formatInstant(last.settledAt)}
      fields={settledMeanwhile.flatMap(({ conditionId, isMet, note }) => {
        const condition = offer.rule.conditions.find(({ id }) => id === conditionId);
        if (!condition) return [];
        return [
          {
            label: conditionInWords(condition).slice(0, 100),
            mine: words(outcome(typed.get(`c-${conditionId}`)), typed.get(`n-${conditionId}`)),
            theirs: words(t(isMet ? 'outcome.met' : 'outcome.notMet'), note),
          },
        ];
      })}
    />
  );
}
