import type { FormFields } from '#platform/http/index.ts';
import { errorOf, FieldRow, NumberField, TextArea, TextField } from '#ui/index.ts';
import type { Schedule } from '../../../domain/parts.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';
import { HoursSection } from '../../staff/serviceEditor/HoursSection.tsx';
import { labelOf } from '../../cardInWords.ts';
import type { OwnFormField } from './form.ts';

const t = catalogueStaffTexts.in('pl');
interface Props {
  readonly typed: FormFields;
  readonly known: readonly Schedule[];
  readonly wrong: readonly { readonly message: string; readonly field?: string | undefined }[];
}

/** The fields that a provider knows of its own service. */
export function OwnFieldsSection({ typed, known, wrong }: Props) {
  const field = (name: OwnFormField) => ({
    name,
    label: name === 'message' ? stewardTexts.in('pl')('own.message') : labelOf(name),
    value: typed.get(name),
    error: errorOf(wrong, name),
    required: false,
  });
  return (
    <>
      <TextArea {...field('summary')} rows={2} limit={500} />
      <TextArea {...field('scope')} hint={t('editor.scopeHint')} rows={8} limit={10_000} />
      <TextArea {...field('alert')} hint={t('editor.alertHint')} rows={2} limit={2000} />
      <TextArea {...field('recipients')} rows={3} limit={4000} />
      <TextArea {...field('documents')} hint={t('editor.documentsHint')} rows={4} />
      <HoursSection typed={typed} known={known} wrong={wrong} />
      <TextArea {...field('schedule')} rows={3} limit={2000} />
      <TextArea {...field('feeText')} rows={3} limit={2000} />
      <NumberField {...field('capacity')} width="short" />
      <TextField {...field('waitTime')} width="long" />
      <TextField {...field('interpretation')} width="full" />
      <FieldRow>
        <TextField {...field('phone')} type="tel" width="medium" />
        <TextField {...field('email')} type="email" width="long" />
      </FieldRow>
      <TextField {...field('url')} type="url" width="long" />
      <TextArea {...field('message')} rows={2} limit={2000} />
    </>
  );
}
