import type { FormFields } from '#platform/http/index.ts';
import type { Language } from '#platform/i18n/index.ts';
import { DateField, Details, errorOf, Paragraph, PeselField, SelectField, TextField } from '#ui/index.ts';
import { requestTexts } from '../../texts/index.ts';
import type { Mistake } from './mistakes.ts';
import { contactWays, documentKinds, situationLimit } from './shapes.ts';
import { Checkbox, Notice, PhoneLinks, RadioGroup, TextArea } from '#ui/index.ts';

export interface FieldsProps {
  readonly lang: Language;
  readonly typed: FormFields;
  readonly errors: readonly Mistake[];
}

/** Who the services are for. `isOwn`: the person writes about themselves, so the browser may help. */
export function PersonFields({
  lang,
  typed,
  errors,
  isOwn = false,
  mayLackBirth = false,
  storedPesel,
}: FieldsProps & { isOwn?: boolean; mayLackBirth?: boolean; storedPesel?: string }) {
  const t = requestTexts.in(lang);
  const field = (name: string) => ({ name, value: typed.get(name), error: errorOf(errors, name) });
  const hasDocument = typed.get('documentKind') !== '' || typed.get('documentNumber') !== '';
  return (
    <>
      <TextField {...field('givenName')} label={t('person.givenName')} autocomplete={isOwn ? 'given-name' : 'off'} spellcheck={false} />
      <TextField {...field('familyName')} label={t('person.familyName')} autocomplete={isOwn ? 'family-name' : 'off'} spellcheck={false} />
      <DateField
        {...field('birthDate')}
        isBirth
        label={t('person.birthDate')}
        required={!mayLackBirth}
        autocomplete={isOwn ? 'bday' : 'off'}
      />
      <PeselField {...field('pesel')} label={t('person.pesel')} required={false} storedMasked={storedPesel} />
      <Details summary={t('person.noPesel')} open={hasDocument}>
        <Paragraph>{t('person.noPeselText')}</Paragraph>
        <SelectField
          {...field('documentKind')}
          label={t('person.documentKind')}
          required={false}
          options={documentKinds.map((kind) => ({ value: kind, label: t(`person.kind.${kind}`) }))}
        />
        <TextField {...field('documentNumber')} label={t('person.documentNumber')} required={false} autocomplete="off" width="medium" />
      </Details>
    </>
  );
}

interface AtDesk {
  readonly required?: boolean;
  /** Staff write about somebody else: "Imię" rather than "Twoje imię". */
  readonly labels?: { readonly givenName: string; readonly familyName: string };
}
export function ApplicantFields({ lang, typed, errors, required = true, labels }: FieldsProps & AtDesk) {
  const t = requestTexts.in(lang);
  const field = (name: string) => ({ name, value: typed.get(name), error: errorOf(errors, name), required });
  return (
    <>
      <TextField
        {...field('applicantGivenName')}
        label={labels?.givenName ?? t('applicant.givenName')}
        autocomplete={required ? 'given-name' : 'off'}
      />
      <TextField
        {...field('applicantFamilyName')}
        label={labels?.familyName ?? t('applicant.familyName')}
        autocomplete={required ? 'family-name' : 'off'}
      />
    </>
  );
}

/** `atDesk`: nothing is obligatory, because staff write down what is known. */
export function AddressFields({ lang, typed, errors, isOwn = false, atDesk = false }: FieldsProps & { isOwn?: boolean; atDesk?: boolean }) {
  const t = requestTexts.in(lang);
  const field = (name: string) => ({ name, value: typed.get(name), error: errorOf(errors, name) });
  return (
    <>
      <TextField {...field('addressLine')} label={t('address.line')} required={!atDesk} autocomplete={isOwn ? 'street-address' : 'off'} />
      <TextField
        {...field('postcode')}
        label={t('address.postcode')}
        required={false}
        width="short"
        inputmode="numeric"
        autocomplete={isOwn ? 'postal-code' : 'off'}
      />
      <TextField {...field('town')} label={t('address.town')} required={!atDesk} autocomplete={isOwn ? 'address-level2' : 'off'} />
      {atDesk ? null : (
        <Checkbox
          name="noAddress"
          label={t('address.none')}
          hint={t(isOwn ? 'address.noneHintSelf' : 'address.noneHint')}
          checked={typed.get('noAddress') !== ''}
        />
      )}
    </>
  );
}

export function ContactFields({
  lang,
  typed,
  errors,
  atDesk = false,
  isRecord = false,
}: FieldsProps & { atDesk?: boolean; isRecord?: boolean }) {
  const t = requestTexts.in(lang);
  const field = (name: string) => ({ name, value: typed.get(name), error: errorOf(errors, name) });
  const way = { phone: 'contact.byPhone', email: 'contact.byEmail', post: 'contact.byPost', visit: 'contact.byVisit' } as const;
  return (
    <>
      <TextField
        {...field('phone')}
        label={t('contact.phone')}
        type="tel"
        required={false}
        autocomplete={atDesk ? 'off' : 'tel'}
        width="medium"
      />
      <TextField
        {...field('email')}
        label={t('contact.email')}
        hint={isRecord ? undefined : t('contact.emailHint')}
        type="email"
        required={false}
        autocomplete={atDesk ? 'off' : 'email'}
      />
      <RadioGroup
        {...field('preferredContact')}
        required={!atDesk}
        label={t(atDesk ? 'contact.preferredLabel' : 'contact.preferred')}
        choices={contactWays.map((value) => ({ value, label: t(way[value]) }))}
      />
      <RadioGroup
        name="language"
        label={t(atDesk ? 'contact.languageLabel' : 'contact.language')}
        value={typed.get('language') || lang}
        error={errorOf(errors, 'language')}
        inline
        choices={(['pl', 'en', 'uk'] as const).map((value) => ({ value, label: t(`contact.${value}`) }))}
      />
    </>
  );
}

export function SituationFields({ lang, typed, errors }: FieldsProps) {
  const t = requestTexts.in(lang);
  return (
    <>
      <TextArea
        name="situation"
        label={t('situation.label')}
        hint={t('situation.hint')}
        value={typed.get('situation')}
        error={errorOf(errors, 'situation')}
        required={false}
        rows={8}
        limit={situationLimit}
      />
      <UrgentField lang={lang} typed={typed} errors={errors} />
    </>
  );
}

export function UrgentField({ lang, typed, errors }: FieldsProps) {
  const t = requestTexts.in(lang);
  return (
    <RadioGroup
      name="urgent"
      label={t('situation.urgent')}
      value={typed.get('urgent')}
      error={errorOf(errors, 'urgent')}
      inline
      choices={[
        { value: 'no', label: t('situation.no') },
        { value: 'yes', label: t('situation.yes') },
      ]}
    />
  );
}

/** What to do when somebody is in danger now: this page is not read at night. */
export function DangerNotice({ lang }: Pick<FieldsProps, 'lang'>) {
  const t = requestTexts.in(lang);
  const [before, ...after] = t('situation.danger').split('112');
  return (
    <Notice tone="warning" title={t('situation.dangerTitle')}>
      <Paragraph>
        {before}
        <PhoneLinks number="112" />
        {after.join('112')}
      </Paragraph>
    </Notice>
  );
}
