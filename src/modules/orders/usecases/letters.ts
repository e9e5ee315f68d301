import { formatDate } from '#shared/polishDate.ts';
import type { CentreScope } from '#platform/http/index.ts';
import type { StatusReason } from '../domain/orderStates.ts';
import type { OrderRow } from '../store/orderStore.ts';
import { staffTexts } from '../texts/texts.ts';

const t = staffTexts.in('pl');
const contactOf = ({ centre }: CentreScope) => [centre.displayName, centre.phone, centre.email].filter(Boolean).join(', ');

/** Letters to providers name the order and the service, never the person: a mailbox is not a safe place. */
export async function mailLink(scope: CentreScope, row: OrderRow, kind: 'request' | 'reminder' | 'renewal', link: string): Promise<void> {
  const { content, number, answerDueOn } = row;
  if (!content.providerEmail) return;
  const values = { number, service: content.serviceName, date: formatDate(answerDueOn), link, contact: contactOf(scope) };
  await scope.mail({
    to: content.providerEmail,
    subject: t(`letter.${kind}.subject`, values),
    text: t(`letter.${kind}.text`, values),
    caseId: row.caseId,
  });
}

/** Tells the provider for which days not to come; why is the person's own affair. */
export async function mailPause(
  scope: CentreScope,
  row: OrderRow,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate | null },
): Promise<void> {
  const period = to
    ? t('letter.paused.until', { from: formatDate(from), to: formatDate(to) })
    : t('letter.paused.open', { from: formatDate(from) });
  await mailOf(scope, row, 'paused', { period });
}

/** Tells the provider from which day on the service is wanted again. */
export const mailResumption = (scope: CentreScope, row: OrderRow, on: Temporal.PlainDate): Promise<void> =>
  mailOf(scope, row, 'resumed', { date: formatDate(on) });

async function mailOf(
  scope: CentreScope,
  { content, number, caseId }: OrderRow,
  kind: 'paused' | 'resumed',
  said: Readonly<Record<string, string>>,
): Promise<void> {
  if (!content.providerEmail) return;
  const values = { number, service: content.serviceName, contact: contactOf(scope), ...said };
  await scope.mail({
    to: content.providerEmail,
    subject: t(`letter.${kind}.subject`, values),
    text: t(`letter.${kind}.text`, values),
    caseId,
  });
}

/** Tells the provider that the centre took the order back, or that its time to answer is over. */
export async function mailCancellation(scope: CentreScope, row: OrderRow, reason: StatusReason | null): Promise<void> {
  const { content, number } = row;
  if (!content.providerEmail) return;
  const kind = reason?.code === 'expired' ? 'expired' : 'cancelled';
  const values = { number, service: content.serviceName, contact: contactOf(scope) };
  await scope.mail({
    to: content.providerEmail,
    subject: t(`letter.${kind}.subject`, values),
    text: t(`letter.${kind}.text`, values),
    caseId: row.caseId,
  });
}
