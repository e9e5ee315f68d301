import { formatPhone, parsePhone } from '#shared/phone.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { letterheadOf, renderPdf } from '#platform/documents/index.ts';
import { findDocument, keepDocument, type KeptDocument } from '#platform/documents/archive.ts';
import { serviceOrder, type ServiceOrderData } from '../documents/serviceOrder.ts';
import type { OrderRow } from '../store/orderStore.ts';
import { staffTexts } from '../texts/texts.ts';
import { getVisibleRow } from './orderFile.ts';

const t = staffTexts.in('pl');

/** Prints the order as it was placed and keeps it with the case, for the provider it is addressed to. Returns its id. */
export async function issueOrder(scope: CentreScope, row: OrderRow): Promise<string> {
  const title = t('document.title', { number: row.number, service: row.content.serviceName });
  const bytes = await renderPdf(serviceOrder, describe(scope, row));
  const { caseId, providerId, number } = row;
  return keepDocument(scope, { caseId, kind: 'serviceOrder', number, title, forResident: false, providerId }, bytes);
}

/** The printed order, for whoever may see the order. @throws NotFound when they may not */
export async function findOrderDocument(scope: CentreScope, orderId: string): Promise<(KeptDocument & { bytes: Buffer }) | undefined> {
  const row = await getVisibleRow(scope, orderId);
  return row.documentId ? findDocument(scope, row.caseId, row.documentId) : undefined;
}

function describe(scope: CentreScope, row: OrderRow): ServiceOrderData {
  const { content } = row;
  const limit = content.limits.find((each) => each.measure !== 'uses');
  const phone = (typed: string | null) => {
    const read = typed ? parsePhone(typed) : null;
    return read?.ok ? formatPhone(read.value) : typed;
  };
  const recipientPhone = phone(content.recipient.phone);
  const contactPhone = phone(content.contactPerson?.phone ?? null);
  return {
    letterhead: letterheadOf(scope, content.caseNumber),
    orderNumber: row.number,
    provider: { name: content.providerName },
    recipient: {
      name: content.recipient.name,
      ...(content.recipient.address && { address: content.recipient.address }),
      ...(recipientPhone && { phone: recipientPhone }),
    },
    ...(content.contactPerson && {
      contactPerson: {
        name: content.contactPerson.name,
        ...(contactPhone && { phone: contactPhone }),
        ...(content.contactPerson.relation && { relation: content.contactPerson.relation }),
      },
    }),
    service: { name: content.serviceName, scope: content.scope },
    from: row.startsOn.toString(),
    ...(row.endsOn && { to: row.endsOn.toString() }),
    ...(limit &&
      limit.most > 0 && {
        limit: {
          amount: limit.measure === 'minutes' ? limit.most / 60 : limit.most,
          unit: t(`unitMany.${limit.measure === 'minutes' ? 'hour' : content.unit}`),
          per: t(`per.${limit.per}`),
        },
      }),
    ...(content.place && { place: content.place }),
    ...(content.schedule && { schedule: content.schedule }),
    needToKnow: content.needToKnow,
    ...(content.fee && { fee: content.fee }),
    answer: { by: row.answerDueOn.toString() },
    orderedBy: {
      name: scope.actor.kind === 'user' ? scope.actor.name : scope.centre.displayName,
      function: t('document.orderedBy'),
    },
  };
}
