import { formatDate } from '#shared/polishDate.ts';
import { draftAddress, versionSeen, type CentreContext, type Draft, type FormFields } from '#platform/http/index.ts';
import { ProviderPage, RestoredDraft } from '#platform/html/index.ts';
import {
  Button,
  Card,
  Details,
  ErrorSummary,
  errorOf,
  Form,
  Heading,
  Link,
  Notice,
  PageHeader,
  Paragraph,
  RadioGroup,
  SelectField,
  Stack,
  TextArea,
} from '#ui/index.ts';
import { isAnswerTimeOver } from '../../../domain/order.ts';
import { nextOrderStatuses, reasonsFor, type OrderStatus } from '../../../domain/orderStates.ts';
import { staffTexts } from '../../../texts/texts.ts';
import { takesDeliveries } from '../../../usecases/deliveries.ts';
import type { OrderFile } from '../../../usecases/orderFile.ts';
import { OrderConflict, standing } from '../../OrderConflict.tsx';
import { OrderFacts, OrderHistory, PauseNotice, StatusTag } from '../../OrderFacts.tsx';
import { addressOf, type OrderPlace } from '../orderPlace.ts';
import { DeliveryFields } from './DeliveryFields.tsx';
import { DeliveryList } from './DeliveryList.tsx';
import { inAnswer, inState, type Said } from './forms.ts';

const t = staffTexts.in('pl');

export interface OrderPageParts {
  readonly c: CentreContext<object>;
  readonly place: OrderPlace;
  readonly file: OrderFile;
  /** What came back with mistakes: which form, what was typed, what is wrong. */
  readonly returned?: { readonly form: 'answer' | 'delivery' | 'state'; readonly typed: FormFields; readonly errors: readonly Said[] };
  /** The status somebody wanted to set when another was faster. */
  readonly wanted?: OrderStatus;
  /** What was typed here earlier and not sent. */
  readonly draft?: Draft | undefined;
}

/** Where the forms of an order are sent, below its address. */
export const formsOfOrder = { answer: '/odpowiedz', delivery: '/wykonanie', state: '/stan' } as const;
type FormOfOrder = keyof typeof formsOfOrder;

/** The forms that an order has as it stands. */
export function formsShown({ row, order }: OrderFile, now: Temporal.Instant): readonly FormOfOrder[] {
  return [
    ...(row.status === 'requested' && !isAnswerTimeOver(order, now.toString()) ? (['answer'] as const) : []),
    ...(takesDeliveries(row) ? (['delivery'] as const) : []),
    ...(statesToChoose(row.status).length > 0 ? (['state'] as const) : []),
  ];
}

/** One order as its provider works on it: answer it, read what is to be done, write down what was. */
export function OrderPage(parts: OrderPageParts) {
  const { c, place, file, returned, wanted, draft } = parts;
  const { row, order } = file;
  const errors = returned?.errors ?? [];
  const mayAnswer = row.status === 'requested' && !isAnswerTimeOver(order, c.now.toString());
  const contact = [c.centre.displayName, c.centre.phone, c.centre.email].filter(Boolean).join(', ');
  const title = t('order.title', { number: row.number });
  return (
    <ProviderPage
      c={c}
      title={title}
      hasErrors={errors.length > 0}
      {...(place.kind === 'account' && { crumbs: [{ label: t('list.ownTitle'), href: c.at('/wykonawca') }, { label: row.number }] })}
    >
      <Stack gap="lg">
        {wanted && returned ? (
          <OrderConflict
            {...standing(file.order)}
            wanted={wanted}
            mine={returned.typed}
            names={returned.form === 'answer' ? inAnswer : inState}
          />
        ) : null}
        <ErrorSummary errors={errors} />
        <PageHeader actions={<StatusTag file={file} />}>
          <Heading level={1} caption={title}>
            {row.content.serviceName}
          </Heading>
        </PageHeader>
        <PauseNotice file={file} today={c.today} />
        <RestoredDraft c={c} draft={draft} />
        {mayAnswer ? <AnswerForms {...parts} /> : null}
        {takesDeliveries(row) ? <DeliveryForm {...parts} /> : null}
        <OrderFacts file={file} />
        {takesDeliveries(row) || file.deliveries.length > 0 ? (
          <DeliveryList file={file} editHref={takesDeliveries(row) ? (id) => addressOf(c, place, `/wykonanie/${id}`) : null} />
        ) : null}
        <StateForm {...parts} />
        {row.documentId ? (
          <Paragraph>
            <Link href={addressOf(c, place, '/zlecenie.pdf')}>{t('order.pdf')}</Link>
          </Paragraph>
        ) : null}
        <OrderHistory file={file} names={new Map()} />
        <Paragraph muted>{t('order.question', { contact, number: row.number })}</Paragraph>
      </Stack>
    </ProviderPage>
  );
}

/** What the fields of one form hold: what was just sent and came back, or else what was not sent yet. */
function heldBy(form: FormOfOrder, { c, place, file, returned, wanted, draft }: OrderPageParts) {
  const action = addressOf(c, place, formsOfOrder[form]);
  const isBack = returned?.form === form;
  const typed = isBack ? returned.typed : draft?.forms.includes(action) ? draft.typed : undefined;
  // Until it was told that somebody was faster, the form goes on from what its author saw.
  const version = isBack && !wanted ? versionSeen(returned.typed) : file.row.version;
  return { action, version, autosave: draftAddress(action), back: typed && { typed, errors: isBack ? returned.errors : [] } };
}

function AnswerForms(parts: OrderPageParts) {
  const { c, file } = parts;
  const { back, version, action, autosave } = heldBy('answer', parts);
  const errors = back?.errors ?? [];
  const { row } = file;
  return (
    <Card tone="tinted" level={2} title={t('answer.title')}>
      <Paragraph>{t('answer.text', { date: formatDate(row.answerDueOn) })}</Paragraph>
      <Form action={action} idempotencyKey={c.submissionKey()} version={version} hidden={{ answer: 'accepted' }} label={t('answer.accept')}>
        <Button type="submit">{t('answer.accept')}</Button>
      </Form>
      <Details summary={t('answer.rejectTitle')} open={back !== undefined}>
        <Form
          action={action}
          idempotencyKey={c.submissionKey()}
          version={version}
          autosave={autosave}
          hidden={{ answer: 'rejected' }}
          label={t('answer.rejectTitle')}
        >
          <RadioGroup
            name="rejectReason"
            label={t('order.reasonLabel')}
            value={back?.typed.get('rejectReason') ?? ''}
            error={errorOf(errors, 'rejectReason')}
            choices={reasonsFor('rejected').map((code) => ({ value: code, label: t(`reason.${code}`) }))}
          />
          <TextArea
            name="rejectWords"
            label={t('order.wordsLabel')}
            hint={t('order.wordsHint')}
            value={back?.typed.get('rejectWords') ?? ''}
            error={errorOf(errors, 'rejectWords')}
            required={false}
            rows={3}
          />
          <Button type="submit" variant="danger">
            {t('answer.reject')}
          </Button>
        </Form>
      </Details>
    </Card>
  );
}

function DeliveryForm(parts: OrderPageParts) {
  const { c, file } = parts;
  const { back, action, autosave } = heldBy('delivery', parts);
  const { unit } = file.row.content;
  const lastWorker = file.deliveries.at(-1)?.worker ?? (c.actor.kind === 'user' ? c.actor.name : '');
  const first: Readonly<Record<string, string>> = { on: formatDate(c.today), quantity: '1', worker: lastWorker };
  const value = (name: string) => (back ? back.typed.get(name) : (first[name] ?? ''));
  return (
    <Card level={2} title={t('delivery.title')} tone={file.row.status === 'completed' ? 'quiet' : 'tinted'}>
      {file.row.status === 'accepted' ? <Notice>{t('delivery.firstText')}</Notice> : null}
      <Form action={action} idempotencyKey={c.submissionKey()} autosave={autosave} label={t('delivery.title')}>
        <DeliveryFields unit={unit} value={value} errors={back?.errors ?? []} />
        <Button type="submit">{t('delivery.save')}</Button>
      </Form>
    </Card>
  );
}

const words: Partial<Record<OrderStatus, 'hold' | 'resume' | 'complete' | 'fail' | 'giveBack'>> = {
  'on-hold': 'hold',
  'in-progress': 'resume',
  completed: 'complete',
  failed: 'fail',
  cancelled: 'giveBack',
};

/** What a provider may set beside answering. A service starts by its first delivery, not by a button. */
export function statesToChoose(from: OrderStatus): readonly OrderStatus[] {
  if (from === 'requested') return [];
  return nextOrderStatuses(from, 'target').filter(
    (to) => to in words && !(from === 'accepted' && (to === 'in-progress' || to === 'completed')),
  );
}

function StateForm(parts: OrderPageParts) {
  const { c, file } = parts;
  const { back, version, action, autosave } = heldBy('state', parts);
  const errors = back?.errors ?? [];
  const choices = statesToChoose(file.row.status);
  if (choices.length === 0) return null;
  const reasons = [...new Set(choices.flatMap((to) => (to === 'cancelled' ? [] : reasonsFor(to))))];
  return (
    <Details summary={t('state.title')} open={back !== undefined}>
      <Form action={action} idempotencyKey={c.submissionKey()} version={version} autosave={autosave} label={t('state.title')}>
        <RadioGroup
          name="to"
          label={t('state.to')}
          value={back?.typed.get('to') ?? ''}
          error={errorOf(errors, 'to')}
          choices={choices.flatMap((to) => {
            const word = words[to];
            return word ? [{ value: to, label: t(`state.${word}`) }] : [];
          })}
        />
        <SelectField
          name="stateReason"
          label={t('order.reasonLabel')}
          value={back?.typed.get('stateReason') ?? ''}
          error={errorOf(errors, 'stateReason')}
          required={false}
          options={reasons.map((code) => ({ value: code, label: t(`reason.${code}`) }))}
        />
        <TextArea
          name="stateWords"
          label={t('order.wordsLabel')}
          value={back?.typed.get('stateWords') ?? ''}
          error={errorOf(errors, 'stateWords')}
          required={false}
          rows={2}
        />
        <Button type="submit" variant="secondary">
          {t('state.save')}
        </Button>
      </Form>
    </Details>
  );
}
