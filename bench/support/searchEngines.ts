import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import MiniSearch from 'minisearch';
import pg from 'pg';
import { createSearchIndex, withoutAccents, type SearchDocument } from '#modules/search/index.ts';
import { openBenchDatabase } from './database.ts';

/** An engine over some services, opened for asking. */
export interface OpenedEngine {
  /** Ids of the ten best. */
  ask(query: string): Promise<readonly string[]> | readonly string[];
  close(): Promise<void> | void;
}
export interface SearchEngine {
  readonly name: string;
  open(services: Iterable<SearchDocument>): Promise<OpenedEngine>;
}

const boosts = { name: 3, keywords: 2.5, targetGroups: 1, description: 1 };
const fields = Object.keys(boosts) as (keyof typeof boosts)[];
const asTexts = ({ id, name, keywords, targetGroups, description }: SearchDocument) => ({
  id,
  name,
  keywords: keywords.join(', '),
  targetGroups: targetGroups.join(', '),
  description,
});

const okienko: SearchEngine = {
  name: 'Okienko',
  async open(services) {
    const index = createSearchIndex();
    for (const service of services) index.put(service);
    return { ask: (query) => index.search(query, { limit: 10 }).map(({ id }) => id), close() {} };
  },
};

/** With the beginnings of words, slips and no accents, as one would set it up. */
const miniSearch: SearchEngine = {
  name: 'MiniSearch',
  async open(services) {
    const index = new MiniSearch({ fields, processTerm: (term) => withoutAccents(term).toLowerCase() });
    for (const service of services) index.add(asTexts(service));
    const ask = (query: string) => index.search(query, { boost: boosts, prefix: true, fuzzy: 0.2 }).slice(0, 10);
    return { ask: (query) => ask(query).map(({ id }) => String(id)), close: () => index.removeAll() };
  },
};

const orama: SearchEngine = {
  name: 'Orama',
  async open(services) {
    const index = create({
      schema: { id: 'string', name: 'string', keywords: 'string', targetGroups: 'string', description: 'string' } as const,
    });
    await insertMultiple(
      index,
      [...services].map(asTexts).map(({ id, ...texts }) => ({
        id,
        ...Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, withoutAccents(text)])),
      })),
    );
    const properties = [...fields];
    return {
      ask: async (term) =>
        (await searchOrama(index, { term: withoutAccents(term), properties, boost: boosts, limit: 10, tolerance: 1 })).hits.map(
          ({ id }) => id,
        ),
      close() {},
    };
  },
};

/** Without a dictionary, which managed servers do not take: words as they are, without accents, any of them, ranked. */
const postgres: SearchEngine = {
  name: 'PostgreSQL',
  async open(services) {
    const server = await openBenchDatabase();
    const pool = new pg.Pool({ connectionString: server.ownerUrl, max: 1 });
    await pool.query('create table bench_service (id text primary key, words tsvector not null)');
    const all = [...services]
      .map(asTexts)
      .map((each) => ({ id: each.id, texts: fields.map((field) => withoutAccents(each[field]).toLowerCase()) }));
    for (let start = 0; start < all.length; start += 1_000) {
      const some = all.slice(start, start + 1_000);
      const column = (at: number) => some.map(({ texts }) => texts[at] ?? '');
      await pool.query(
        `insert into bench_service
         select id, setweight(to_tsvector('simple', a), 'A') || setweight(to_tsvector('simple', b), 'B')
           || setweight(to_tsvector('simple', c), 'C') || setweight(to_tsvector('simple', d), 'D')
         from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as given (id, a, b, c, d)`,
        [some.map(({ id }) => id), column(0), column(1), column(2), column(3)],
      );
    }
    await pool.query('create index on bench_service using gin (words)');
    await pool.query('analyze bench_service');
    return {
      async ask(query) {
        const words =
          withoutAccents(query)
            .toLowerCase()
            .match(/[\p{L}\p{N}]+/gu) ?? [];
        const { rows } = await pool.query<{ id: string }>(
          `select id from bench_service, to_tsquery('simple', $1) as asked where words @@ asked
           order by ts_rank('{.33,.33,.83,1}', words, asked) desc, id limit 10`,
          [words.join(' | ')],
        );
        return rows.map(({ id }) => id);
      },
      async close() {
        await pool.end();
        await server.stop();
      },
    };
  },
};

export const searchEngines: readonly SearchEngine[] = [okienko, miniSearch, orama, postgres];
