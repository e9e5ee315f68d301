import { formatDate, formatInstant } from '#shared/polishDate.ts';
import { formatPhone, parsePhone } from '#shared/phone.ts';
import { frameTexts } from '#platform/html/index.ts';
import { DefinitionGrid, Heading, Link, List, Notice, Paragraph, ProgressBar, Section, Stack, Tag, Timeline } from '#ui/index.ts';
import { staffTexts } from '../texts/texts.ts';
import type { OrderFile } from '../usecases/orderFile.ts';
import { measuredInWords, pauseInWords, stateOf, statusInWords, toneOf } from './words.ts';

const t = staffTexts.in('pl');

export function phoneInWords(typed: string | null): string | null {
  const read = typed ? parsePhone(typed) : null;
  return read?.ok ? formatPhone(read.value) : typed;
}

/** A number that a telephone can call when it is pressed. */
function Phone({ typed }: { readonly typed: string }) {
  const read = parsePhone(typed);
  return read.ok ? <Link href={`tel:${read.value}`}>{formatPhone(read.value)}</Link> : <>{typed}</>;
}

export function periodInWords(from: Temporal.PlainDate, to: Temporal.PlainDate | null): string {
  return to ? t('order.periodClosed', { from: formatDate(from), to: formatDate(to) }) : t('order.periodOpen', { from: formatDate(from) });
}

export function StatusTag({ file }: { readonly file: Pick<OrderFile, 'order'> }) {
  const { status, statusReason } = file.order;
  return <Tag tone={toneOf(status)}>{statusInWords(stateOf({ status, reasonCode: statusReason?.code }))}</Tag>;
}

/** Says beside the heading for which days nobody should come. */
export function PauseNotice({ file, today }: { readonly file: Pick<OrderFile, 'row'>; readonly today: Temporal.PlainDate }) {
  const pause = pauseInWords(file.row, today);
  return pause ? (
    <Notice tone="warning" title={t('pause.title')}>
      {pause.text}
    </Notice>
  ) : null;
}

/** How much of each limit is used today. */
export function Usage({ file }: { readonly file: OrderFile }) {
  const { unit } = file.row.content;
  if (file.usage.length === 0) return <Paragraph>{t('usage.none')}</Paragraph>;
  return (
    <Stack gap="sm">
      {file.usage.map(({ limit, used, left }) => {
        const say = (figure: number) => measuredInWords(limit, unit, figure);
        if (limit.per === 'use') return <Paragraph>{t('usage.atMost', { most: say(limit.most), per: t('per.use') })}</Paragraph>;
        return (
          <ProgressBar
            label={t('usage.left', { left: say(left) })}
            value={used}
            max={Math.max(limit.most, 1)}
            text={t('usage.line', { used: say(used), most: say(limit.most), per: t(`per.${limit.per}`) })}
          />
        );
      })}
    </Stack>
  );
}

/** What is asked for and for whom: the whole of what a provider learns. */
export function OrderFacts({ file }: { readonly file: OrderFile }) {
  const { content, startsOn, endsOn } = file.row;
  const { contactPerson, recipient } = content;
  return (
    <>
      <Section labelledBy="komu">
        <Heading level={2} id="komu">
          {t('order.whom')}
        </Heading>
        <DefinitionGrid
          items={[
            { term: t('order.person'), value: <strong>{recipient.name}</strong> },
            ...(recipient.address ? [{ term: t('order.address'), value: recipient.address }] : []),
            ...(recipient.phone ? [{ term: t('order.phone'), value: <Phone typed={recipient.phone} /> }] : []),
            ...(contactPerson
              ? [
                  {
                    term: t('order.contact'),
                    value: (
                      <>
                        {contactPerson.name}
                        {contactPerson.relation ? ` (${contactPerson.relation})` : ''}
                        {contactPerson.phone ? ', ' : ''}
                        {contactPerson.phone ? <Phone typed={contactPerson.phone} /> : null}
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
        <Heading level={3}>{t('order.need')}</Heading>
        {content.needToKnow.length > 0 ? <List items={content.needToKnow} /> : <Paragraph>{t('order.needNone')}</Paragraph>}
      </Section>
      <Section labelledBy="co">
        <Heading level={2} id="co">
          {t('order.what')}
        </Heading>
        <DefinitionGrid
          items={[
            { term: t('order.scope'), value: content.scope, wide: true },
            { term: t('order.period'), value: periodInWords(startsOn, endsOn) },
            ...(content.place ? [{ term: t('order.place'), value: content.place }] : []),
            ...(content.schedule ? [{ term: t('order.schedule'), value: content.schedule }] : []),
            ...(content.fee ? [{ term: t('order.fee'), value: content.fee }] : []),
          ]}
        />
        <Heading level={3}>{t('order.limits')}</Heading>
        <Usage file={file} />
      </Section>
    </>
  );
}

const roleWords = frameTexts.in('pl');
function whoInWords({ role, id }: OrderFile['events'][number]['actor']): string {
  if (role === 'system') return t('order.program');
  return id === null ? t('order.byLink') : roleWords(`role.${role}`);
}

/** What happened to the order, the newest first. `names` are those of staff; providers see roles only. */
export function OrderHistory({ file, names }: { readonly file: OrderFile; readonly names: ReadonlyMap<string, string> }) {
  return (
    <Section labelledBy="historia">
      <Heading level={2} id="historia">
        {t('order.history')}
      </Heading>
      <Timeline
        entries={file.events.toReversed().map((event) => {
          const reason = event.type === 'statusChanged' ? event.data.reason : null;
          const isExpired = event.type === 'statusChanged' && reason?.code === 'expired';
          const who = event.actor.id ? names.get(event.actor.id) : undefined;
          return {
            at: formatInstant(Temporal.Instant.from(event.at)),
            atIso: event.at,
            title: isExpired ? statusInWords('expired') : t(`event.${event.type === 'placed' ? 'placed' : (event.data.to as 'accepted')}`),
            who: who ?? whoInWords(event.actor),
            ...(reason &&
              !isExpired && {
                body: [t('order.reason', { reason: t(`reason.${reason.code}`) }), reason.inOwnWords].filter(Boolean).join(' – '),
              }),
          };
        })}
      />
    </Section>
  );
}
