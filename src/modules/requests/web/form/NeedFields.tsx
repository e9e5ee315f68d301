import { errorOf, Heading, Paragraph, RadioGroup, TextArea, TextField } from '#ui/index.ts';
import { reporterKinds } from '#modules/cases/index.ts';
import { requestTexts } from '../../texts/index.ts';
import { descriptionLimit } from './needShape.ts';
import { UrgentField, type FieldsProps } from './RequestFields.tsx';

/** On the portal nobody signs in, so only staff report as community organisers. */
const publicKinds = reporterKinds.filter((kind) => kind !== 'communityOrganiser');

export function NeedFields({ lang, typed, errors, byStaff = false }: FieldsProps & { byStaff?: boolean }) {
  const t = requestTexts.in(lang);
  const field = (name: string) => ({ name, value: typed.get(name), error: errorOf(errors, name) });
  return (
    <>
      <RadioGroup
        {...field('reporter')}
        label={t('need.reporter')}
        choices={(byStaff ? reporterKinds : publicKinds).map((value) => ({ value, label: t(`need.kind.${value}`) }))}
      />
      <TextArea
        {...field('description')}
        label={t('need.description')}
        hint={t('need.descriptionHint')}
        rows={7}
        limit={descriptionLimit}
      />
      <UrgentField lang={lang} typed={typed} errors={errors} />
      <div>
        <Heading level={2} size="sm">
          {t('need.personTitle')}
        </Heading>
        <Paragraph>{t('need.personText')}</Paragraph>
      </div>
      <TextField {...field('personName')} label={t('need.name')} required={false} autocomplete="off" />
      <TextField {...field('whereabouts')} label={t('need.whereabouts')} required={false} autocomplete="off" width="full" />
      <TextField {...field('personPhone')} label={t('need.contact')} type="tel" required={false} autocomplete="off" width="medium" />
      <Heading level={2} size="sm">
        {t('need.reporterTitle')}
      </Heading>
      <RadioGroup
        {...field('anonymous')}
        label={t('need.anonymous')}
        choices={[
          {
            value: 'no',
            label: t('need.anonymousNo'),
            hint: t('need.anonymousNoHint'),
            reveals: (
              <>
                <TextField {...field('ownName')} label={t('need.ownName')} required={false} autocomplete={byStaff ? 'off' : 'name'} />
                <TextField
                  {...field('ownPhone')}
                  label={t('need.ownPhone')}
                  type="tel"
                  required={false}
                  autocomplete={byStaff ? 'off' : 'tel'}
                  width="medium"
                />
                <TextField
                  {...field('ownEmail')}
                  label={t('need.ownEmail')}
                  type="email"
                  required={false}
                  autocomplete={byStaff ? 'off' : 'email'}
                />
              </>
            ),
          },
          { value: 'yes', label: t('need.anonymousYes') },
        ]}
      />
    </>
  );
}
