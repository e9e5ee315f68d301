import { audits, auditsNothing, centreDoor, page, redirect, type CentreContext, type Reply } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  DefinitionGrid,
  EmptyState,
  ErrorSummary,
  Form,
  FormActions,
  Heading,
  KeysetPager,
  Lead,
  Link,
  Notice,
  Paragraph,
  Stack,
  Table,
  Tag,
} from '#ui/index.ts';
import { rolesOf } from '#shared/actor.ts';
import { formatInstant } from '#shared/polishDate.ts';
import { isUuid } from '#shared/uuid.ts';
import { mayDecide, maySeeQueues, maySetRules } from '../../policy.ts';
import { qualificationTexts } from '../../texts/words.ts';
import { offerPlace } from '../../usecases/decideService.ts';
import { getQueue, hasOffer, listQueues, type QueueCursor, type Waiting } from '../../usecases/lists.ts';
import { freeInWords, takenInWords } from './queueWords.ts';
import { reasonsInWords } from './refusals.ts';

type Context = CentreContext<{ readonly serviceId: string }>;
const t = qualificationTexts.in('pl');

export const queuesDoor = centreDoor({
  method: 'GET',
  path: '/praca/kolejki',
  may: maySeeQueues,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const queues = await listQueues(c.scope);
    return page(
      <StaffPage c={c} title={t('queues.title')} crumbs={[{ label: t('queues.title') }]}>
        <Heading level={1}>{t('queues.title')}</Heading>
        <Lead>{t('queues.lead')}</Lead>
        <Table
          caption={t('queues.title')}
          captionHidden
          rows={queues}
          empty={<EmptyState title={t('queues.empty')}>{t('queues.emptyText')}</EmptyState>}
          columns={[
            {
              key: 'service',
              label: t('queues.service'),
              rowHeader: true,
              cell: (row) => (
                <>
                  <Link href={c.at(`/praca/kolejki/${row.service.id}`)}>{row.service.name}</Link>{' '}
                  {hasOffer(row) ? <Tag tone="success">{t('queues.canOffer')}</Tag> : null}
                </>
              ),
            },
            { key: 'limit', label: t('queues.limit'), numeric: true, cell: (row) => row.rule.placeLimit ?? t('queues.noLimit') },
            { key: 'taken', label: t('queues.taken'), numeric: true, cell: (row) => takenInWords(row) },
            { key: 'free', label: t('queues.free'), numeric: true, cell: (row) => freeInWords(row) },
            { key: 'waiting', label: t('queues.waiting'), numeric: true, cell: (row) => row.waiting },
            { key: 'longest', label: t('queues.longest'), cell: (row) => (row.firstFiledAt ? formatInstant(row.firstFiledAt) : '–') },
          ]}
        />
      </StaffPage>,
    );
  },
});

/** The row beside which a page of the list begins; an address that cannot be read leads to the beginning. */
function readCursor(query: URLSearchParams): QueueCursor | null {
  const back = query.has('przed');
  const [filedAt = '', caseId = ''] = (query.get(back ? 'przed' : 'po') ?? '').split('~');
  try {
    Temporal.Instant.from(filedAt);
  } catch {
    return null;
  }
  return /^\d{4}-/.test(filedAt) && isUuid(caseId) ? { filedAt, caseId, back } : null;
}
const addressBeside = (own: string, side: 'przed' | 'po', { filedAt, caseId }: Waiting) =>
  `${own}?${new URLSearchParams({ [side]: `${filedAt.toString()}~${caseId}` }).toString()}`;

async function showQueue(c: Context, status: 200 | 409 | 422 = 200, errors: readonly string[] = []): Promise<Reply> {
  const { serviceId } = c.params;
  const asked = await getQueue(c.scope, serviceId, { cursor: readCursor(c.query) });
  // Whoever stood there may have left since.
  const queue = asked.waiting.length === 0 && asked.total > 0 ? await getQueue(c.scope, serviceId) : asked;
  for (const { caseId, personId } of queue.waiting) c.concerns({ caseId, personId });
  const own = c.at(`/praca/kolejki/${serviceId}`);
  const [top] = queue.waiting;
  const bottom = queue.waiting.at(-1);
  const first = top?.position === 1 ? top : undefined;
  const said = errors.map((message) => ({ message }));
  const mayOffer = mayDecide.allows(c.actor).allowed && rolesOf(c.actor).length > 0;
  return page(
    <StaffPage
      c={c}
      title={t('queues.listTitle', { service: queue.service.name })}
      hasErrors={errors.length > 0}
      crumbs={[{ label: t('queues.title'), href: c.at('/praca/kolejki') }, { label: queue.service.name }]}
    >
      {said.length > 0 ? <ErrorSummary errors={said} /> : null}
      <Heading level={1}>{t('queues.listTitle', { service: queue.service.name })}</Heading>
      <Stack gap="lg">
        <DefinitionGrid
          items={[
            { term: t('queues.limit'), value: queue.rule.placeLimit === null ? t('queues.noLimit') : String(queue.rule.placeLimit) },
            { term: t('queues.taken'), value: queue.isKept ? String(queue.taken) : '–' },
            { term: t('queues.free'), value: queue.free === null || !queue.isKept ? '–' : String(queue.free) },
            { term: t('queues.waiting'), value: String(queue.total) },
          ]}
        />
        {!queue.isKept && queue.service.vacancy ? (
          <Notice tone="warning">
            {t('queues.typed', {
              free: queue.service.vacancy.free,
              date: formatInstant(Temporal.Instant.from(queue.service.vacancy.asOf)),
            })}
          </Notice>
        ) : null}
        {maySetRules.allows(c.actor).allowed ? (
          <Paragraph>
            <Link href={`${own}/zasady`}>{t('queues.rules')}</Link>
          </Paragraph>
        ) : null}
        {first && !queue.isInForce ? <Notice tone="warning">{t('queues.ended')}</Notice> : null}
        {first && queue.isInForce && queue.free === 0 ? <Notice tone="info">{t('queues.noFree')}</Notice> : null}
        {first && queue.isInForce && queue.free !== 0 && mayOffer ? (
          <Card tone="tinted">
            <Form action={`${own}/zaproponuj`} idempotencyKey={c.submissionKey()} hidden={{ caseId: first.caseId }}>
              <Paragraph>{t('queues.offerLead', { free: queue.free ?? '–', name: first.name, number: first.caseNumber })}</Paragraph>
              <FormActions>
                <Button type="submit">{t('queues.offer')}</Button>
              </FormActions>
            </Form>
          </Card>
        ) : null}
        <Table
          caption={t('queues.listTitle', { service: queue.service.name })}
          captionHidden
          rows={queue.waiting}
          empty={<EmptyState title={t('queues.nobody')}>{t('queues.nobodyText')}</EmptyState>}
          columns={[
            { key: 'position', label: t('queues.position'), numeric: true, cell: (row) => row.position },
            {
              key: 'person',
              label: t('queues.person'),
              rowHeader: true,
              cell: (row) => <Link href={c.at(`/praca/sprawy/${row.caseId}/kwalifikacja/${serviceId}`)}>{row.name}</Link>,
            },
            { key: 'case', label: t('queues.case'), plain: true, cell: (row) => row.caseNumber },
            { key: 'filed', label: t('queues.filed'), cell: (row) => formatInstant(row.filedAt) },
            { key: 'since', label: t('queues.since'), cell: (row) => formatInstant(row.since) },
          ]}
        />
        {top && bottom && queue.total > queue.waiting.length ? (
          <KeysetPager
            {...(top.position > 1 && { previous: addressBeside(own, 'przed', top) })}
            {...(bottom.position < queue.total && { next: addressBeside(own, 'po', bottom) })}
            shown={t('queues.shown', { from: top.position, to: bottom.position, total: queue.total })}
          />
        ) : null}
      </Stack>
    </StaffPage>,
    status,
  );
}

export const queueDoor = centreDoor({
  method: 'GET',
  path: '/praca/kolejki/:serviceId',
  may: maySeeQueues,
  audit: audits('qualification.queue.read'),
  handle: (c) => showQueue(c),
});

export const offerNextDoor = centreDoor({
  method: 'POST',
  path: '/praca/kolejki/:serviceId/zaproponuj',
  may: mayDecide,
  audit: audits('qualification.place.offered'),
  async handle(c) {
    const { serviceId } = c.params;
    const queue = await getQueue(c.scope, serviceId);
    const [first] = queue.waiting;
    // The button named a person: nobody else gets the place by it.
    if (!first || first.caseId !== c.fields.get('caseId')) return showQueue(c, 409, [t('queues.changed')]);
    const done = await offerPlace(c.scope, { caseId: first.caseId, serviceId, version: null });
    if (!done.ok) return showQueue(c, 409, reasonsInWords(done.refusal));
    c.concerns({ caseId: first.caseId, personId: first.personId });
    return redirect(c.at(`/praca/kolejki/${serviceId}`), t('queues.done', { name: first.name }));
  },
});
