import { formatDate } from '#shared/polishDate.ts';
import { draftAddress, versionSeen, type CentreContext, type Draft, type FormFields } from '#platform/http/index.ts';
import { RestoredDraft, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Checkbox,
  CheckboxGroup,
  comparedFields,
  DateField,
  ErrorSummary,
  errorOf,
  Form,
  Heading,
  List,
  Notice,
  NumberField,
  Paragraph,
  RadioGroup,
  Row,
  Section,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '#ui/index.ts';
import { CaseChanged, type CaseChange } from '#modules/cases/index.ts';
import { deliveryUnits } from '../../../domain/deliveries.ts';
import { handingOver } from '../../../domain/orderContent.ts';
import { staffTexts } from '../../../texts/texts.ts';
import { cardLimitsOf, type Orderable, type OrderingDesk, type OrderProposal } from '../../../usecases/prepareOrder.ts';
import { phoneInWords } from '../../OrderFacts.tsx';
import type { Said } from '../../provider/order/forms.ts';
import { limitInWords } from '../../words.ts';
import { periods } from './form.ts';

const t = staffTexts.in('pl');

/** What the form shows: what was typed, or else what is proposed. */
function valuesOf({ desk, proposal, typed }: PlaceOrderParts) {
  const contact = proposal.contactPerson;
  const provider = desk.providers.find((each) => each.id === proposal.providerId);
  const proposed: Readonly<Record<string, string>> = {
    providerId: provider?.id ?? '',
    scope: proposal.scope,
    unit: proposal.unit,
    amount: proposal.limit ? String(proposal.limit.amount).replace('.', ',') : '',
    per: proposal.limit?.per ?? 'month',
    from: formatDate(proposal.from),
    to: proposal.to ? formatDate(proposal.to) : '',
    place: proposal.place ?? '',
    contactName: contact?.name ?? '',
    contactPhone: contact ? (phoneInWords(contact.phone) ?? contact.phone) : '',
    contactRelation: contact ? t(`place.relation.${contact.relation}`) : '',
    fee: proposal.fee ?? '',
  };
  return (name: string) => (typed ? typed.get(name) : (proposed[name] ?? ''));
}

export interface PlaceOrderParts {
  readonly c: CentreContext<object>;
  readonly desk: OrderingDesk;
  readonly orderable: Orderable;
  readonly proposal: OrderProposal;
  readonly typed: FormFields | null;
  readonly errors: readonly Said[];
  readonly draft: Draft | undefined;
  /** The case changed while the order was written: what happened, and the order of the same service that somebody else placed. */
  readonly isConflict: boolean;
  /** False when the service may not be ordered any more. */
  readonly mayOrder: boolean;
  /** Codes of refusals that the organiser may answer: an early beginning, another provider than the plan's, one whom nothing reaches. */
  readonly asks: ReadonlySet<string>;
  readonly changes: readonly CaseChange[] | null;
  readonly theirs: FormFields | undefined;
}

/** The form by which an organiser orders one service. */
export function PlaceOrderPage(parts: PlaceOrderParts) {
  const { c, desk, orderable, proposal, errors, typed, draft, isConflict, changes, theirs } = parts;
  const { service } = orderable;
  const { record, state } = desk.view;
  const value = valuesOf(parts);
  const error = (name: string) => errorOf(errors, name);
  const limits = cardLimitsOf(service);
  const title = t('place.order', { service: service.name });
  const person = desk.person;
  const address = person ? [person.addressLine, [person.postcode, person.town].filter(Boolean).join(' ')].filter(Boolean).join(', ') : '';
  const phone = person ? phoneInWords(person.phone) : null;
  const path = `/praca/sprawy/${record.id}`;
  const action = c.at(`${path}/zlec/${service.id}`);
  // Until it was told that the case changed, the form goes on from what its author saw.
  const version = typed && !isConflict && !draft ? versionSeen(typed) : state.version;
  const asks = (code: string, name: string) => parts.asks.has(code) || value(name) !== '';
  const form = (
    <Form action={action} idempotencyKey={c.submissionKey()} version={version} autosave={draftAddress(action)} label={title}>
      <SelectField
        name="providerId"
        label={t('place.providerId')}
        value={value('providerId')}
        error={error('providerId')}
        options={desk.providers.map((each) => ({ value: each.id, label: `${each.name} (${each.email ?? t('place.withoutEmail')})` }))}
      />
      <TextField
        name="providerEmail"
        label={t('place.providerEmail')}
        hint={t('place.providerEmailHint')}
        value={value('providerEmail')}
        error={error('providerEmail')}
        required={false}
        type="email"
        width="long"
        autocomplete="off"
      />
      {asks('provider-not-of-plan', 'otherProvider') ? (
        <Checkbox name="otherProvider" label={t('place.otherProvider')} checked={value('otherProvider') === 'tak'} required={false} />
      ) : null}
      {asks('provider-unreachable', 'handedOver') ? (
        <RadioGroup
          name="handedOver"
          label={t('place.handedOver')}
          hint={t('place.handedOverHint')}
          value={value('handedOver')}
          error={error('handedOver')}
          required={false}
          choices={[
            ...handingOver.map((each) => ({ value: each, label: t(`place.handOver.${each}`) })),
            { value: '', label: t('place.handOver.none') },
          ]}
        />
      ) : null}
      <TextArea name="scope" label={t('place.scope')} value={value('scope')} error={error('scope')} rows={5} limit={4000} />
      <RadioGroup
        name="unit"
        label={t('place.unit')}
        value={value('unit')}
        error={error('unit')}
        inline
        choices={deliveryUnits.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
      />
      <Row>
        <NumberField
          name="amount"
          label={t('place.amount')}
          hint={t('place.amountHint')}
          value={value('amount')}
          error={error('amount')}
          required={false}
          decimal
        />
        <SelectField
          name="per"
          label={t('place.per')}
          value={value('per')}
          error={error('per')}
          required={false}
          options={periods.map((per) => ({ value: per, label: t(`per.${per}`) }))}
        />
      </Row>
      {asks('order-above-card-in-plan', 'aboveCardBecause') ? (
        <TextField
          name="aboveCardBecause"
          label={t('place.aboveCardBecause')}
          hint={t('place.aboveCardHint')}
          value={value('aboveCardBecause')}
          error={error('aboveCardBecause')}
          required={false}
          width="full"
        />
      ) : null}
      {limits.counted.length > 0 ? (
        <Notice title={t('place.cardLimits')}>
          <List items={limits.counted.map((limit) => limitInWords(limit, proposal.unit))} />
        </Notice>
      ) : null}
      {limits.uncounted.length > 0 && service.limitsText ? (
        <Notice title={t('place.cardOther')}>
          <Paragraph>{service.limitsText}</Paragraph>
        </Notice>
      ) : null}
      <Row>
        <DateField name="from" label={t('place.from')} value={value('from')} error={error('from')} />
        <DateField name="to" label={t('place.to')} value={value('to')} error={error('to')} required={false} />
      </Row>
      {asks('order-before-request', 'early') ? (
        <Checkbox name="early" label={t('place.early')} checked={value('early') === 'tak'} required={false} />
      ) : null}
      <TextField
        name="place"
        label={t('place.place')}
        hint={t('place.placeHint')}
        value={value('place')}
        error={error('place')}
        required={false}
        width="full"
      />
      <TextArea
        name="schedule"
        label={t('place.schedule')}
        hint={
          proposal.cardHours ? t('place.scheduleHintHours', { hours: proposal.cardHours.replaceAll('\n', '; ') }) : t('place.scheduleHint')
        }
        value={value('schedule')}
        error={error('schedule')}
        required={false}
        rows={2}
      />
      <TextField name="fee" label={t('place.fee')} value={value('fee')} error={error('fee')} required={false} width="full" />
      <Section labelledBy="potrzebne">
        <Heading level={2} id="potrzebne">
          {t('place.need')}
        </Heading>
        <Paragraph>{t('place.needText')}</Paragraph>
        {address || phone ? (
          <CheckboxGroup
            name="shares"
            label={t('place.shares')}
            values={typed ? typed.all('shares') : ['address', 'phone']}
            required={false}
            choices={[
              ...(address ? [{ value: 'address', label: t('place.shareAddress', { address }) }] : []),
              ...(phone ? [{ value: 'phone', label: t('place.sharePhone', { phone }) }] : []),
            ]}
          />
        ) : null}
        <TextField
          name="contactName"
          label={t('place.contactName')}
          {...(proposal.contactPerson && { hint: t('place.contactProposed') })}
          value={value('contactName')}
          error={error('contactName')}
          required={false}
          width="long"
          autocomplete="off"
        />
        <Row>
          <TextField
            name="contactPhone"
            label={t('place.contactPhone')}
            value={value('contactPhone')}
            error={error('contactPhone')}
            required={false}
            type="tel"
            autocomplete="off"
          />
          <TextField
            name="contactRelation"
            label={t('place.contactRelation')}
            value={value('contactRelation')}
            error={error('contactRelation')}
            required={false}
            autocomplete="off"
          />
        </Row>
        <TextArea
          name="notes"
          label={t('place.notes')}
          hint={t('place.notesHint')}
          value={value('notes')}
          error={error('notes')}
          required={false}
          rows={4}
        />
      </Section>
      <Button type="submit">{t('place.send')}</Button>
    </Form>
  );
  return (
    <StaffPage
      c={c}
      title={title}
      width="narrow"
      hasErrors={errors.length > 0}
      crumbs={[{ label: record.number, href: c.at(path) }, { label: t('place.title') }]}
    >
      <Stack gap="lg">
        {changes ? (
          <CaseChanged
            changes={changes}
            fields={typed && theirs ? comparedFields(form, typed, theirs) : []}
            told={!isConflict ? 'restored' : parts.mayOrder ? 'conflict' : 'late'}
          />
        ) : null}
        <RestoredDraft c={c} draft={draft} />
        <ErrorSummary errors={errors} />
        <Heading level={1} caption={record.number}>
          {title}
        </Heading>
        {proposal.isFromPlan ? <Notice title={t('place.fromPlan')}>{t('place.fromPlanText')}</Notice> : null}
        {form}
      </Stack>
    </StaffPage>
  );
}
