import type { FormFields } from '#platform/http/index.ts';
import { DateField, FieldGroup, FieldRow, Heading, RadioGroup, SelectField, TextField } from '#ui/index.ts';
import { targetGroups } from '#shared/targetGroups.ts';
import { areas, asHeading } from '../../../domain/classification.ts';
import { FEE_KINDS, MODES, SERVICE_STATUSES } from '../../../domain/codes.ts';
import type { Schedule } from '../../../domain/parts.ts';
import type { LocationRecord } from '../../../domain/place.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { catalogueTexts } from '../../../texts/index.ts';
import { OFFERED_LANGUAGES } from '../../../usecases/editService.ts';
import { pricePers, type CardField } from './form.ts';
import { HoursSection } from './HoursSection.tsx';
import { CheckboxGroup, NumberField, TextArea, type Inherited } from './inheritable.tsx';

const t = catalogueStaffTexts.in('pl');
const card = catalogueTexts.in('pl');
const languageNames = new Intl.DisplayNames(['pl'], { type: 'language' });
const languageName = (code: string) => (code === 'pso' ? card('card.feature.sign-language') : (languageNames.of(code) ?? code));

interface Props {
  readonly field: (name: CardField) => {
    readonly name: CardField;
    readonly label: string;
    readonly value: string;
    readonly error: string | undefined;
    readonly required: boolean;
    /** The field's text comes from elsewhere and is shown only. */
    readonly inherited?: Inherited;
  };
  readonly typed: FormFields;
  readonly known: readonly Schedule[];
  readonly locations: readonly LocationRecord[];
  readonly wrong: readonly { readonly message: string; readonly field?: string | undefined }[];
}

/** The fields of a card in the order in which it is told: what, for whom, where and when, how much, what to bring, who. */
export function EditorSections({ field, typed, known, locations, wrong }: Props) {
  return (
    <>
      <Title text={t('editor.basics')} />
      <RadioGroup
        {...field('status')}
        required
        hint={t('editor.statusHint')}
        choices={SERVICE_STATUSES.map((each) => ({ value: each, label: t(`status.${each}`) }))}
      />
      <TextField {...field('name')} required width="full" />
      <TextArea {...field('summary')} rows={2} limit={500} />
      <TextArea {...field('scope')} hint={t('editor.scopeHint')} rows={8} limit={10_000} />
      <TextArea {...field('alert')} hint={t('editor.alertHint')} rows={2} limit={2000} />
      <TextArea {...field('everydayNames')} hint={t('editor.linesHint')} rows={4} />
      <TextArea {...field('keywords')} rows={3} />
      <CheckboxGroup
        {...field('areas')}
        required
        hint={t('editor.areasHint')}
        values={typed.all('areas')}
        choices={areas.map((area) => ({ value: String(area.number), label: `${area.number}. ${asHeading(area.name, 'pl')}` }))}
      />
      <Title text={t('editor.forWhom')} />
      <TextArea {...field('recipients')} rows={3} limit={4000} />
      <CheckboxGroup
        {...field('targetGroups')}
        values={typed.all('targetGroups')}
        choices={targetGroups.map((group) => ({ value: group.code, label: asHeading(group.name, 'pl') }))}
      />
      <FieldRow>
        <NumberField {...field('minimumAge')} decimal />
        <NumberField {...field('maximumAge')} decimal />
      </FieldRow>
      <TextArea {...field('qualification')} rows={4} limit={4000} />
      <Title text={t('editor.whereWhen')} />
      <CheckboxGroup
        {...field('modes')}
        values={typed.all('modes')}
        choices={MODES.map((mode) => ({ value: mode, label: card(`card.modeName.${mode}`) }))}
      />
      {locations.length === 0 ? null : (
        <CheckboxGroup
          {...field('placeIds')}
          values={typed.all('placeIds')}
          choices={locations.map((location) => ({ value: location.id ?? '', label: location.name, hint: addressOf(location) }))}
        />
      )}
      <FieldGroup legend={t('editor.newPlace')}>
        <TextField {...field('placeName')} width="long" />
        <TextField {...field('placeStreet')} width="long" />
        <FieldRow>
          <TextField {...field('placePostcode')} width="short" />
          <TextField {...field('placeTown')} width="medium" />
        </FieldRow>
      </FieldGroup>
      <TextField {...field('coverage')} width="long" />
      <TextArea {...field('serviceAreas')} hint={t('editor.serviceAreasHint')} rows={3} />
      <HoursSection typed={typed} known={known} wrong={wrong} />
      <TextArea {...field('schedule')} rows={3} limit={2000} />
      <FieldRow>
        <DateField {...field('validFrom')} />
        <DateField {...field('validTo')} />
      </FieldRow>
      <Title text={t('editor.howMuch')} />
      <FeeFields field={field} />
      <TextArea {...field('feeText')} hint={t('editor.feeTextHint')} rows={3} limit={2000} />
      <TextArea {...field('limitsText')} rows={3} limit={2000} />
      <NumberField {...field('capacity')} width="short" />
      <TextField {...field('waitTime')} width="long" />
      <Title text={t('editor.bring')} />
      <TextArea {...field('documents')} hint={t('editor.documentsHint')} rows={4} />
      <Title text={t('editor.who')} />
      <TextField {...field('provider')} width="long" />
      <TextField {...field('program')} width="long" />
      <TextArea {...field('funding')} rows={2} />
      <TextField {...field('phone')} type="tel" width="medium" />
      <TextField {...field('email')} type="email" width="long" />
      <TextField {...field('url')} type="url" width="long" />
      <Title text={t('editor.languagesTitle')} />
      <CheckboxGroup
        {...field('languages')}
        values={typed.all('languages')}
        choices={OFFERED_LANGUAGES.map((code) => ({ value: code, label: languageName(code) }))}
      />
      <TextField {...field('interpretation')} width="full" />
      <Title text={t('editor.truth')} />
      <TextField {...field('source')} width="full" />
      <DateField {...field('checkedOn')} />
    </>
  );
}

/** Kind and price of a fee, by which residents search and which open data tell. */
export const FeeFields = ({ field }: Pick<Props, 'field'>) => (
  <>
    <SelectField
      {...field('feeKind')}
      empty={t('editor.feeUnknown')}
      options={FEE_KINDS.map((each) => ({ value: each, label: t(`editor.fee.${each}`) }))}
    />
    <FieldRow>
      <NumberField {...field('price')} decimal suffix="zł" />
      <SelectField
        {...field('pricePer')}
        hint={t('editor.pricePerHint')}
        empty={t('editor.feeUnknown')}
        options={pricePers.map((each) => ({ value: each, label: card(`priceFor.${each}`) }))}
      />
    </FieldRow>
  </>
);

const Title = ({ text }: { readonly text: string }) => (
  <Heading level={2} size="sm">
    {text}
  </Heading>
);
const addressOf = ({ street, postcode, town }: LocationRecord) =>
  [street, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
