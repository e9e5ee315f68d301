import { formatInstant } from '#shared/polishDate.ts';
import type { CentreContext, FormFields } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  CentreContact,
  Columns,
  comparedFields,
  ConflictNotice,
  ErrorSummary,
  errorOf,
  FieldGroup,
  Form,
  FormActions,
  Heading,
  Lead,
  Link,
  Notice,
  Paragraph,
  Stack,
  SummaryList,
  TextArea,
  TextField,
} from '#ui/index.ts';
import { longestTold } from '../../../domain/description.ts';
import { mayDescribeCentre } from '../../../policy.ts';
import { centreStaffTexts } from '../../../texts/staff.ts';
import type { OwnDescription } from '../../../usecases/describeCentre.ts';

const t = centreStaffTexts.in('pl');

interface Props {
  readonly c: CentreContext;
  readonly own: OwnDescription;
  readonly typed: FormFields;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
  /** What somebody else saved meanwhile. */
  readonly theirs?: FormFields;
}

/** Where the centre's administrator tells how the centre is reached and which places its gmina has. */
export function DescriptionPage({ c, own, typed, errors = [], theirs }: Props) {
  const isKeeper = mayDescribeCentre.allows(c.actor).allowed;
  const isDemo = c.world.isDemo || c.centre.isDemo;
  const fields = Fields({ c, own, typed, errors });
  return (
    <StaffPage c={c} title={t('title')} hasErrors={errors.length > 0} crumbs={[{ label: t('title') }]}>
      <Stack gap="lg">
        {errors.length > 0 ? <ErrorSummary errors={[...errors]} /> : null}
        <div>
          <Heading level={1}>{t('title')}</Heading>
          <Lead>{t('lead')}</Lead>
          {isKeeper ? null : <Paragraph>{t('readOnly')}</Paragraph>}
        </div>
        {theirs ? <ConflictNotice fields={comparedFields(fields, typed, theirs)} /> : null}
        {isDemo ? <Notice>{t('demo')}</Notice> : null}
        <Columns aside={<Preview c={c} own={own} />}>
          {isKeeper ? (
            <Form action={c.path} idempotencyKey={c.submissionKey()} version={own.version} label={t('title')}>
              {fields}
              <FormActions>
                <Button type="submit">{t('save')}</Button>
              </FormActions>
            </Form>
          ) : (
            <SummaryList rows={rowsOf(c, own)} />
          )}
        </Columns>
      </Stack>
    </StaffPage>
  );
}

function Fields({ c, own, typed, errors }: Required<Pick<Props, 'c' | 'own' | 'typed' | 'errors'>>) {
  const text = (name: 'phone' | 'email' | 'address' | 'hours' | 'website') => ({
    name,
    label: t(name),
    value: typed.get(name),
    error: errorOf(errors, name),
    maxlength: longestTold,
    required: false,
  });
  return (
    <>
      <FieldGroup legend={t('reach')} allOptional>
        <TextField {...text('phone')} hint={t('phoneHint')} width="full" />
        <TextField {...text('email')} inputmode="email" width="long" />
        <TextField {...text('address')} hint={t('addressHint')} width="full" />
        <TextField {...text('hours')} hint={t('hoursHint')} width="full" />
        <TextField {...text('website')} hint={t('websiteHint')} inputmode="url" width="full" />
      </FieldGroup>
      {c.centre.kind === 'centre' ? (
        <FieldGroup legend={t('places')} allOptional>
          <Paragraph muted>{placesInWords(own)}</Paragraph>
          <TextArea
            name="localities"
            label={t('localities')}
            hint={t('localitiesHint')}
            value={typed.get('localities')}
            error={errorOf(errors, 'localities')}
            rows={10}
            required={false}
            spellcheck={false}
          />
        </FieldGroup>
      ) : null}
    </>
  );
}

function placesInWords({ localities, registered }: OwnDescription): string {
  if (localities !== null) return t('own', { count: localities.length });
  return registered.length === 0 ? t('noPlaces') : t('registered', { count: registered.length });
}

/** What stands at the foot of residents' pages, from what is saved. */
function Preview({ c, own }: Pick<Props, 'c' | 'own'>) {
  const { phone, email, address, hours, website } = own;
  const said = { phone, email, address, hours, website };
  const told = Object.fromEntries(Object.entries(said).filter(([, text]) => text !== null)) as { [Name in keyof typeof said]?: string };
  return (
    <Card title={t('preview')} tone="tinted">
      <Stack gap="sm">
        <CentreContact centre={{ name: c.centre.displayName, ...told }} />
        {phone === null && email === null ? <Paragraph>{t('previewNothing')}</Paragraph> : null}
        <Paragraph>
          <Link href={c.at('/')}>{t('open')}</Link>
        </Paragraph>
        {own.savedAt === null ? null : (
          <Paragraph muted small>
            {t('savedAt', { when: formatInstant(own.savedAt) })}
          </Paragraph>
        )}
      </Stack>
    </Card>
  );
}

function rowsOf(c: CentreContext, own: OwnDescription) {
  const places = (own.localities ?? own.registered).join(', ');
  return [
    ...(['phone', 'email', 'address', 'hours', 'website'] as const).map((name) => ({ label: t(name), value: own[name] ?? undefined })),
    ...(c.centre.kind === 'centre' ? [{ label: t('localities'), value: places === '' ? undefined : places }] : []),
  ];
}
