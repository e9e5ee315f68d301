import type { Language } from '#platform/i18n/index.ts';
import { requestTexts } from '../texts/index.ts';

export interface StepAhead {
  readonly what: string;
  readonly who?: string;
  readonly dueOn?: string;
}

/** What happens after a request was filed, in the order in which it happens; the same on paper, by e-mail and on the screen. */
export function nextStepsOf(lang: Language, planDueOn: string | null): StepAhead[] {
  const t = requestTexts.in(lang);
  return [
    { what: t('nextSteps.check'), who: t('nextSteps.centre') },
    { what: t('nextSteps.meet'), who: t('nextSteps.both') },
    { what: t('nextSteps.decide'), who: t('nextSteps.centre') },
    { what: t('nextSteps.plan'), ...(planDueOn && { dueOn: planDueOn }) },
  ];
}
