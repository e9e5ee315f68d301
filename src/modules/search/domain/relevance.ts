/** Measures of a ranking against judged queries. */

/** A query and its judged services: 3 = what the person needs, 2 = good, 1 = loosely related; unlisted = 0. */
export type JudgedQuery = { readonly qid: string; readonly q: string; readonly rel: Readonly<Record<string, number>> };

/** Means over queries, each between 0 and 1. MRR, recall and success count grades of 2 and more as right. */
export type Relevance = {
  /** Normalised discounted cumulative gain of the first ten, gain 2^grade - 1. */
  readonly ndcg10: number;
  readonly mrr: number;
  readonly recall10: number;
  /** Part of the queries with a right service among the first three. */
  readonly success3: number;
  /** Part of the queries that found nothing at all. */
  readonly empty: number;
};

/** @param rank ids, best first, for a query's text; ten are enough for all but MRR */
export function measureRelevance(queries: readonly JudgedQuery[], rank: (query: string) => readonly string[]): Relevance {
  const sums = { ndcg10: 0, mrr: 0, recall10: 0, success3: 0, empty: 0 };
  for (const { q, rel } of queries) {
    const ranked = rank(q);
    const grades = ranked.map((id) => rel[id] ?? 0);
    const ideal = discountedGain(Object.values(rel).toSorted((a, b) => b - a));
    const right = Object.values(rel).filter((grade) => grade >= 2).length;
    const first = grades.findIndex((grade) => grade >= 2);
    sums.ndcg10 += ideal === 0 ? 0 : discountedGain(grades) / ideal;
    sums.mrr += first === -1 ? 0 : 1 / (first + 1);
    sums.recall10 += right === 0 ? 0 : grades.slice(0, 10).filter((grade) => grade >= 2).length / right;
    sums.success3 += first !== -1 && first < 3 ? 1 : 0;
    sums.empty += ranked.length === 0 ? 1 : 0;
  }
  const count = Math.max(1, queries.length);
  return {
    ndcg10: sums.ndcg10 / count,
    mrr: sums.mrr / count,
    recall10: sums.recall10 / count,
    success3: sums.success3 / count,
    empty: sums.empty / count,
  };
}

function discountedGain(grades: readonly number[]): number {
  return grades.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
}
