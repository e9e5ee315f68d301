import { z } from 'zod';
import { FormFields, readForm, type FieldError, type FormResult } from '#platform/http/index.ts';
import { choices, optionalText, text } from '#platform/http/fields.ts';
import { ACCESSIBILITY_FEATURES } from '../../../domain/codes.ts';
import type { LocationRecord } from '../../../domain/place.ts';
import { mayBeInPoland } from '../../../domain/poland.ts';
import type { Location } from '../../../usecases/sharedRecords.ts';

const degrees = () =>
  z
    .string()
    .trim()
    .refine((typed) => /^$|^-?\d{1,3}([.,]\d{1,10})?$/.test(typed), 'not-a-coordinate')
    .transform((typed) => (typed === '' ? null : Number(typed.replace(',', '.'))));

const schema = z.object({
  name: text(300),
  street: optionalText(200),
  postcode: z
    .string()
    .trim()
    .refine((typed) => /^$|^\d{2}-?\d{3}$/.test(typed), 'not-a-postcode')
    .transform((typed) => (typed === '' ? null : typed.replace(/^(\d{2})-?/, '$1-'))),
  town: optionalText(200),
  description: optionalText(4000),
  transportation: optionalText(2000),
  latitude: degrees(),
  longitude: degrees(),
  features: choices(ACCESSIBILITY_FEATURES),
  otherFeatures: optionalText(4000),
});
export type PlaceField = keyof typeof schema.shape;
export const placeFields = Object.keys(schema.shape) as readonly PlaceField[];

/** The location as typed over what is known of it, or everything that is wrong. */
export function readPlace(fields: FormFields, known: Location): FormResult<LocationRecord> {
  const read = readForm(schema, fields);
  if (!read.ok) return read;
  const { latitude, longitude, features, otherFeatures, description, transportation, ...address } = read.value;
  const errors: FieldError[] = [];
  if ((latitude === null) !== (longitude === null)) errors.push({ field: latitude === null ? 'latitude' : 'longitude', code: 'both' });
  else if (latitude !== null && longitude !== null && !mayBeInPoland({ latitude, longitude }))
    errors.push({ field: 'latitude', code: 'outside' });
  if (errors.length > 0) return { ok: false, errors, typed: fields };
  const { version: _, updatedAt: __, revision: ___, ...record } = known;
  const before = record.accessibility ?? [];
  const lines = (otherFeatures ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  return {
    ok: true,
    value: {
      ...record,
      ...address,
      description: description ?? undefined,
      transportation: transportation ?? undefined,
      latitude: latitude ?? undefined,
      longitude: longitude ?? undefined,
      accessibility: [
        ...features.map((feature) => before.find((each) => each.feature === feature) ?? { feature }),
        ...lines.map((line) => before.find((each) => each.description === line) ?? { description: line }),
      ],
    },
  };
}

/** A location as the form shows it. */
export function typedPlace(location: Location): FormFields {
  const number = (value: number | undefined) => (value === undefined ? '' : String(value).replace('.', ','));
  const typed: Record<PlaceField, string | readonly string[] | null | undefined> = {
    name: location.name,
    street: location.street,
    postcode: location.postcode,
    town: location.town,
    description: location.description,
    transportation: location.transportation,
    latitude: number(location.latitude),
    longitude: number(location.longitude),
    features: (location.accessibility ?? []).flatMap(({ feature }) => feature ?? []),
    otherFeatures: (location.accessibility ?? []).flatMap(({ description }) => description ?? []).join('\n'),
  };
  return FormFields.from(typed);
}
