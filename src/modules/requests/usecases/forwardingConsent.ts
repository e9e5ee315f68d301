import type { Result } from '#shared/result.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { actOnCase, type CaseConflict, type CaseRefusal, type CaseState } from '#modules/cases/index.ts';

/** Takes back the consent to passing a request on. What was passed on before stays passed on. */
export const withdrawForwardingConsent = (
  scope: CentreScope,
  caseId: string,
  consentId: string,
): Promise<Result<CaseState, readonly (CaseRefusal | CaseConflict)[]>> =>
  actOnCase(scope, caseId, null, { type: 'withdrawConsent', data: { consentId, withdrawnOn: scope.today.toString() } });
