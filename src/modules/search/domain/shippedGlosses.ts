import { readFileSync } from 'node:fs';
import { z } from 'zod';

const schema = z.strictObject({
  glosses: z.array(z.strictObject({ lang: z.array(z.string()), words: z.record(z.string().min(2), z.string().min(1)) })),
});
/** Words of other languages with what they mean in Polish; a word that ends in `*` stands for all that begin so. */
export const { glosses } = schema.parse(JSON.parse(readFileSync(new URL('../../../../data/search/glosses.json', import.meta.url), 'utf8')));
