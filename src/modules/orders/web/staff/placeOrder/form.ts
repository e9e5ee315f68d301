import { z } from 'zod';
import { formatDate, parsePolishDate } from '#shared/polishDate.ts';
import { FormFields, readForm, type FieldError } from '#platform/http/index.ts';
import {
  choice,
  choices,
  day,
  optionalChoice,
  optionalDay,
  optionalEmail,
  optionalPublicPhone,
  optionalText,
  text,
  tick,
} from '#platform/http/fields.ts';
import { deliveryUnits } from '../../../domain/deliveries.ts';
import { handingOver } from '../../../domain/orderContent.ts';
import type { OrderRow } from '../../../store/orderStore.ts';
import type { NewOrderInput } from '../../../usecases/placeOrders.ts';

export const periods = ['day', 'week', 'month', 'year', 'programme', 'use'] as const;
export const shared = ['address', 'phone'] as const;

const schema = z.object({
  providerId: z.uuid('provider-missing'),
  providerEmail: optionalEmail(),
  scope: text(4000),
  unit: choice(deliveryUnits),
  amount: z.string().trim().max(12, 'amount-not-number'),
  per: optionalChoice(periods),
  from: day(),
  to: optionalDay(),
  place: optionalText(500),
  schedule: optionalText(1000),
  fee: optionalText(500),
  shares: choices(shared),
  contactName: optionalText(200),
  contactPhone: optionalPublicPhone(40),
  contactRelation: optionalText(100),
  notes: optionalText(6000),
  early: tick(),
  otherProvider: tick(),
  handedOver: optionalChoice(handingOver),
  aboveCardBecause: optionalText(1000),
});

/** A placed order as it would stand in the form; how much of the service it allows is mixed with the card's limits and left out. */
export function typedOrder({ providerId, startsOn, endsOn, content }: OrderRow): FormFields {
  return FormFields.from({
    providerId,
    providerEmail: content.providerEmail ?? '',
    scope: content.scope,
    unit: content.unit,
    from: formatDate(startsOn),
    to: endsOn ? formatDate(endsOn) : '',
    place: content.place ?? '',
    schedule: content.schedule ?? '',
    fee: content.fee ?? '',
    contactName: content.contactPerson?.name ?? '',
    contactPhone: content.contactPerson?.phone ?? '',
    contactRelation: content.contactPerson?.relation ?? '',
    notes: content.needToKnow.join('\n'),
  });
}

/** An order as the organiser typed it. */
export function readOrder(
  fields: FormFields,
  serviceId: string,
): { readonly ok: true; readonly value: NewOrderInput } | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const read = readForm(schema, fields);
  const errors: FieldError[] = read.ok ? [] : [...read.errors];
  const add = (field: string, code: string) => void (errors.some((each) => each.field === field) || errors.push({ field, code }));
  const typedAmount = fields.get('amount').trim().replace(',', '.');
  const amount = typedAmount === '' ? null : /^\d{1,5}(\.\d{1,2})?$/.test(typedAmount) ? Number(typedAmount) : Number.NaN;
  if (Number.isNaN(amount)) add('amount', 'amount-not-number');
  else if (amount !== null && amount <= 0) add('amount', 'amount-too-small');
  else if (amount !== null && fields.get('unit') !== 'hour' && !Number.isInteger(amount)) add('amount', 'amount-whole');
  if (amount !== null && fields.get('per') === '') add('per', 'per-missing');
  const needToKnow = fields
    .get('notes')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (needToKnow.length > 20 || needToKnow.some((line) => line.length > 500)) add('notes', 'notes-long');
  if (fields.get('contactName').trim() === '' && (fields.get('contactPhone') + fields.get('contactRelation')).trim() !== '')
    add('contactName', 'contact-name');
  const [from, to] = [parsePolishDate(fields.get('from')), parsePolishDate(fields.get('to'))];
  if (from.ok && to.ok && Temporal.PlainDate.compare(to.value, from.value) < 0) add('to', 'dates-reversed');
  if (!read.ok || errors.length > 0) return { ok: false, errors };
  const { contactName, contactPhone, contactRelation, shares, per, ...rest } = read.value;
  return {
    ok: true,
    value: {
      serviceId,
      providerId: rest.providerId,
      providerEmail: rest.providerEmail,
      scope: rest.scope,
      unit: rest.unit,
      limit: amount !== null && per ? { amount, per } : null,
      from: rest.from,
      to: rest.to,
      place: rest.place,
      schedule: rest.schedule,
      fee: rest.fee,
      shares: { address: shares.includes('address'), phone: shares.includes('phone') },
      contactPerson: contactName ? { name: contactName, phone: contactPhone, relation: contactRelation } : null,
      needToKnow,
      isEarlyOnPurpose: rest.early,
      isOtherProviderOnPurpose: rest.otherProvider,
      handedOver: rest.handedOver,
      aboveCardBecause: rest.aboveCardBecause,
    },
  };
}
