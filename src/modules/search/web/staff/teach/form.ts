import { z } from 'zod';
import { type FormFields, readForm, type FormResult } from '#platform/http/index.ts';
import { text, uuids } from '#platform/http/fields.ts';
import { listNeeds } from '../../../understandNeeds.ts';
import type { Teaching } from '../../../usecases/teachSearch.ts';

export const longestWords = 200;

const schema = z.object({
  words: text(longestWords),
  need: z
    .string()
    .refine((id) => id === '' || listNeeds().some((need) => need.id === id), 'choose-one')
    .transform((id) => (id === '' ? [] : [id])),
  services: uuids(),
  otherService: z.union([z.uuid(), z.literal('')], 'choose-one').transform((id) => (id === '' ? [] : [id])),
  settles: z
    .string()
    .max(300)
    .transform((words) => (words === '' ? null : words)),
});

export function readTeaching(fields: FormFields): FormResult<Teaching> {
  const read = readForm(schema, fields);
  if (!read.ok) return read;
  const { words, need, services, otherService, settles } = read.value;
  return { ok: true, value: { words, needs: need, serviceIds: [...new Set([...services, ...otherService])], settles } };
}
