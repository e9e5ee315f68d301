import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Danger, DANGERS, DangerSigns } from './danger.ts';
import type { UnderstoodText } from './understanding.ts';

const group = z.array(z.string().min(2)).min(1);
const schema = z.strictObject({
  signs: z.array(
    z.strictObject({
      danger: z.enum(DANGERS).exclude(['other']),
      said: z.array(group).min(1),
      unless: z.array(group).default([]),
    }),
  ),
});

const { signs } = schema.parse(JSON.parse(readFileSync(new URL('../../../../data/search/danger.json', import.meta.url), 'utf8')));
const dangerSigns = new DangerSigns(signs);

/** The danger that a resident's words tell of, if any. */
export const dangerIn = (words: string, read: UnderstoodText): Danger | undefined => dangerSigns.dangerIn(words, read);
