import { formatDate } from '#shared/polishDate.ts';
import { isUuid } from '#shared/uuid.ts';
import { z } from 'zod';
import {
  audits,
  centreDoor,
  NotFound,
  page,
  readForm,
  redirect,
  type CentreContext,
  type Door,
  type FormFields,
} from '#platform/http/index.ts';
import { choice, day, optionalText, text } from '#platform/http/fields.ts';
import { ProviderPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  DateField,
  ErrorSummary,
  errorOf,
  Form,
  Heading,
  Lead,
  Link,
  Notice,
  Paragraph,
  RadioGroup,
  Stack,
  TextField,
} from '#ui/index.ts';
import { confirmers } from '../../../domain/deliveries.ts';
import { staffTexts } from '../../../texts/texts.ts';
import { confirmDelivered, correctDelivered, type DeliveredInput } from '../../../usecases/deliveries.ts';
import { getOrder } from '../../../usecases/orderFile.ts';
import { amountInWords } from '../../words.ts';
import { findLinkOver } from '../link/doors.tsx';
import { DeliveryFields } from '../order/DeliveryFields.tsx';
import { readDelivered, sayErrors, sayRefusals, type Said } from '../order/forms.ts';
import { addressOf, orderIdOf, type OrderPlace } from '../orderPlace.ts';

const t = staffTexts.in('pl');
type C = CentreContext<object>;
interface Returned {
  readonly form: 'confirm' | 'correct';
  readonly typed: FormFields;
  readonly errors: readonly Said[];
}

const entryIdOf = (c: C): string => {
  const id = (c.params as Readonly<Record<string, string>>)['entryId'] ?? '';
  if (!isUuid(id)) throw new NotFound('entry');
  return id;
};

async function draw(c: C, place: OrderPlace, returned?: Returned) {
  const file = await getOrder(c.scope, orderIdOf(c));
  const entry = file.deliveries.find((each) => each.entryId === entryIdOf(c));
  const isReversed = file.deliveries.some((each) => each.counters === entry?.entryId);
  // Who was typing while somebody else corrected the entry is told so and keeps what was typed.
  if (!entry || entry.counters !== null || (isReversed && !returned)) throw new NotFound('entry');
  c.concerns({ caseId: file.row.caseId, personId: file.row.personId, detail: { order: file.row.number } });
  const { unit } = file.row.content;
  const date = formatDate(Temporal.PlainDate.from(entry.on));
  const back = (form: Returned['form']) => (returned?.form === form ? returned : undefined);
  const first: Readonly<Record<string, string>> = {
    on: date,
    quantity: String(entry.quantity),
    hours: entry.minutes ? String(Math.floor(entry.minutes / 60)) : '',
    minutes: entry.minutes ? String(entry.minutes % 60) : '',
    worker: entry.worker,
  };
  const correcting = back('correct');
  const value = (name: string) => (correcting ? correcting.typed.get(name) : (first[name] ?? ''));
  const errors = correcting?.errors ?? [];
  const confirming = back('confirm')?.errors ?? [];
  const title = t('delivery.correctTitle', { date });
  const here = addressOf(c, place, `/wykonanie/${entry.entryId}`);
  return (
    <ProviderPage c={c} title={title} hasErrors={(returned?.errors.length ?? 0) > 0} width="narrow">
      <Stack gap="lg">
        <Link href={addressOf(c, place)}>{t('order.title', { number: file.row.number })}</Link>
        <ErrorSummary errors={returned?.errors ?? []} />
        <Heading level={1}>{`${amountInWords(entry)}, ${date}`}</Heading>
        {entry.confirmation ? (
          <Paragraph>
            {t('delivery.confirmed', {
              who: t(`confirmer.${entry.confirmation.by}`),
              date: formatDate(Temporal.PlainDate.from(entry.confirmation.on)),
            })}
          </Paragraph>
        ) : (
          <Card level={2} tone="tinted" title={t('delivery.confirm')}>
            <Form action={`${here}/potwierdz`} idempotencyKey={c.submissionKey()} label={t('delivery.confirm')}>
              <RadioGroup
                name="by"
                label={t('delivery.confirmedBy')}
                value={back('confirm')?.typed.get('by') ?? ''}
                error={errorOf(confirming, 'by')}
                choices={confirmers.map((each) => ({ value: each, label: t(`confirmer.${each}`) }))}
              />
              <DateField
                name="confirmedOn"
                label={t('delivery.on')}
                value={back('confirm')?.typed.get('confirmedOn') ?? formatDate(c.today)}
                error={errorOf(confirming, 'confirmedOn')}
              />
              <Button type="submit">{t('delivery.confirm')}</Button>
            </Form>
          </Card>
        )}
        <Card level={2} title={title}>
          <Lead>{t('delivery.correctLead', { amount: amountInWords(entry) })}</Lead>
          {file.closedMonths.includes(entry.month) ? <Notice>{t('delivery.closedMonth')}</Notice> : null}
          <Form action={`${here}/popraw`} idempotencyKey={c.submissionKey()} label={title}>
            <TextField name="why" label={t('delivery.correctReason')} value={value('why')} error={errorOf(errors, 'why')} width="full" />
            <RadioGroup
              name="kind"
              label={t('delivery.correctKind')}
              value={correcting ? value('kind') : 'replace'}
              error={errorOf(errors, 'kind')}
              choices={[
                { value: 'replace', label: t('delivery.correctReplace') },
                { value: 'remove', label: t('delivery.correctRemove') },
              ]}
            />
            <DeliveryFields unit={unit} value={value} errors={errors} />
            <Button type="submit">{t('delivery.correctSave')}</Button>
          </Form>
        </Card>
      </Stack>
    </ProviderPage>
  );
}

const confirmForm = z.object({ by: choice(confirmers), confirmedOn: day() });
const correctForm = z.object({ why: text(2000), kind: choice(['replace', 'remove']), note: optionalText(2000) });

/** The doors of one entry: who confirmed it, and how it really was. */
export function entryDoors(place: OrderPlace): readonly Door[] {
  const { path, may } = place;
  return [
    centreDoor({
      method: 'GET',
      path: `${path}/wykonanie/:entryId`,
      may,
      audit: audits('orders.own.read'),
      handle: async (c) => (await findLinkOver(c, place)) ?? page(await draw(c, place)),
    }),
    centreDoor({
      method: 'POST',
      path: `${path}/wykonanie/:entryId/potwierdz`,
      may,
      audit: audits('orders.delivery.confirmed'),
      async handle(c) {
        const over = await findLinkOver(c, place);
        if (over) return over;
        const read = readForm(confirmForm, c.fields);
        if (!read.ok) return page(await draw(c, place, { form: 'confirm', typed: c.fields, errors: sayErrors(read.errors) }), 422);
        const { row } = await getOrder(c.scope, orderIdOf(c));
        const done = await confirmDelivered(c.scope, row.id, { entryId: entryIdOf(c), by: read.value.by, on: read.value.confirmedOn });
        if (!done.ok) {
          const fields = { 'date-in-future': 'confirmedOn', 'confirmed-before-delivery': 'confirmedOn' };
          return page(
            await draw(c, place, { form: 'confirm', typed: c.fields, errors: sayRefusals(done.refusal, row.content.unit, fields) }),
            422,
          );
        }
        c.concerns({ caseId: row.caseId, personId: row.personId, detail: { order: row.number } });
        return redirect(addressOf(c, place), t('delivery.confirmedNotice'));
      },
    }),
    centreDoor({
      method: 'POST',
      path: `${path}/wykonanie/:entryId/popraw`,
      may,
      audit: audits('orders.delivery.corrected'),
      async handle(c) {
        const over = await findLinkOver(c, place);
        if (over) return over;
        const { row } = await getOrder(c.scope, orderIdOf(c));
        const read = readForm(correctForm, c.fields);
        const isReplaced = c.fields.get('kind') !== 'remove';
        const replacement = isReplaced ? readDelivered(c.fields, row.content.unit) : null;
        const errors = [...(read.ok ? [] : read.errors), ...(replacement && !replacement.ok ? replacement.errors : [])];
        if (!read.ok || (replacement && !replacement.ok))
          return page(await draw(c, place, { form: 'correct', typed: c.fields, errors: sayErrors(errors) }), 422);
        const wanted: DeliveredInput | null = replacement ? replacement.value : null;
        const done = await correctDelivered(c.scope, row.id, { entryId: entryIdOf(c), reason: read.value.why, replacement: wanted });
        if (!done.ok) {
          return page(await draw(c, place, { form: 'correct', typed: c.fields, errors: sayRefusals(done.refusal, row.content.unit) }), 422);
        }
        c.concerns({ caseId: row.caseId, personId: row.personId, detail: { order: row.number } });
        return redirect(addressOf(c, place), t('delivery.corrected'));
      },
    }),
  ];
}
