import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Need } from './needs.ts';

type Lang = 'pl' | 'en' | 'uk';

const name = z.string().trim().min(3).max(120);
const schema = z.strictObject({ names: z.record(z.string(), z.strictObject({ en: name, uk: name })) });

/** Names of needs in the other languages of the portal, by id. Format in data/search/README.md. */
const names = schema.parse(JSON.parse(readFileSync(new URL('../../../../data/search/needNames.json', import.meta.url), 'utf8'))).names;

/** What a need is called in a language; in Polish where nobody has translated it. */
export const nameOfNeed = ({ id, name: polish }: Pick<Need, 'id' | 'name'>, lang: Lang): string =>
  lang === 'pl' ? polish : (names[id]?.[lang] ?? polish);

/** Ids that are named in the other languages. */
export const namedNeeds = (): readonly string[] => Object.keys(names);
