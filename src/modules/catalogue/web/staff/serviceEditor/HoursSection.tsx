import type { FormFields } from '#platform/http/index.ts';
import { CheckboxGroup, errorOf, FieldGroup, FieldRow, Paragraph, TextField } from '#ui/index.ts';
import type { Schedule } from '../../../domain/parts.ts';
import { WEEKDAYS } from '../../../domain/schedule.ts';
import { splitSchedules } from '../../../domain/weekOfSchedules.ts';
import { scheduleTexts } from '../../../texts/schedule.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { scheduleInWords } from '../../scheduleWords.ts';
import { hourFields, OTHER_SCHEDULES } from './hoursForm.ts';

const t = catalogueStaffTexts.in('pl');
const days = scheduleTexts.in('pl');

interface Props {
  readonly typed: FormFields;
  readonly known: readonly Schedule[];
  readonly wrong: readonly { readonly message: string; readonly field?: string | undefined }[];
}

/** The week of a service, a pair of hours a day, and its other schedules. */
export function HoursSection({ typed, known, wrong }: Props) {
  return (
    <FieldGroup legend={t('editor.hours')} allOptional>
      <Paragraph small muted>
        {t('editor.hoursHint')}
      </Paragraph>
      {WEEKDAYS.map((day) => {
        const { from, to } = hourFields(day);
        const clock = (name: string, label: string) => ({
          name,
          label: `${days(`day.${day}`)} ${label}`,
          value: typed.get(name),
          error: errorOf(wrong, name),
          required: false,
          width: 'short' as const,
        });
        return (
          <FieldRow even>
            <TextField {...clock(from, t('editor.from'))} />
            <TextField {...clock(to, t('editor.to'))} />
          </FieldRow>
        );
      })}
      <OtherSchedules typed={typed} known={known} />
    </FieldGroup>
  );
}

/** Schedules that a week does not show, each to keep or to drop. */
function OtherSchedules({ typed, known }: { readonly typed: FormFields; readonly known: readonly Schedule[] }) {
  const { others } = splitSchedules(known);
  if (others.length === 0) return null;
  return (
    <CheckboxGroup
      name={OTHER_SCHEDULES}
      label={t('editor.otherSchedules')}
      hint={t('editor.otherSchedulesHint')}
      required={false}
      values={typed.all(OTHER_SCHEDULES)}
      choices={others.map(([index, schedule]) => ({ value: String(index), label: scheduleInWords(schedule, 'pl') ?? '–' }))}
    />
  );
}
