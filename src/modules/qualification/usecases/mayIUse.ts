import type { CentreScope } from '#platform/http/index.ts';
import type { CatalogueService } from '#modules/catalogue/index.ts';
import {
  answerEligibility,
  listAllQuestions,
  type ApplicantFacts,
  type Condition,
  type EligibilityAnswer,
  type Question,
} from '#modules/eligibility/index.ts';
import { lawOn } from '#modules/law/index.ts';
import { criteriaOn, getRules } from './offers.ts';

/** Where the income criterion behind an answer comes from. */
export interface CriterionBasis {
  readonly article: string;
  readonly from: string;
  readonly isVerified: boolean;
}

async function conditionsOf(scope: CentreScope, service: CatalogueService): Promise<readonly Condition[]> {
  return (await getRules(scope, [service])).get(service.id)?.conditions ?? [];
}

/** What the rule of a service asks of a person; empty when only staff can check it. */
export async function questionsOfService(scope: CentreScope, service: CatalogueService): Promise<readonly Question[]> {
  return listAllQuestions(await conditionsOf(scope, service));
}

/**
 * Whether somebody of whom this is known may use a service, by the rule by which staff will decide, on today's figures.
 * It promises and stores nothing.
 */
export async function mayIUse(
  scope: CentreScope,
  service: CatalogueService,
  facts: ApplicantFacts,
): Promise<{ readonly answer: EligibilityAnswer; readonly basis: CriterionBasis | null }> {
  const conditions = await conditionsOf(scope, service);
  const answer = answerEligibility(conditions, { facts, criteria: await criteriaOn(scope, scope.today) });
  return { answer, basis: JSON.stringify(conditions).includes('"incomeWithin"') ? await basisOf(scope, facts) : null };
}

async function basisOf(scope: CentreScope, { livesAlone, household }: ApplicantFacts): Promise<CriterionBasis | null> {
  const isAlone = livesAlone ?? household === 1;
  const found = (await lawOn(scope, scope.today)).find(isAlone ? 'incomeCriterionSingle' : 'incomeCriterionFamily');
  return found ? { article: found.article ?? '', from: found.validFrom, isVerified: found.verified } : null;
}
