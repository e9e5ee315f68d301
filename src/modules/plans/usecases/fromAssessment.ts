import { newId } from '#shared/uuid.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { editionOn, findAssessment } from '#modules/assessment/index.ts';
import type { PlanContent } from '../domain/planContent.ts';

/**
 * What the assessment already says, as a first draft: resources as strengths and difficulties as needs. Areas of
 * sensitive data stay out: a plan is read by more people than they may be.
 */
export async function draftFromAssessment(scope: CentreScope, caseId: string): Promise<Pick<PlanContent, 'strengths' | 'needs'>> {
  const found = await findAssessment(scope, caseId);
  if (!found) return { strengths: [], needs: [] };
  const { content } = found;
  const areas = new Map(editionOn(content.edition).areas.map((area) => [area.key, area]));
  const strengths = (content.resources ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text) => ({ id: newId(), text }));
  const needs = Object.entries(content.areas).flatMap(([key, { score, note }]) => {
    const area = areas.get(key);
    if (!area || area.sensitive || score === null || score < 1) return [];
    return [{ id: newId(), area: area.title, description: note?.trim() || (area.anchors[score] ?? '') }];
  });
  return { strengths, needs };
}
