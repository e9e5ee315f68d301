import { draftAddress, type CentreContext, type Draft, type FieldError, type FormFields } from '#platform/http/index.ts';
import { inWords, RestoredDraft, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  CheckboxGroup,
  ConflictNotice,
  ErrorSummary,
  errorOf,
  FieldGroup,
  FieldRow,
  Form,
  FormActions,
  Heading,
  NumberField,
  Paragraph,
  Stack,
  TextArea,
  TextField,
} from '#ui/index.ts';
import { ACCESSIBILITY_FEATURES } from '../../../domain/codes.ts';
import { catalogueTexts } from '../../../texts/index.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import type { Location } from '../../../usecases/sharedRecords.ts';
import { placeFields, type PlaceField } from './form.ts';

interface Props {
  readonly c: CentreContext;
  readonly place: Location;
  readonly version: number;
  readonly typed: FormFields;
  readonly errors?: readonly FieldError[];
  readonly draft?: Draft | undefined;
  readonly theirs?: FormFields;
}
const t = catalogueStaffTexts.in('pl');
const card = catalogueTexts.in('pl');
const ownWords: Readonly<Record<string, string>> = {
  'name required': t('places.nameRequired'),
  'postcode not-a-postcode': t('error.postcode'),
  'latitude not-a-coordinate': t('places.coordinate'),
  'longitude not-a-coordinate': t('places.coordinate'),
  'latitude outside': t('places.outside'),
  'latitude both': t('places.both'),
  'longitude both': t('places.both'),
};

export function PlacePage({ c, place, version, typed, errors = [], draft, theirs }: Props) {
  const wrong = inWords('pl', errors, (field, code) => ownWords[`${field} ${code}`]);
  const action = c.at(`/praca/miejsca/${place.id}`);
  const field = (name: PlaceField) => ({
    name,
    label: t(`places.${name}`),
    value: typed.get(name),
    error: errorOf(wrong, name),
    required: false,
  });
  return (
    <StaffPage
      c={c}
      title={place.name}
      width="narrow"
      hasErrors={wrong.length > 0}
      crumbs={[
        { label: t('list.title'), href: c.at('/praca/uslugi') },
        { label: t('places.title'), href: c.at('/praca/miejsca') },
        { label: place.name },
      ]}
    >
      <Stack gap="lg">
        {wrong.length > 0 ? <ErrorSummary errors={wrong} /> : null}
        <Heading level={1} caption={t('places.caption')}>
          {place.name}
        </Heading>
        <RestoredDraft c={c} draft={draft} />
        {theirs ? (
          <ConflictNotice
            fields={placeFields.map((name) => ({
              label: t(`places.${name}`),
              mine: typed.all(name).join(', '),
              theirs: theirs.all(name).join(', '),
            }))}
          />
        ) : null}
        <Form action={action} idempotencyKey={c.submissionKey()} version={version} autosave={draftAddress(action)}>
          <TextField {...field('name')} required width="full" />
          <TextField {...field('street')} width="long" />
          <FieldRow>
            <TextField {...field('postcode')} width="short" />
            <TextField {...field('town')} width="medium" />
          </FieldRow>
          <FieldGroup legend={t('places.features')}>
            <CheckboxGroup
              {...field('features')}
              values={typed.all('features')}
              choices={ACCESSIBILITY_FEATURES.map((feature) => ({ value: feature, label: card(`card.feature.${feature}`) }))}
            />
            <TextArea {...field('otherFeatures')} hint={t('places.otherFeaturesHint')} rows={3} />
          </FieldGroup>
          <TextArea {...field('transportation')} rows={3} limit={2000} />
          <TextArea {...field('description')} rows={3} limit={4000} />
          <Paragraph small muted>
            {t('places.coordinatesHint')}
          </Paragraph>
          <FieldRow>
            <NumberField {...field('latitude')} decimal />
            <NumberField {...field('longitude')} decimal />
          </FieldRow>
          <FormActions>
            <Button type="submit">{t('places.save')}</Button>
          </FormActions>
        </Form>
      </Stack>
    </StaffPage>
  );
}
