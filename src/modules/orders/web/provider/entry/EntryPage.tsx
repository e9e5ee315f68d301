import { formatDate } from '#shared/polishDate.ts';
import { ProviderPage } from '#platform/html/index.ts';
import { FormFields, type CentreContext } from '#platform/http/index.ts';
import {
  Button,
  Card,
  comparedFields,
  ConflictNotice,
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
import type { OrderFile } from '../../../usecases/orderFile.ts';
import { amountInWords } from '../../words.ts';
import { DeliveryFields } from '../order/DeliveryFields.tsx';
import type { Said } from '../order/forms.ts';
import { addressOf, type OrderPlace } from '../orderPlace.ts';

const t = staffTexts.in('pl');
type Entry = OrderFile['deliveries'][number];

/** A form of the page that came back. `isLate`: somebody else confirmed or corrected the entry first. */
export interface Returned {
  readonly form: 'confirm' | 'correct';
  readonly typed: FormFields;
  readonly errors: readonly Said[];
  readonly isLate?: boolean;
}
interface Props {
  readonly c: CentreContext<object>;
  readonly place: OrderPlace;
  readonly file: OrderFile;
  readonly entry: Entry;
  readonly returned: Returned | undefined;
}
const day = (iso: string) => formatDate(Temporal.PlainDate.from(iso));

/** What a correction left: why the entry was taken back, and the entry written in its place, if one was. */
export function findCorrection({ deliveries }: OrderFile, { entryId }: Entry) {
  const at = deliveries.findIndex((each) => each.counters === entryId);
  const counter = deliveries[at];
  const next = deliveries[at + 1];
  if (!counter) return undefined;
  // One correction writes both, one after the other, at one moment.
  const isReplacement = next && next.counters === null && next.recordedAt === counter.recordedAt;
  return { counter, replacement: isReplacement ? next : undefined };
}

const typedOf = (entry: Entry): FormFields =>
  FormFields.from({
    on: day(entry.on),
    quantity: String(entry.quantity),
    hours: entry.minutes ? String(Math.floor(entry.minutes / 60)) : '',
    minutes: entry.minutes ? String(entry.minutes % 60) : '',
    worker: entry.worker,
    confirmedBy: entry.confirmation?.by ?? '',
    note: entry.note ?? '',
  });

/** One entry: who confirmed it, and how it really was. */
export function EntryPage({ c, place, file, entry, returned }: Props) {
  const late = returned?.isLate ? returned : undefined;
  return (
    <ProviderPage
      c={c}
      title={t('delivery.correctTitle', { date: day(entry.on) })}
      hasErrors={(returned?.errors.length ?? 0) > 0}
      width="narrow"
    >
      <Stack gap="lg">
        <Link href={addressOf(c, place)}>{t('order.title', { number: file.row.number })}</Link>
        <ErrorSummary errors={returned?.errors ?? []} />
        <Heading level={1}>{`${amountInWords(entry)}, ${day(entry.on)}`}</Heading>
        {late?.form === 'confirm' && entry.confirmation ? <ConfirmedMeanwhile mine={late.typed} theirs={entry.confirmation} /> : null}
        {findCorrection(file, entry) ? null : <Confirming {...{ c, place, file, entry, returned }} />}
        <Correcting {...{ c, place, file, entry, returned }} />
      </Stack>
    </ProviderPage>
  );
}

function Confirming({ c, place, entry, returned }: Props) {
  if (entry.confirmation)
    return (
      <Paragraph>{t('delivery.confirmed', { who: t(`confirmer.${entry.confirmation.by}`), date: day(entry.confirmation.on) })}</Paragraph>
    );
  const back = returned?.form === 'confirm' ? returned : undefined;
  return (
    <Card level={2} tone="tinted" title={t('delivery.confirm')}>
      <Form
        action={addressOf(c, place, `/wykonanie/${entry.entryId}/potwierdz`)}
        idempotencyKey={c.submissionKey()}
        label={t('delivery.confirm')}
      >
        <RadioGroup
          name="by"
          label={t('delivery.confirmedBy')}
          value={back?.typed.get('by') ?? ''}
          error={errorOf(back?.errors ?? [], 'by')}
          choices={confirmers.map((each) => ({ value: each, label: t(`confirmer.${each}`) }))}
        />
        <DateField
          name="confirmedOn"
          label={t('delivery.on')}
          value={back?.typed.get('confirmedOn') ?? formatDate(c.today)}
          error={errorOf(back?.errors ?? [], 'confirmedOn')}
        />
        <Button type="submit">{t('delivery.confirm')}</Button>
      </Form>
    </Card>
  );
}

/** The correction. When somebody else corrected first, it goes on from the entry they left, or becomes a new one. */
function Correcting({ c, place, file, entry, returned }: Props) {
  const back = returned?.form === 'correct' ? returned : undefined;
  const meanwhile = findCorrection(file, entry);
  const current = meanwhile ? meanwhile.replacement : entry;
  const shown = back?.typed ?? typedOf(current ?? entry);
  const value = (name: string) => (back || (name !== 'note' && name !== 'confirmedBy') ? shown.get(name) : '');
  const errors = back?.errors ?? [];
  const fields = DeliveryFields({ unit: file.row.content.unit, value, errors });
  const title = current ? t('delivery.correctTitle', { date: day(current.on) }) : t('delivery.title');
  const address = current ? `/wykonanie/${current.entryId}/popraw` : '/wykonanie';
  return (
    <>
      {meanwhile && back ? <CorrectedMeanwhile drawn={fields} mine={back.typed} {...meanwhile} /> : null}
      <Card level={2} title={title}>
        {current ? <Lead>{t('delivery.correctLead', { amount: amountInWords(current) })}</Lead> : <Lead>{t('delivery.goneLead')}</Lead>}
        {current && file.closedMonths.includes(current.month) ? <Notice>{t('delivery.closedMonth')}</Notice> : null}
        <Form action={addressOf(c, place, address)} idempotencyKey={c.submissionKey()} label={title}>
          {current ? (
            <>
              <TextField name="why" label={t('delivery.correctReason')} value={value('why')} error={errorOf(errors, 'why')} width="full" />
              <RadioGroup
                name="kind"
                label={t('delivery.correctKind')}
                value={back ? value('kind') : 'replace'}
                error={errorOf(errors, 'kind')}
                choices={[
                  { value: 'replace', label: t('delivery.correctReplace') },
                  { value: 'remove', label: t('delivery.correctRemove') },
                ]}
              />
            </>
          ) : null}
          {fields}
          <Button type="submit">{t(current ? 'delivery.correctSave' : 'delivery.save')}</Button>
        </Form>
      </Card>
    </>
  );
}

function ConfirmedMeanwhile({ mine, theirs }: { readonly mine: FormFields; readonly theirs: NonNullable<Entry['confirmation']> }) {
  const by = confirmers.find((each) => each === mine.get('by'));
  return (
    <ConflictNotice
      lead={t('delivery.confirmedFirst')}
      fields={[
        { label: t('delivery.confirmedBy'), mine: by ? t(`confirmer.${by}`) : '', theirs: t(`confirmer.${theirs.by}`) },
        { label: t('delivery.on'), mine: mine.get('confirmedOn'), theirs: day(theirs.on) },
      ]}
    />
  );
}

function CorrectedMeanwhile({
  drawn,
  mine,
  counter,
  replacement,
}: {
  readonly drawn: Parameters<typeof comparedFields>[0];
  readonly mine: FormFields;
  readonly counter: Entry;
  readonly replacement: Entry | undefined;
}) {
  const kind = (isReplaced: boolean) => t(isReplaced ? 'delivery.correctReplace' : 'delivery.correctRemove');
  const isReplaced = mine.get('kind') !== 'remove';
  return (
    <ConflictNotice
      lead={t(replacement ? 'delivery.correctedFirst' : 'delivery.removedFirst')}
      fields={[
        { label: t('delivery.correctReason'), mine: mine.get('why').trim(), theirs: counter.note ?? '' },
        { label: t('delivery.correctKind'), mine: kind(isReplaced), theirs: kind(replacement !== undefined) },
        ...(isReplaced ? comparedFields(drawn, mine, replacement ? typedOf(replacement) : FormFields.from({})) : []),
      ]}
    />
  );
}
