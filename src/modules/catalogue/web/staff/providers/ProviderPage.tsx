import { draftAddress, type CentreContext, type Draft, type FieldError, type FormFields } from '#platform/http/index.ts';
import { inWords, RestoredDraft, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  ConflictNotice,
  DateField,
  ErrorSummary,
  errorOf,
  FieldGroup,
  FieldRow,
  Form,
  FormActions,
  Heading,
  Paragraph,
  RadioGroup,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '#ui/index.ts';
import { PROVIDER_KINDS } from '../../../domain/codes.ts';
import type { ProviderRow } from '../../../store/tables.ts';
import { catalogueTexts } from '../../../texts/index.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { providerFields, type ProviderField } from './form.ts';

interface Props {
  readonly c: CentreContext;
  readonly typed: FormFields;
  /** Absent for a provider that is being added. */
  readonly row?: ProviderRow;
  readonly version?: number;
  readonly errors?: readonly FieldError[];
  readonly draft?: Draft | undefined;
  readonly theirs?: FormFields;
}
const t = catalogueStaffTexts.in('pl');
const card = catalogueTexts.in('pl');
const numbers = ['nip', 'regon', 'krs'] as const;

function words(field: string, code: string): string | undefined {
  const number = numbers.find((each) => each === field);
  if (number) return t(`providers.wrong.${number}.${code as 'not-digits'}`);
  const own: Readonly<Record<string, string>> = {
    'name required': t('providers.nameRequired'),
    'name name-taken': t('providers.nameTaken'),
    'yearIncorporated not-a-year': t('providers.year'),
    'proofNumber proof-needed': t('providers.proofNeeded'),
    'proofTo date-order': t('error.order'),
    'website not-a-url': t('error.url'),
    'publicPhone not-a-phone': t('error.phone'),
    'phone not-a-phone': t('error.phone'),
  };
  return own[`${field} ${code}`];
}

export function ProviderPage({ c, typed, row, version, errors = [], draft, theirs }: Props) {
  const wrong = inWords('pl', errors, words);
  const action = row ? c.at(`/praca/wykonawcy/${row.id}`) : c.at('/praca/wykonawcy/nowy');
  const title = row?.name ?? t('providers.titleNew');
  const field = (name: ProviderField) => ({
    name,
    label: t(`providers.${name}`),
    value: typed.get(name),
    error: errorOf(wrong, name),
    required: false,
  });
  return (
    <StaffPage
      c={c}
      title={title}
      width="narrow"
      hasErrors={wrong.length > 0}
      crumbs={[{ label: t('providers.title'), href: c.at('/praca/wykonawcy') }, { label: title }]}
    >
      <Stack gap="lg">
        {wrong.length > 0 ? (
          <ErrorSummary
            errors={wrong.map((each) => ({ ...each, message: `${t(`providers.${each.field as 'name'}`)}: ${each.message}` }))}
          />
        ) : null}
        <Heading level={1} {...(row && { caption: t('providers.caption') })}>
          {title}
        </Heading>
        <RestoredDraft c={c} draft={draft} />
        {theirs ? (
          <ConflictNotice
            fields={providerFields.map((name) => ({ label: t(`providers.${name}`), mine: typed.get(name), theirs: theirs.get(name) }))}
          />
        ) : null}
        <Form
          action={action}
          autosave={draftAddress(action)}
          idempotencyKey={c.submissionKey()}
          {...(version !== undefined && { version })}
        >
          <TextField {...field('name')} required width="full" />
          <TextField {...field('alternateName')} width="long" />
          <SelectField
            {...field('kind')}
            empty={t('providers.unknown')}
            options={PROVIDER_KINDS.map((kind) => ({ value: kind, label: card(`card.kind.${kind}`) }))}
          />
          <TextArea {...field('description')} rows={4} limit={10_000} />
          <FieldGroup legend={t('providers.numbers')}>
            <FieldRow>
              <TextField {...field('nip')} width="medium" inputmode="numeric" />
              <TextField {...field('regon')} width="medium" inputmode="numeric" />
              <TextField {...field('krs')} width="medium" inputmode="numeric" />
            </FieldRow>
            <TextField {...field('legalStatus')} width="long" />
            <TextField {...field('yearIncorporated')} width="short" inputmode="numeric" />
          </FieldGroup>
          <FieldGroup legend={t('providers.proof')}>
            <Paragraph small muted>
              {t('providers.proofHint')}
            </Paragraph>
            <TextField {...field('proofNumber')} width="long" />
            <TextField {...field('proofBasis')} width="full" />
            <FieldRow>
              <DateField {...field('proofFrom')} />
              <DateField {...field('proofTo')} />
            </FieldRow>
          </FieldGroup>
          <FieldGroup legend={t('providers.forResidents')}>
            <TextField {...field('publicPhone')} type="tel" width="medium" />
            <TextField {...field('publicEmail')} type="email" width="long" />
            <TextField {...field('website')} type="url" width="long" />
          </FieldGroup>
          <FieldGroup legend={t('providers.forOrders')}>
            <Paragraph small muted>
              {t('providers.forOrdersHint')}
            </Paragraph>
            <TextField {...field('phone')} type="tel" width="medium" />
            <TextField {...field('email')} type="email" width="long" />
          </FieldGroup>
          <RadioGroup
            {...field('isActive')}
            required
            inline
            choices={[
              { value: 'yes', label: t('providers.yes') },
              { value: 'no', label: t('providers.no') },
            ]}
          />
          <FormActions>
            <Button type="submit">{t('providers.save')}</Button>
          </FormActions>
        </Form>
      </Stack>
    </StaffPage>
  );
}
