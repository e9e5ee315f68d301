import { parseMoney } from '#shared/money.ts';
import type { FieldError, FormFields } from '#platform/http/index.ts';
import { disabilityDegrees, nothingKnown, type ApplicantFacts, type Circumstance, type Question } from '#modules/eligibility/index.ts';

/** The field in which a question is answered. */
export const fieldOf = (question: Question): string => question.replace('.', '-');

export type ReadAnswers = { readonly facts: ApplicantFacts; readonly errors: readonly FieldError[] };

/** What was answered; everything may be left out. */
export function readAnswers(questions: readonly Question[], fields: FormFields): ReadAnswers {
  const told: Partial<ApplicantFacts>[] = [];
  const errors: FieldError[] = [];
  for (const question of questions) {
    const field = fieldOf(question);
    const typed = fields.get(field).trim();
    if (typed === '' || typed === 'unknown') continue;
    const answer = readAnswer(question, typed);
    if (typeof answer === 'string') errors.push({ field, code: answer });
    else told.push(answer);
  }
  const situations = Object.assign({}, ...told.map((each) => each.circumstances)) as ApplicantFacts['circumstances'];
  return { facts: Object.assign({}, nothingKnown, ...told, { circumstances: situations }) as ApplicantFacts, errors };
}

function readAnswer(question: Question, typed: string): Partial<ApplicantFacts> | string {
  switch (question) {
    case 'residesInArea':
      return { residesInArea: typed === 'yes' };
    case 'livesAlone':
      return { livesAlone: typed === 'yes' };
    case 'age': {
      if (!/^\d{1,3}([.,]\d{1,2})?$/.test(typed)) return 'not-a-number';
      const age = Number(typed.replace(',', '.'));
      return age <= 130 ? { age } : 'too-big';
    }
    case 'household': {
      if (!/^\d{1,3}$/.test(typed)) return 'not-a-number';
      const household = Number(typed);
      return household >= 1 ? { household } : 'too-small';
    }
    case 'disability': {
      const disabilityDegree = disabilityDegrees.find((degree) => degree === typed);
      return disabilityDegree ? { disabilityDegree } : 'choose-one';
    }
    case 'income': {
      const money = parseMoney(typed);
      return money.ok && money.value >= 0 ? { incomePerPersonGrosze: money.value } : 'not-a-number';
    }
    default:
      return { circumstances: { [question.slice('situation.'.length) as Circumstance]: typed === 'yes' } };
  }
}
