import { newId } from '#shared/uuid.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { editionOn, findAssessment, type AssessmentContent } from '#modules/assessment/index.ts';
import type { PlanContent } from '../domain/planContent.ts';

/** From this score on the words of an area say that help is needed; below, the person manages (0 to 4 is no difficulty to constant help). */
const needed = 2;

/**
 * What the assessment already says, as a first draft: resources as strengths, and areas in which help is needed as needs, the hardest
 * first. Areas of sensitive data stay out, as a plan is read by more people than they may be: `listLeftOut` names them to the author.
 */
export async function draftFromAssessment(scope: CentreScope, caseId: string): Promise<Pick<PlanContent, 'strengths' | 'needs'>> {
  const found = await findAssessment(scope, caseId);
  if (!found) return { strengths: [], needs: [] };
  const { content } = found;
  const strengths = (content.resources ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text) => ({ id: newId(), text }));
  const needs = hardest(content.edition, content.areas).map(({ area, score, note }) => ({
    id: newId(),
    area: area.title,
    description: note?.trim() || (area.anchors[score] ?? ''),
  }));
  return { strengths, needs };
}

/** Areas in which help is needed that a plan does not take over by itself, the hardest first; for those who may know them. */
export async function listLeftOut(scope: CentreScope, caseId: string): Promise<readonly string[]> {
  const found = await findAssessment(scope, caseId);
  if (!found?.sensitive) return [];
  return hardest(found.content.edition, found.sensitive.areas).map(({ area }) => area.title);
}

function hardest(edition: string, areas: AssessmentContent['areas']) {
  const known = new Map(editionOn(edition).areas.map((area) => [area.key, area]));
  return Object.entries(areas)
    .flatMap(([key, { score, note }]) => {
      const area = known.get(key);
      return area && score !== null && score >= needed ? [{ area, score, note }] : [];
    })
    .toSorted((a, b) => b.score - a.score);
}
