import { z } from 'zod';
import { isPublicNumber } from '#shared/phone.ts';
import { parseKrs } from '#shared/krs.ts';
import { parseNip } from '#shared/nip.ts';
import { parseRegon } from '#shared/regon.ts';
import type { Result } from '#shared/result.ts';
import { FormFields, readForm, type FieldError, type FormResult } from '#platform/http/index.ts';
import { choice, optionalChoice, optionalDay, optionalEmail, optionalText, text } from '#platform/http/fields.ts';
import { PROVIDER_KINDS } from '../../../domain/codes.ts';
import { providerOf } from '../../../store/assembleServices.ts';
import type { ProviderRow } from '../../../store/tables.ts';
import type { ProviderChange } from '../../../usecases/keepProviders.ts';

const optionalUrl = () =>
  z
    .string()
    .trim()
    .refine((typed) => typed === '' || (/^https?:\/\//i.test(typed) && z.url().max(1000).safeParse(typed).success), 'not-a-url')
    .transform((typed) => (typed === '' ? null : typed));
/** A number of a register, checked by its rule; the refusal's code is the error. */
const optionalNumber = (parse: (typed: string) => Result<string, string>) =>
  z
    .string()
    .trim()
    .transform((typed, issue) => {
      if (typed === '') return null;
      const read = parse(typed);
      if (read.ok) return read.value;
      issue.addIssue({ code: 'custom', message: read.refusal });
      return z.NEVER;
    });

const schema = z.object({
  name: text(300),
  alternateName: optionalText(300),
  kind: optionalChoice(PROVIDER_KINDS),
  description: optionalText(10_000),
  legalStatus: optionalText(300),
  yearIncorporated: z
    .string()
    .trim()
    .refine((typed) => /^$|^1\d{3}$|^20\d{2}$/.test(typed), 'not-a-year')
    .transform((typed) => (typed === '' ? null : Number(typed))),
  nip: optionalNumber(parseNip),
  regon: optionalNumber(parseRegon),
  krs: optionalNumber(parseKrs),
  proofNumber: optionalText(200),
  proofBasis: optionalText(1000),
  proofFrom: optionalDay(),
  proofTo: optionalDay(),
  publicEmail: optionalEmail(),
  publicPhone: optionalText(40),
  website: optionalUrl(),
  email: optionalEmail(),
  phone: optionalText(40),
  isActive: choice(['yes', 'no']),
});
export type ProviderField = keyof typeof schema.shape;
export const providerFields = Object.keys(schema.shape) as readonly ProviderField[];

/** The provider as typed over what is known of it, or everything that is wrong. */
export function readProviderForm(fields: FormFields, known?: ProviderRow): FormResult<ProviderChange> {
  const read = readForm(schema, fields);
  const before = known && providerOf(known);
  const wrong = (field: 'publicPhone' | 'phone', was: string | null | undefined): FieldError[] => {
    const typed = fields.get(field).trim();
    return typed === '' || typed === was || isPublicNumber(typed) ? [] : [{ field, code: 'not-a-phone' }];
  };
  const wrongNumbers = [...wrong('publicPhone', before?.publicPhones?.[0]?.number), ...wrong('phone', known?.phone)];
  if (!read.ok) return { ...read, errors: [...read.errors, ...wrongNumbers] };
  const { kind, proofNumber, proofBasis, proofFrom, proofTo } = read.value;
  const errors: FieldError[] = [...wrongNumbers];
  if (kind === 'social-enterprise' && proofNumber === null && proofBasis === null)
    errors.push({ field: 'proofNumber', code: 'proof-needed' });
  if (proofFrom && proofTo && Temporal.PlainDate.compare(proofFrom, proofTo) > 0) errors.push({ field: 'proofTo', code: 'date-order' });
  if (errors.length > 0) return { ok: false, errors, typed: fields };
  const { name, publicPhone, email, phone, isActive, ...told } = read.value;
  const { alternateName, description, legalStatus, yearIncorporated, nip, regon, krs, publicEmail, website } = told;
  const said = { alternateName, description, legalStatus, yearIncorporated, nip, regon, krs, publicEmail, website };
  const proof = { number: proofNumber, basis: proofBasis, validFrom: proofFrom?.toString() ?? null, validTo: proofTo?.toString() ?? null };
  const [first, ...others] = before?.publicPhones ?? [];
  const phones = publicPhone === null ? others : [{ ...first, number: publicPhone }, ...others];
  const { id: _, ...kept } = before ?? { name, kind };
  const provider = {
    ...kept,
    ...present(said),
    name,
    kind,
    proof: present(proof),
    publicPhones: phones,
  };
  for (const [field, value] of Object.entries(said)) if (value === null) delete (provider as Record<string, unknown>)[field];
  return {
    ok: true,
    value: {
      provider: {
        ...provider,
        proof: Object.keys(provider.proof).length === 0 ? undefined : provider.proof,
        publicPhones: phones.length === 0 ? undefined : phones,
      },
      email,
      phone,
      isActive: isActive === 'yes',
    },
  };
}

type Present<T> = { [K in keyof T]?: NonNullable<T[K]> };
function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined)) as Present<T>;
}

/** A provider as the form shows it. */
export function typedProvider(row: ProviderRow): FormFields {
  const provider = providerOf(row);
  const day = (iso: string | undefined) => iso?.split('-').toReversed().join('.') ?? '';
  const typed: Record<ProviderField, string | null | undefined> = {
    name: provider.name,
    alternateName: provider.alternateName,
    kind: provider.kind,
    description: provider.description,
    legalStatus: provider.legalStatus,
    yearIncorporated: provider.yearIncorporated === undefined ? '' : String(provider.yearIncorporated),
    nip: provider.nip,
    regon: provider.regon,
    krs: provider.krs,
    proofNumber: provider.proof?.number,
    proofBasis: provider.proof?.basis,
    proofFrom: day(provider.proof?.validFrom),
    proofTo: day(provider.proof?.validTo),
    publicEmail: provider.publicEmail,
    publicPhone: provider.publicPhones?.[0]?.number,
    website: provider.website,
    email: row.email,
    phone: row.phone,
    isActive: row.isActive ? 'yes' : 'no',
  };
  return FormFields.from(typed);
}
