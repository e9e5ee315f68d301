import type { Language } from '#platform/i18n/index.ts';
import type { FormFields } from '#platform/http/index.ts';
import { errorOf, NumberField, RadioGroup, TextField } from '#ui/index.ts';
import { degreeInWords, disabilityDegrees, questionInWords, type Question } from '#modules/eligibility/index.ts';
import { mayIUseTexts } from '../../../texts/words.ts';
import { fieldOf } from './answers.ts';

interface Props {
  readonly question: Question;
  readonly lang: Language;
  readonly typed: FormFields;
  readonly errors: readonly { readonly field?: string; readonly message: string }[];
}

/** One question with its answers; none is required. */
export function QuestionField({ question, lang, typed, errors }: Props) {
  const t = mayIUseTexts.in(lang);
  const name = fieldOf(question);
  const field = { name, label: questionInWords(question, lang), value: typed.get(name), error: errorOf(errors, name), required: false };
  if (question === 'age') return <NumberField {...field} hint={t('ageHint')} decimal width="short" suffix={t('years')} />;
  if (question === 'household') return <NumberField {...field} width="short" />;
  if (question === 'income') return <TextField {...field} hint={t('incomeHint')} inputmode="decimal" width="short" suffix="zł" />;
  if (question === 'disability') {
    const degrees = disabilityDegrees.toReversed().map((degree) => ({ value: degree as string, label: degreeInWords(degree, lang) }));
    return <RadioGroup {...field} choices={[...degrees, { value: 'unknown', label: t('unknown') }]} />;
  }
  const choices = (['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: t(value) }));
  return <RadioGroup {...field} choices={choices} inline />;
}
