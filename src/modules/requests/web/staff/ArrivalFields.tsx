import { formatShortDate } from '#shared/polishDate.ts';
import { DateField, errorOf, RadioGroup } from '#ui/index.ts';
import { requestStaffTexts, requestTexts } from '../../texts/index.ts';
import type { FieldsProps } from '../form/RequestFields.tsx';
import { deskChannels } from './take/deskShape.ts';

/** How and when something reached the desk. */
export function ArrivalFields({ typed, errors, today }: Omit<FieldsProps, 'lang'> & { readonly today: Temporal.PlainDate }) {
  const t = requestStaffTexts.in('pl');
  const words = requestTexts.in('pl');
  return (
    <>
      <RadioGroup
        name="channel"
        label={t('new.channel')}
        value={typed.get('channel')}
        error={errorOf(errors, 'channel')}
        choices={deskChannels.map((value) => ({ value, label: words(`channel.${value}`) }))}
        inline
      />
      <DateField
        name="receivedOn"
        label={t('new.receivedOn')}
        hint={t('new.receivedHint')}
        value={typed.has('receivedOn') ? typed.get('receivedOn') : formatShortDate(today)}
        error={errorOf(errors, 'receivedOn')}
      />
    </>
  );
}
