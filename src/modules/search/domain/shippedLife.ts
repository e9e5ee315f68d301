import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { nameOfNeed } from './shippedNeedNames.ts';
import type { Need } from './needs.ts';

const inThree = z.strictObject({ pl: z.string(), en: z.string(), uk: z.string() });
const schema = z.array(
  z.strictObject({
    /** Id of a need. */
    need: z.string(),
    title: inThree,
    /** The page should not be seen by others: it gets a quick exit. */
    hide: z.boolean().default(false),
  }),
);
/** A common situation of life, by which residents enter who know no name of a service. */
export type LifeSituation = z.infer<typeof schema>[number];

/** In the order in which they are offered. */
export const lifeSituations: readonly LifeSituation[] = schema.parse(
  JSON.parse(readFileSync(new URL('../../../../data/search/lifeSituations.json', import.meta.url), 'utf8')),
);

/** What a need is called as a situation of life, in which one may find oneself. */
export const titleOfNeed = (need: Pick<Need, 'id' | 'name'>, lang: keyof LifeSituation['title']): string =>
  lifeSituations.find((each) => each.need === need.id)?.title[lang] ?? nameOfNeed(need, lang);
