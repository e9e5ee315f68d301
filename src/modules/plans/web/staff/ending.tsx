import { z } from 'zod';
import { audits, type CentreScope } from '#platform/http/index.ts';
import { choice, day, optionalText, tick } from '#platform/http/fields.ts';
import { Checkbox, DateField, Link, List, Notice, Paragraph, RadioGroup } from '#ui/index.ts';
import type { CaseView } from '#modules/cases/index.ts';
import { mayEndCases } from '../../policy.ts';
import { planStaffTexts } from '../../texts/index.ts';
import { closeCase } from '../../usecases/followCase.ts';
import { endings, foreseeEnding, listEndings, type Ending, type ForeseenEnding } from '../../usecases/foreseeEnding.ts';
import { caseFormDoors } from './caseForm.tsx';
import { noteField } from './noteField.tsx';
import { day as dayInWords, dayInField, refusalInWords } from './inWords.ts';

const t = planStaffTexts.in('pl');
const schema = z.object({ powod: choice(endings), dzien: day(), uwagi: optionalText(5000), wiem: tick() });

interface Loaded {
  readonly possible: readonly Ending[];
  foresee(ending: Ending, occurredOn: string): ForeseenEnding;
}

/** Everything that may stand against an ending is about its day or its reason. */
const fieldOf = ({ code }: { readonly code: string }) =>
  code === 'date-in-future' || code.startsWith('ended-before-') ? 'dzien' : 'powod';

/** Whether the services can be called done only after somebody ends their orders. */
const isHeldByOrders = ({ foresee }: Loaded, today: Temporal.PlainDate) =>
  foresee('done', today.toString()).against.some((each) => each.code === 'orders-open');

/** The end of a case: its consequences are read before it is confirmed. */
export const endingDoors = caseFormDoors<typeof schema, Loaded>({
  path: '/zakonczenie',
  may: mayEndCases,
  reads: audits('plans.ending.read'),
  writes: audits('plans.ending.recorded'),
  command: 'close',
  danger: true,
  schema,
  submit: t('ending.submit'),
  check: t('ending.check'),
  title: () => t('ending.title'),
  lead: () => t('ending.lead'),
  load: async (scope: CentreScope, view: CaseView) => ({ possible: listEndings(scope, view), foresee: await foreseeEnding(scope, view) }),
  initial: (_loaded, _view, today) => ({ powod: '', dzien: dayInField(today), uwagi: '', wiem: '' }),
  Fields: (form) => (
    <>
      <RadioGroup
        name="powod"
        label={t('ending.ending')}
        value={form.value('powod')}
        error={form.error('powod')}
        choices={form.loaded.possible.map((value) => ({
          value,
          label: t(`ending.${value}`),
          ...(value === 'done' && isHeldByOrders(form.loaded, form.today) && { hint: t('ending.doneHint') }),
        }))}
      />
      <DateField
        name="dzien"
        label={t('ending.occurredOn')}
        hint={t('ending.occurredHint')}
        value={form.value('dzien')}
        error={form.error('dzien')}
      />
      {noteField(form, t('ending.note'))}
    </>
  ),
  recorded: (event) =>
    event.type === 'closed'
      ? { powod: event.data.ending, dzien: dayInField(event.data.occurredOn), uwagi: event.data.note ?? '' }
      : undefined,
  preview: (value, loaded, view) => {
    const foreseen = loaded.foresee(value.powod, value.dzien.toString());
    if (foreseen.against.length > 0) return <Obstacles foreseen={foreseen} view={view} />;
    return (
      <>
        <Consequences foreseen={foreseen} title={t('ending.consequences', endingInWords(value))} />
        <Checkbox name="wiem" label={t('ending.confirm', endingInWords(value))} checked={value.wiem} required />
      </>
    );
  },
  confirmation: {
    field: 'wiem',
    of: ({ powod, dzien }) => `${powod} ${dzien.toString()}`,
    changed: { field: 'wiem', message: t('ending.changed') },
  },
  against: (value, loaded) =>
    loaded.foresee(value.powod, value.dzien.toString()).against.map((each) => ({ message: refusalInWords(each), field: fieldOf(each) })),
  problems: (value) => (value.wiem ? [] : [{ field: 'wiem', message: t('ending.confirmMissing') }]),
  act: (scope, caseId, version, value) =>
    closeCase(scope, caseId, version, { ending: value.powod, occurredOn: value.dzien, note: value.uwagi }),
  fieldOf,
  done: () => t('ending.closed'),
});

/** What must be done first, with the way to it: whoever ends a case may not be the one who ends its orders. */
function Obstacles({
  foreseen: { against, serviceNames, addressOfOrder },
  view,
}: {
  readonly foreseen: ForeseenEnding;
  readonly view: CaseView;
}) {
  const open = new Set(against.flatMap((each) => (each.code === 'orders-open' ? each.orderIds : [])));
  const orders = view.state.orders.filter((order) => open.has(order.orderId));
  return (
    <Notice tone="warning" title={t('ending.cannot')}>
      <List
        items={[
          ...against.map((each) => refusalInWords(each)),
          ...orders.map(({ orderId, serviceId }) => (
            <Link href={addressOfOrder(orderId)}>{t('ending.order', { service: serviceNames.get(serviceId) ?? serviceId })}</Link>
          )),
        ]}
      />
    </Notice>
  );
}

const endingInWords = ({ powod, dzien }: z.output<typeof schema>) => ({ ending: t(`ending.${powod}`), date: dayInWords(dzien.toString()) });

function Consequences({ foreseen, title }: { readonly foreseen: ForeseenEnding; readonly title: string }) {
  const names = (ids: readonly string[]) => ids.map((id) => foreseen.serviceNames.get(id) ?? id).join(', ');
  const { ordersToCancel, placesToFree, queuesToLeave, feesStopOn } = foreseen;
  const items = [
    ...(ordersToCancel.length > 0 ? [t('ending.orders', { count: ordersToCancel.length })] : []),
    ...(placesToFree.length > 0 ? [t('ending.places', { names: names(placesToFree) })] : []),
    ...(queuesToLeave.length > 0 ? [t('ending.queues', { names: names(queuesToLeave) })] : []),
    ...(feesStopOn ? [t('ending.fees', { date: dayInWords(feesStopOn) })] : []),
  ];
  return (
    <Notice tone="warning" title={title}>
      {items.length > 0 ? <List items={items} /> : <Paragraph>{t('ending.nothing')}</Paragraph>}
    </Notice>
  );
}
