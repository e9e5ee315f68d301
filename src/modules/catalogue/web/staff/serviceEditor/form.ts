import { z } from 'zod';
import { FormFields, readForm, type FieldError, type FormResult } from '#platform/http/index.ts';
import { choice, choices, optionalChoice, optionalDay, optionalEmail, optionalText, text } from '#platform/http/fields.ts';
import { SERVICE_STATUSES, TARGET_GROUPS } from '../../../domain/codes.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import type { CardChange } from '../../../usecases/editService.ts';

export const feeKinds = ['free', 'flat-per-unit', 'flat-per-period', 'by-income', 'other'] as const;
const areaNumbers = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14'] as const;
const longestName = 200;
const mostNames = 50;

/** Short names, one a line. A semicolon would divide a name in exchange files, so it becomes a comma. */
const lines = () =>
  z
    .string()
    .transform((typed) => [
      ...new Set(
        typed
          .split('\n')
          .map((line) => line.trim().replaceAll(';', ','))
          .filter((line) => line !== ''),
      ),
    ])
    .refine((names) => names.length <= mostNames, 'too-many-lines')
    .refine((names) => names.every((name) => name.length <= longestName), 'line-too-long');

const optionalUrl = () =>
  z
    .string()
    .trim()
    .refine((typed) => typed === '' || (/^https?:\/\//i.test(typed) && z.url().max(1000).safeParse(typed).success), 'not-a-url')
    .transform((typed) => (typed === '' ? null : typed));

const schema = z.object({
  name: text(300),
  summary: optionalText(500),
  scope: optionalText(10_000),
  everydayNames: lines(),
  keywords: lines(),
  recipients: optionalText(4000),
  targetGroups: choices(TARGET_GROUPS),
  areas: choices(areaNumbers, 1),
  qualification: optionalText(4000),
  feeKind: optionalChoice(feeKinds),
  feeText: optionalText(2000),
  provider: optionalText(300),
  limitsText: optionalText(2000),
  capacity: z
    .string()
    .trim()
    .refine((typed) => /^$|^[1-9]\d{0,5}$/.test(typed), 'not-a-number')
    .transform((typed) => (typed === '' ? null : Number(typed))),
  coverage: optionalText(1000),
  schedule: optionalText(2000),
  phone: optionalText(40),
  email: optionalEmail(),
  url: optionalUrl(),
  validFrom: optionalDay(),
  validTo: optionalDay(),
  source: optionalText(1000),
  checkedOn: optionalDay(),
  status: choice(SERVICE_STATUSES),
});
export type CardField = keyof typeof schema.shape;
export const cardFields = Object.keys(schema.shape) as readonly CardField[];

/** The card as the editor typed it, or everything that is wrong with it. */
export function readCard(fields: FormFields): FormResult<CardChange> {
  const read = readForm(schema, fields);
  if (!read.ok) return read;
  const { qualification, provider, phone, email, url, areas, validFrom, validTo, checkedOn, ...plain } = read.value;
  if (validFrom && validTo && Temporal.PlainDate.compare(validFrom, validTo) > 0) {
    const errors: FieldError[] = [{ field: 'validTo', code: 'date-order' }];
    return { ok: false, errors, typed: fields };
  }
  const value: CardChange = {
    ...plain,
    qualificationText: qualification,
    providerName: provider,
    contact: { phone, email, url },
    areas: areas.map(Number),
    validFrom: validFrom?.toString() ?? null,
    validTo: validTo?.toString() ?? null,
    checkedOn: checkedOn?.toString() ?? null,
  };
  return { ok: true, value };
}

/** A card as the form shows it. */
export function typedCard(service: CatalogueService): FormFields {
  const day = (iso: string | null) => iso?.split('-').toReversed().join('.') ?? '';
  const typed: Record<CardField, string | readonly string[] | null> = {
    name: service.name,
    summary: service.summary,
    scope: service.scope,
    everydayNames: service.everydayNames.join('\n'),
    keywords: service.keywords.join('\n'),
    recipients: service.recipients,
    targetGroups: service.targetGroups,
    areas: service.areas.map(String),
    qualification: service.qualification.text,
    feeKind: service.fee.kind,
    feeText: service.fee.text,
    provider: service.provider?.name ?? null,
    limitsText: service.limitsText,
    capacity: service.capacity === null ? null : String(service.capacity),
    coverage: service.coverage,
    schedule: service.schedule,
    phone: service.contact.phone,
    email: service.contact.email,
    url: service.contact.url,
    validFrom: day(service.validFrom),
    validTo: day(service.validTo),
    source: service.source,
    checkedOn: day(service.checkedOn),
    status: service.status,
  };
  return FormFields.from(typed);
}
