import type { FormFields } from '#platform/http/index.ts';
import { errorOf, FieldRow, FixedField, NumberField, Tag, TextArea as LongText, TextField } from '#ui/index.ts';
import type { InheritedFields } from '#platform/module.ts';
import type { ServiceRecord } from '../../../domain/service.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';
import { HoursSection } from '../../staff/serviceEditor/HoursSection.tsx';
import { labelOf } from '../../cardInWords.ts';
import type { OwnFormField } from './form.ts';

const t = catalogueStaffTexts.in('pl');
const own = stewardTexts.in('pl');
interface Props {
  readonly typed: FormFields;
  readonly service: Pick<ServiceRecord, 'schedules'>;
  readonly wrong: readonly { readonly message: string; readonly field?: string | undefined }[];
  /** What of the card comes from elsewhere: shown, not to be proposed. */
  readonly inherited: InheritedFields | null;
}

/** The fields that a provider knows of its own service. */
export function OwnFieldsSection({ typed, service, wrong, inherited }: Props) {
  const TextArea = ({ name, ...props }: Parameters<typeof LongText>[0]) =>
    inherited?.names.includes(name) ? (
      <FixedField
        name={name}
        label={props.label}
        text={props.value ?? ''}
        note={<Tag tone="info">{inherited.source}</Tag>}
        action={own('own.inherited')}
      />
    ) : (
      <LongText name={name} {...props} />
    );
  const field = (name: OwnFormField) => ({
    name,
    label: name === 'message' ? own('own.message') : labelOf(name),
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
      <HoursSection typed={typed} known={service.schedules} wrong={wrong} />
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
