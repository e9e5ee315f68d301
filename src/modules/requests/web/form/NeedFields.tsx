import { errorOf, Heading, Paragraph, RadioGroup, TextArea, TextField } from '#ui/index.ts';
import { reporterKinds } from '#modules/cases/index.ts';
import { requestStaffTexts, requestTexts } from '../../texts/index.ts';
import { descriptionLimit } from './needShape.ts';
import { UrgentField, type FieldsProps } from './RequestFields.tsx';

/** On the portal nobody signs in, so only staff report as community organisers. */
const publicKinds = reporterKinds.filter((kind) => kind !== 'communityOrganiser');

type Asked =
  | 'reporter'
  | 'descriptionHint'
  | 'personTitle'
  | 'personText'
  | 'reporterTitle'
  | 'anonymousNo'
  | 'anonymousNoHint'
  | 'anonymousYes'
  | 'ownName'
  | 'ownPhone'
  | 'ownEmail';

export function NeedFields({ lang, typed, errors, byStaff = false }: FieldsProps & { byStaff?: boolean }) {
  const t = requestTexts.in(lang);
  const desk = requestStaffTexts.in('pl');
  /** Staff write down what somebody else says, so they are not spoken to as the one who says it. */
  const asked = (key: Asked) => (byStaff ? desk(`need.asked.${key}`) : t(`need.${key}`));
  const kindInWords = (kind: (typeof reporterKinds)[number]) =>
    byStaff && kind === 'self' ? desk('need.asked.self') : t(`need.kind.${kind}`);
  const field = (name: string) => ({ name, value: typed.get(name), error: errorOf(errors, name) });
  return (
    <>
      <RadioGroup
        {...field('reporter')}
        label={asked('reporter')}
        choices={(byStaff ? reporterKinds : publicKinds).map((value) => ({ value, label: kindInWords(value) }))}
      />
      <TextArea {...field('description')} label={t('need.description')} hint={asked('descriptionHint')} rows={7} limit={descriptionLimit} />
      <UrgentField lang={lang} typed={typed} errors={errors} />
      <div>
        <Heading level={2} size="sm">
          {asked('personTitle')}
        </Heading>
        <Paragraph>{asked('personText')}</Paragraph>
      </div>
      <TextField {...field('personName')} label={t('need.name')} required={false} autocomplete="off" />
      <TextField {...field('whereabouts')} label={t('need.whereabouts')} required={false} autocomplete="off" width="full" />
      <TextField {...field('personPhone')} label={t('need.contact')} type="tel" required={false} autocomplete="off" width="medium" />
      <Heading level={2} size="sm">
        {asked('reporterTitle')}
      </Heading>
      <RadioGroup
        {...field('anonymous')}
        label={t('need.anonymous')}
        choices={[
          {
            value: 'no',
            label: asked('anonymousNo'),
            hint: asked('anonymousNoHint'),
            reveals: (
              <>
                <TextField {...field('ownName')} label={asked('ownName')} required={false} autocomplete={byStaff ? 'off' : 'name'} />
                <TextField
                  {...field('ownPhone')}
                  label={asked('ownPhone')}
                  type="tel"
                  required={false}
                  autocomplete={byStaff ? 'off' : 'tel'}
                  width="medium"
                />
                <TextField
                  {...field('ownEmail')}
                  label={asked('ownEmail')}
                  type="email"
                  required={false}
                  autocomplete={byStaff ? 'off' : 'email'}
                />
              </>
            ),
          },
          { value: 'yes', label: asked('anonymousYes') },
        ]}
      />
    </>
  );
}
