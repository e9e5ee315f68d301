import { formatDate } from '#shared/polishDate.ts';
import type { FormFields } from '#platform/http/index.ts';
import { errorOf, HiddenField, Notice, Paragraph, RadioGroup, TextArea } from '#ui/index.ts';
import { fullName, type LikelySame } from '#modules/people/index.ts';
import { requestStaffTexts } from '../../../texts/index.ts';
import type { Mistake } from '../../form/mistakes.ts';

/** Marks about whom the question was asked: others who resemble the person are a new question. */
export const idsOf = (same: readonly LikelySame[]): string =>
  same
    .map(({ person }) => person.id)
    .toSorted()
    .join(' ');

interface Props {
  readonly same: readonly LikelySame[];
  readonly typed: FormFields;
  readonly errors: readonly Mistake[];
}

/** Asked before a person is written down a second time. With the same PESEL there is nothing to choose but that person. */
export function SamePerson({ same, typed, errors }: Props) {
  const t = requestStaffTexts.in('pl');
  const mayBeOther = same.every((each) => each.because !== 'pesel');
  const known = same
    .filter((each) => mayBeOther || each.because === 'pesel')
    .map(({ person, because }) => ({
      value: person.id,
      label: t('same.is', { name: fullName(person), birth: person.birthDate ? formatDate(person.birthDate) : t('same.noBirth') }),
      hint: [t(`same.because.${because}`), person.town].filter(Boolean).join(' · '),
    }));
  const other = {
    value: 'other',
    label: t('same.other'),
    reveals: (
      <TextArea
        name="otherReason"
        label={t('same.reason')}
        hint={t('same.reasonHint')}
        value={typed.get('otherReason')}
        error={errorOf(errors, 'otherReason')}
        required={false}
        rows={2}
      />
    ),
  };
  return (
    <Notice tone="warning" title={t('same.title')} live>
      <HiddenField name="askedAbout" value={idsOf(same)} />
      <Paragraph>{t('same.lead')}</Paragraph>
      <RadioGroup
        name="samePerson"
        label={t('same.label')}
        value={typed.get('samePerson')}
        error={errorOf(errors, 'samePerson')}
        choices={mayBeOther ? [...known, other] : known}
      />
    </Notice>
  );
}
