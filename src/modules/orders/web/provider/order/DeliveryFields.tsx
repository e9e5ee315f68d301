import { Checkbox, errorOf, DateField, NumberField, RadioGroup, Row, TextArea, TextField } from '#ui/index.ts';
import { confirmers, type DeliveryUnit } from '../../../domain/deliveries.ts';
import { staffTexts } from '../../../texts/texts.ts';
import type { Said } from './forms.ts';

const t = staffTexts.in('pl');

/** The fields of a delivered unit, used to record one and to say how a wrong one really was. */
export function DeliveryFields({
  unit,
  value,
  errors,
}: {
  readonly unit: DeliveryUnit;
  readonly value: (name: string) => string;
  readonly errors: readonly Said[];
}) {
  const isTime = unit === 'hour';
  // Only once such an entry was found: nobody needs to think of it before.
  const asksAgain = errorOf(errors, 'again') !== undefined || value('again') !== '';
  return (
    <>
      <DateField name="on" label={t('delivery.on')} value={value('on')} error={errorOf(errors, 'on')} />
      {isTime ? null : (
        <NumberField
          name="quantity"
          label={`${t('delivery.quantity')} (${t(`unitMany.${unit}`)})`}
          value={value('quantity')}
          error={errorOf(errors, 'quantity')}
        />
      )}
      <Row>
        <NumberField
          name="hours"
          label={t('delivery.hours')}
          hint={t('delivery.hoursHint')}
          value={value('hours')}
          error={errorOf(errors, 'hours')}
          required={isTime}
          decimal
        />
        <NumberField
          name="minutes"
          label={t('delivery.minutes')}
          value={value('minutes')}
          error={errorOf(errors, 'minutes')}
          required={false}
        />
      </Row>
      <TextField
        name="worker"
        label={t('delivery.worker')}
        value={value('worker')}
        error={errorOf(errors, 'worker')}
        width="long"
        autocomplete="off"
      />
      <RadioGroup
        name="confirmedBy"
        label={t('delivery.confirmedBy')}
        value={value('confirmedBy')}
        error={errorOf(errors, 'confirmedBy')}
        required={false}
        choices={[
          ...confirmers.map((each) => ({ value: each, label: t(`confirmer.${each}`) })),
          { value: '', label: t('delivery.notYet') },
        ]}
      />
      {asksAgain ? (
        <Checkbox
          name="again"
          label={t('delivery.again')}
          error={errorOf(errors, 'again')}
          checked={value('again') !== ''}
          required={false}
        />
      ) : null}
      <TextArea name="note" label={t('delivery.note')} value={value('note')} error={errorOf(errors, 'note')} required={false} rows={2} />
    </>
  );
}
