import { draftAddress, type CentreContext, type Draft, type FieldError, type FormFields } from '#platform/http/index.ts';
import { inWords, RestoredDraft, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  CheckboxGroup,
  ConflictNotice,
  DateField,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  Heading,
  Link,
  NumberField,
  Paragraph,
  RadioGroup,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '#ui/index.ts';
import { areas, asHeading, targetGroups } from '../../../domain/classification.ts';
import { SERVICE_STATUSES } from '../../../domain/codes.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { cardFields, feeKinds, type CardField } from './form.ts';

interface Props {
  readonly c: CentreContext;
  readonly typed: FormFields;
  /** Absent for a service that is being added. */
  readonly service?: CatalogueService;
  readonly version?: number;
  /** The unsent text that the form begins with. */
  readonly draft?: Draft | undefined;
  readonly errors?: readonly FieldError[];
  /** What somebody else has saved meanwhile. */
  readonly theirs?: FormFields;
}
const t = catalogueStaffTexts.in('pl');
const ownWords: Readonly<Record<string, string>> = {
  'name required': t('error.nameRequired'),
  'areas choose-at-least-one': t('error.areaRequired'),
  'url not-a-url': t('error.url'),
  'everydayNames line-too-long': t('error.lineTooLong'),
  'keywords line-too-long': t('error.lineTooLong'),
  'everydayNames too-many-lines': t('error.tooManyLines'),
  'keywords too-many-lines': t('error.tooManyLines'),
  'validTo date-order': t('error.order'),
};

export function ServiceEditorPage({ c, typed, service, version, draft, errors = [], theirs }: Props) {
  const wrong = inWords('pl', errors, (field, code) => ownWords[`${field} ${code}`]);
  const title = service ? service.name : t('editor.titleNew');
  const action = service ? c.at(`/praca/uslugi/${service.id}`) : c.at('/praca/uslugi/nowa');
  const field = (name: CardField) => ({
    name,
    label: t(`editor.${name as 'name'}`),
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
      crumbs={[{ label: t('list.title'), href: c.at('/praca/uslugi') }, { label: title }]}
    >
      <Stack gap="lg">
        {wrong.length > 0 ? <ErrorSummary errors={wrong} /> : null}
        <div>
          <Heading level={1} {...(service && { caption: t('editor.title') })}>
            {title}
          </Heading>
          {service && service.status !== 'draft' ? (
            <Paragraph>
              <Link href={c.at(`/uslugi/${service.id}`)}>{t('editor.see')}</Link>
            </Paragraph>
          ) : null}
        </div>
        <RestoredDraft c={c} draft={draft} />
        {theirs ? <ConflictNotice fields={differences(typed, theirs)} /> : null}
        <Form
          action={action}
          idempotencyKey={c.submissionKey()}
          {...(version !== undefined && { version })}
          autosave={draftAddress(action)}
        >
          <Heading level={2} size="sm">
            {t('editor.basics')}
          </Heading>
          <RadioGroup
            {...field('status')}
            required
            hint={t('editor.statusHint')}
            choices={SERVICE_STATUSES.map((each) => ({ value: each, label: t(`status.${each}`) }))}
          />
          <TextField {...field('name')} required width="full" />
          <TextArea {...field('summary')} rows={2} limit={500} />
          <TextArea {...field('scope')} hint={t('editor.scopeHint')} rows={8} limit={10_000} />
          <TextArea {...field('everydayNames')} hint={t('editor.linesHint')} rows={4} />
          <TextArea {...field('keywords')} rows={3} />
          <TextArea {...field('recipients')} rows={3} limit={4000} />
          <CheckboxGroup
            {...field('targetGroups')}
            values={typed.all('targetGroups')}
            choices={targetGroups.map((group) => ({ value: group.code, label: asHeading(group.name, 'pl') }))}
          />
          <CheckboxGroup
            {...field('areas')}
            required
            hint={t('editor.areasHint')}
            values={typed.all('areas')}
            choices={areas.map((area) => ({ value: String(area.number), label: `${area.number}. ${asHeading(area.name, 'pl')}` }))}
          />
          <Heading level={2} size="sm">
            {t('editor.rules')}
          </Heading>
          <TextArea {...field('qualification')} rows={4} limit={4000} />
          <SelectField
            {...field('feeKind')}
            empty={t('editor.feeUnknown')}
            options={feeKinds.map((each) => ({ value: each, label: t(`editor.fee.${each}`) }))}
          />
          <TextArea {...field('feeText')} rows={3} limit={2000} />
          <TextArea {...field('limitsText')} rows={3} limit={2000} />
          <NumberField {...field('capacity')} width="short" />
          <Heading level={2} size="sm">
            {t('editor.practical')}
          </Heading>
          <TextField {...field('provider')} width="long" />
          <TextField {...field('coverage')} width="long" />
          <TextArea {...field('schedule')} rows={3} limit={2000} />
          <TextField {...field('phone')} type="tel" width="medium" />
          <TextField {...field('email')} type="email" width="long" />
          <TextField {...field('url')} type="url" width="long" />
          <DateField {...field('validFrom')} />
          <DateField {...field('validTo')} />
          <TextField {...field('source')} width="full" />
          <DateField {...field('checkedOn')} />
          <FormActions>
            <Button type="submit">{t('editor.save')}</Button>
          </FormActions>
        </Form>
      </Stack>
    </StaffPage>
  );
}

function differences(mine: FormFields, theirs: FormFields) {
  return cardFields.map((name) => ({
    label: t(`editor.${name as 'name'}`),
    mine: mine.all(name).join(', '),
    theirs: theirs.all(name).join(', '),
  }));
}
