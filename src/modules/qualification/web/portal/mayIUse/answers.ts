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
    if ('code' in answer) errors.push({ field, ...answer });
    else told.push(answer);
  }
  const situations = Object.assign({}, ...told.map((each) => each.circumstances)) as ApplicantFacts['circumstances'];
  return { facts: Object.assign({}, nothingKnown, ...told, { circumstances: situations }) as ApplicantFacts, errors };
}

type Mistake = Omit<FieldError, 'field'>;
const notANumber: Mistake = { code: 'not-a-number' };
const oldest = 130;

function readAnswer(question: Question, typed: string): Partial<ApplicantFacts> | Mistake {
  switch (question) {
    case 'residesInArea':
      return { residesInArea: typed === 'yes' };
    case 'livesAlone':
      return { livesAlone: typed === 'yes' };
    case 'age': {
      if (!/^\d{1,3}([.,]\d{1,2})?$/.test(typed)) return notANumber;
      const age = Number(typed.replace(',', '.'));
      return age <= oldest ? { age } : { code: 'too-big', values: { max: oldest } };
    }
    case 'household': {
      if (!/^\d{1,3}$/.test(typed)) return notANumber;
      const household = Number(typed);
      return household >= 1 ? { household } : { code: 'too-small', values: { min: 1 } };
    }
    case 'disability': {
      const disabilityDegree = disabilityDegrees.find((degree) => degree === typed);
      return disabilityDegree ? { disabilityDegree } : { code: 'choose-one' };
    }
    case 'income': {
      const money = parseMoney(typed);
      return money.ok && money.value >= 0 ? { incomePerPersonGrosze: money.value } : notANumber;
    }
    default:
      return { circumstances: { [question.slice('situation.'.length) as Circumstance]: typed === 'yes' } };
  }
}
