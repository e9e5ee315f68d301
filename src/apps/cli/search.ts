import { readJudgedQueries, trainAndMeasure, type Evaluation } from '#modules/search/index.ts';
import { OperatorError } from '#platform/operatorError.ts';
import { readInput } from './importServices.ts';
import { note, print, withCapability } from './run.ts';
import { table } from './table.ts';

export async function search(words: string, options: { centre?: string; limit: number; json?: true }): Promise<void> {
  const { centre, limit, json } = options;
  if (centre === undefined) throw new OperatorError('Name the centre with --centre, by its part of the address, as in solec-kujawski.');
  const found = await withCapability('searchServices', (find, opened) => find(opened, { words, centreSlug: centre, limit }));
  const rows = found.map((each) => [each.score.toFixed(3), each.name, each.id]);
  print(json, found, rows.length > 0 ? table(['score', 'name', 'id'], rows) : 'Nothing was found.');
}

/** Measures the search over judged queries; the centre it needs lives only as long as it takes. */
export async function searchEval(options: { services: string; queries: string; json?: true }): Promise<void> {
  const services = await readJson(options.services);
  if (!Array.isArray(services)) throw new OperatorError(`The file ${options.services} holds no array of services.`);
  const read = readJudgedQueries(await readJson(options.queries));
  if (!read.ok) throw new OperatorError(`The file ${options.queries} holds no judged queries: ${read.refusal}`);
  const done = await withCapability('evaluateSearch', (evaluate, opened) => evaluate(opened, { services, queries: read.value }));
  const row = (name: string, figures: Evaluation): string[] => [
    name,
    ...[figures.ndcg10, figures.mrr, figures.recall10, figures.success3, figures.empty].map((part) => part.toFixed(3)),
    ...[figures.p50_ms, figures.p95_ms].map((time) => time.toFixed(2)),
  ];
  print(
    options.json,
    done,
    table(
      ['typed', 'nDCG@10', 'MRR', 'recall@10', 'success@3', 'empty', 'p50 ms', 'p95 ms'],
      [row('as it is', done.plain), row('without accents', done.nodiacritics), row('with a slip', done.typo)],
    ),
  );
}

async function readJson(path: string): Promise<unknown> {
  const text = new TextDecoder().decode(await readInput(path)).replace(/^\ufeff/, '');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new OperatorError(`The file ${path} is not JSON.`, { cause: error });
  }
}

/** Prints what editors of a centre taught the search, as a file of data/search/needs. */
export async function searchExportTaught({ centre }: { centre: string }): Promise<void> {
  const taught = await withCapability('exportTaught', (take, opened) => take(opened, { centreSlug: centre }));
  print(true, taught, '');
}

/** Learns the needs from the utterances, says how well held-out ones are understood, and writes the model. Needs no database. */
export async function searchTrain(options: { json?: true }): Promise<void> {
  const report = await trainAndMeasure({ say: note });
  const part = (value: number): string => value.toFixed(3);
  const { random, situation, author } = report.heldOut;
  const rows = [
    ['random', random],
    ['situation', situation],
    ['author', author],
  ] as const;
  print(
    options.json,
    report,
    [
      `${report.needs} needs, ${report.utterances} utterances, ${report.features} features; ${(report.bytes / 1_048_576).toFixed(1)} MB in ${report.seconds.toFixed(0)} s`,
      table(
        ['held out', 'utterances', 'need first', 'among three', 'kind first'],
        rows.map(([name, each]) => [name, String(each.utterances), part(each.first), part(each.amongThree), part(each.kindFirst)]),
      ),
    ].join('\n'),
  );
}
