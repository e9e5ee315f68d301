import { editionOn, recordAssessment, startAssessment } from '#modules/assessment/index.ts';
import { getCase } from '#modules/cases/index.ts';
import { done, type Day } from './day.ts';

/** What a talk about needs brought, in the words of a story. */
export interface Talk {
  readonly wishes: string;
  readonly resources: string;
  /** How hard everyday life is, 0 to 4; the areas of life spread around it. */
  readonly difficulty: 1 | 2 | 3;
  readonly summary: string;
  readonly risks?: string;
  /** For how many months services have to be coordinated; left out when they need not be. */
  readonly coordinatedFor?: number;
}

/** The talk about needs. */
export function assessmentActs(day: Day) {
  const { inHand } = day;
  return {
    async arrangesTalk(place: 'centre' | 'whereThePersonStays' | 'phone', inDays: number): Promise<void> {
      const scope = day.as('planCoordinator');
      const plannedOn = scope.today.add({ days: inDays });
      done('arranging a talk', await startAssessment(scope, { caseId: inHand.caseId, version: null, place, plannedOn }));
    },
    async assesses(talk: Talk): Promise<void> {
      const scope = day.as('planCoordinator');
      const edition = editionOn(scope.today.toString());
      const { state } = await getCase(scope, inHand.caseId);
      const found = edition.areas.map((area, index) => {
        const score = Math.max(0, Math.min(4, talk.difficulty + (index % 3) - 1));
        return { area, finding: { score, note: score === 0 ? null : (area.anchors[score] ?? null) } };
      });
      const findings = (sensitive: boolean) =>
        Object.fromEntries(found.filter(({ area }) => area.sensitive === sensitive).map(({ area, finding }) => [area.key, finding]));
      const from = scope.today.add({ days: 14 });
      const content = {
        edition: edition.validFrom,
        place: 'whereThePersonStays' as const,
        present: null,
        areas: findings(false),
        resources: talk.resources,
        wishes: talk.wishes,
        recommendations: state.services.map(({ serviceId }) => ({ serviceId, advice: 'recommended' as const, note: null })),
        coordination: talk.coordinatedFor
          ? { from: from.toString(), to: from.add({ months: talk.coordinatedFor }).toString(), withPlan: talk.coordinatedFor >= 3 }
          : null,
        summary: talk.summary,
      };
      const sensitive = { areas: findings(true), risks: talk.risks ? [edition.risks[0]?.key ?? ''] : [], riskNote: talk.risks ?? null };
      const record = { caseId: inHand.caseId, basedOn: 0, heldOn: scope.today, content, sensitive };
      done('assessing', await recordAssessment(scope, record));
    },
  };
}
