import { errorOf, RadioGroup } from '#ui/index.ts';
import { applicantTypes } from '#modules/cases/index.ts';
import { requestTexts } from '../../../../texts/index.ts';
import { readChecked, whoShape, type Who } from '../../../form/shapes.ts';
import type { JourneyPage } from '../JourneyPage.ts';

export const whoPage: JourneyPage<Who> = {
  step: 'kto',
  names: ['applicantType'],
  asksInField: true,
  isAsked: () => true,
  title: (lang) => requestTexts.in(lang)('who.title'),
  read: (typed) => readChecked(whoShape, typed),
  fields({ lang, typed, errors }) {
    const t = requestTexts.in(lang);
    return (
      <RadioGroup
        name="applicantType"
        label={t('who.title')}
        asPageHeading
        value={typed.get('applicantType')}
        error={errorOf(errors, 'applicantType')}
        choices={applicantTypes.map((value) => ({ value, label: t(`who.${value}`), hint: t(`who.${value}Hint`) }))}
      />
    );
  },
  answers: ({ applicantType }, lang) => {
    const t = requestTexts.in(lang);
    return [{ label: t('who.label'), value: t(`who.${applicantType}`) }];
  },
};
