import { draftAddress, type FormFields } from '#platform/http/index.ts';
import {
  Button,
  Card,
  Details,
  errorOf,
  Form,
  FormActions,
  Heading,
  Notice,
  Paragraph,
  RadioGroup,
  Section,
  Stack,
  Tag,
  TextArea,
  type TagTone,
} from '#ui/index.ts';
import { formatDate, formatInstant } from '#shared/polishDate.ts';
import { conditionInWords, reasonInWords, type ConditionCheck, type Outcome } from '#modules/eligibility/index.ts';
import { qualificationTexts } from '../../texts/words.ts';
import type { FoundElsewhere, Offer } from '../../usecases/offers.ts';
import { settleChoices } from './qualifyForms.ts';

const t = qualificationTexts.in('pl');
const tones: Readonly<Record<Outcome, TagTone>> = { met: 'success', notMet: 'danger', unknown: 'warning' };

export interface ConditionsProps {
  readonly offer: Offer;
  readonly filedOn: string;
  /** Where findings are sent; null shows the conditions alone. */
  readonly action: string | null;
  readonly submissionKey: string;
  readonly typed: FormFields;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  /** Whether the page tells what somebody else has found meanwhile. */
  readonly isTold: boolean;
}

/** Each condition with its outcome and reason, and the form to settle what the program cannot know. */
export function Conditions({ offer, filedOn, action, submissionKey, typed, errors, isTold }: ConditionsProps) {
  const settledAt = (id: string) => offer.settlements.find((each) => each.conditionId === id)?.settledAt.toString() ?? '';
  // A form drawn again goes on from what its author saw, until they were told of newer findings.
  const seen = Object.fromEntries(
    offer.rule.conditions.map(({ id }) => [`s-${id}`, !isTold && typed.has(`s-${id}`) ? typed.get(`s-${id}`) : settledAt(id)]),
  );
  const cards = offer.checks.map((check) => (
    <Condition
      check={check}
      found={offer.foundElsewhere.get(check.condition.id)}
      settling={action !== null}
      typed={typed}
      errors={errors}
    />
  ));
  return (
    <Section labelledBy="warunki">
      <Heading level={2} id="warunki">
        {t('page.conditions')}
      </Heading>
      <Paragraph muted>{t('page.conditionsLead', { date: formatDate(Temporal.PlainDate.from(filedOn)) })}</Paragraph>
      {offer.checks.length === 0 ? <Paragraph>{t('page.noConditions')}</Paragraph> : null}
      {action !== null && offer.checks.length > 0 ? (
        <Form action={action} idempotencyKey={submissionKey} autosave={draftAddress(action)} hidden={seen} id="ustalenia">
          <Stack>{cards}</Stack>
          <FormActions>
            <Button type="submit" variant="secondary">
              {t('page.settle')}
            </Button>
          </FormActions>
        </Form>
      ) : (
        <Stack>{cards}</Stack>
      )}
    </Section>
  );
}

interface ConditionProps extends Pick<ConditionsProps, 'typed' | 'errors'> {
  readonly check: ConditionCheck;
  /** What was found about the same condition for another service of the case; undefined when this service has a finding of its own. */
  readonly found: FoundElsewhere | undefined;
  readonly settling: boolean;
}
/** A condition as the label of its fields, which has to stay short. */
export const shortOf = (words: string) => (words.length > 120 ? `${words.slice(0, 100)}…` : words);

function Condition({ check, found, settling, typed, errors }: ConditionProps) {
  const { id } = check.condition;
  const words = conditionInWords(check.condition);
  const isLong = words.length > 120;
  const label = shortOf(words);
  const isOpen = check.outcome === 'unknown';
  const offered = isOpen && settling ? found : undefined;
  const filled = (name: string, offer: string) => (typed.has(name) ? typed.get(name) : offer);
  const fields = (
    <>
      <RadioGroup
        name={`c-${id}`}
        label={label}
        choices={settleChoices
          .filter((choice) => choice !== 'open' || check.reason === 'settled-by-staff')
          .map((choice) => ({
            value: choice,
            label: choice === 'keep' ? t('page.keep') : choice === 'open' ? t('page.open') : t(`outcome.${choice}`),
          }))}
        value={filled(`c-${id}`, offered ? (offered.isMet ? 'met' : 'notMet') : '') || 'keep'}
        error={errorOf(errors, `c-${id}`)}
        inline
      />
      <TextArea
        name={`n-${id}`}
        label={t('page.settleNote')}
        hint={t('page.settleNoteHint')}
        value={filled(`n-${id}`, offered?.note ?? '')}
        error={errorOf(errors, `n-${id}`)}
        rows={2}
        limit={2000}
        required={false}
        unmarked
      />
    </>
  );
  const isKnownByData = ['residesInArea', 'ageAtLeast', 'ageAtMost'].includes(check.condition.kind);
  return (
    <Card title={isOpen && settling ? undefined : label} level={3}>
      {isLong ? <Paragraph>{words}</Paragraph> : null}
      <Paragraph>
        <Tag tone={tones[check.outcome]}>{t(`outcome.${check.outcome}`)}</Tag> {reasonInWords(check)}{' '}
        {check.reason === 'settled-by-staff' || check.reason === 'needs-staff' ? null : (
          <span class="ok-muted">({t(`howChecked.${isKnownByData ? 'data' : 'staff'}`)})</span>
        )}
      </Paragraph>
      {offered ? (
        <Notice tone="info">
          {t('page.foundElsewhere', {
            service: offered.serviceName,
            outcome: t(offered.isMet ? 'outcome.met' : 'outcome.notMet'),
            note: offered.note,
            who: offered.settledByName,
            date: formatInstant(offered.settledAt),
          })}
        </Notice>
      ) : null}
      {!settling ? null : isOpen ? (
        fields
      ) : (
        <Details summary={t('page.change')} open={errors.some(({ field }) => field === `n-${id}`) || typed.get(`n-${id}`).trim() !== ''}>
          {fields}
        </Details>
      )}
    </Card>
  );
}
