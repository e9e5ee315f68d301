import { formatDate } from '#shared/polishDate.ts';
import type { CentreContext, FormFields } from '#platform/http/index.ts';
import { ProviderPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  ConflictNotice,
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
import { OrderFacts, OrderHistory, StatusTag } from '../../OrderFacts.tsx';
import { statusInWords } from '../../words.ts';
import { addressOf, type OrderPlace } from '../orderPlace.ts';
import { DeliveryFields } from './DeliveryFields.tsx';
import { DeliveryList } from './DeliveryList.tsx';
import type { Said } from './forms.ts';

const t = staffTexts.in('pl');

export interface OrderPageParts {
  readonly c: CentreContext<object>;
  readonly place: OrderPlace;
  readonly file: OrderFile;
  /** What came back with mistakes: which form, what was typed, what is wrong. */
  readonly returned?: { readonly form: 'answer' | 'delivery' | 'state'; readonly typed: FormFields; readonly errors: readonly Said[] };
  /** The status somebody wanted to set when another was faster. */
  readonly wanted?: OrderStatus;
}

/** One order as its provider works on it: answer it, read what is to be done, write down what was. */
export function OrderPage({ c, place, file, returned, wanted }: OrderPageParts) {
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
        {wanted ? (
          <ConflictNotice fields={[{ label: t('answer.conflict'), mine: statusInWords(wanted), theirs: statusInWords(row.status) }]} />
        ) : null}
        <ErrorSummary errors={errors} />
        <PageHeader actions={<StatusTag file={file} />}>
          <Heading level={1} caption={title}>
            {row.content.serviceName}
          </Heading>
        </PageHeader>
        {mayAnswer ? <AnswerForms c={c} place={place} file={file} returned={returned} /> : null}
        {takesDeliveries(row) ? <DeliveryForm c={c} place={place} file={file} returned={returned} /> : null}
        <OrderFacts file={file} />
        {takesDeliveries(row) || file.deliveries.length > 0 ? (
          <DeliveryList file={file} editHref={takesDeliveries(row) ? (id) => addressOf(c, place, `/wykonanie/${id}`) : null} />
        ) : null}
        <StateForm c={c} place={place} file={file} returned={returned} />
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

type FormParts = Pick<OrderPageParts, 'c' | 'place' | 'file'> & { readonly returned: OrderPageParts['returned'] | undefined };
const returnedTo = (form: 'answer' | 'delivery' | 'state', returned: OrderPageParts['returned'] | undefined) =>
  returned?.form === form ? returned : undefined;

function AnswerForms({ c, place, file, returned }: FormParts) {
  const back = returnedTo('answer', returned);
  const errors = back?.errors ?? [];
  const { row } = file;
  return (
    <Card tone="tinted" level={2} title={t('answer.title')}>
      <Paragraph>{t('answer.text', { date: formatDate(row.answerDueOn) })}</Paragraph>
      <Form
        action={addressOf(c, place, '/odpowiedz')}
        idempotencyKey={c.submissionKey()}
        version={row.version}
        hidden={{ answer: 'accepted' }}
        label={t('answer.accept')}
      >
        <Button type="submit">{t('answer.accept')}</Button>
      </Form>
      <Details summary={t('answer.rejectTitle')} open={back !== undefined}>
        <Form
          action={addressOf(c, place, '/odpowiedz')}
          idempotencyKey={c.submissionKey()}
          version={row.version}
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

function DeliveryForm({ c, place, file, returned }: FormParts) {
  const back = returnedTo('delivery', returned);
  const { unit } = file.row.content;
  const lastWorker = file.deliveries.at(-1)?.worker ?? (c.actor.kind === 'user' ? c.actor.name : '');
  const first: Readonly<Record<string, string>> = { on: formatDate(c.today), quantity: '1', worker: lastWorker };
  const value = (name: string) => (back ? back.typed.get(name) : (first[name] ?? ''));
  return (
    <Card level={2} title={t('delivery.title')} tone={file.row.status === 'completed' ? 'quiet' : 'tinted'}>
      {file.row.status === 'accepted' ? <Notice>{t('delivery.firstText')}</Notice> : null}
      <Form action={addressOf(c, place, '/wykonanie')} idempotencyKey={c.submissionKey()} label={t('delivery.title')}>
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

function StateForm({ c, place, file, returned }: FormParts) {
  const back = returnedTo('state', returned);
  const errors = back?.errors ?? [];
  const choices = statesToChoose(file.row.status);
  if (choices.length === 0) return null;
  const reasons = [...new Set(choices.flatMap((to) => (to === 'cancelled' ? [] : reasonsFor(to))))];
  return (
    <Details summary={t('state.title')} open={back !== undefined}>
      <Form action={addressOf(c, place, '/stan')} idempotencyKey={c.submissionKey()} version={file.row.version} label={t('state.title')}>
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
