import { draftAddress, type CentreContext, type Draft, type FormFields } from '#platform/http/index.ts';
import { kindInWords, sizeInWords } from '#platform/files/index.ts';
import { AttachmentFields } from '#platform/files/web/AttachmentFields.tsx';
import { RestoredDraft, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Checkbox,
  CheckboxGroup,
  Details,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  Heading,
  Lead,
  Link,
  Notice,
  Paragraph,
  RadioGroup,
  Row,
  Section,
  Stack,
  TextArea,
  TextField,
} from '#ui/index.ts';
import { applicantTypes, CaseChanged, type CaseChange } from '#modules/cases/index.ts';
import type { CatalogueService } from '#modules/catalogue/index.ts';
import type { LikelySame } from '#modules/people/index.ts';
import type { ToldNeed } from '../../../domain/toldPeople.ts';
import { getWording, paragraphsOf } from '../../../domain/wordings.ts';
import { requestStaffTexts } from '../../../texts/index.ts';
import type { DeskBasket } from '../../../usecases/requestFiles.ts';
import type { Mistake } from '../../form/mistakes.ts';
import { AddressFields, ApplicantFields, ContactFields, PersonFields } from '../../form/RequestFields.tsx';
import { situationLimit } from '../../form/shapes.ts';
import { ArrivalFields } from '../ArrivalFields.tsx';
import { keepField } from './deskFiles.ts';
import { SamePerson } from './SamePerson.tsx';

export interface TakeProps {
  readonly c: CentreContext;
  readonly typed: FormFields;
  readonly services: readonly CatalogueService[];
  readonly errors?: readonly Mistake[];
  readonly same?: readonly LikelySame[];
  /** Files that were sent with an earlier try and wait under the name of this form. */
  readonly basket: DeskBasket;
  /** Unsent text; in the fields once it was asked for. */
  readonly draft?: Draft | undefined;
  /** The reported need that becomes a request. */
  readonly need: {
    readonly caseId: string;
    readonly number: string;
    readonly version: number;
    readonly changes: readonly CaseChange[] | null;
    /** What the reporter said; their words stay out of the person's request. */
    readonly told: { readonly person: ToldNeed['person']; readonly words: string | null; readonly isUrgent: boolean } | null;
  } | null;
}

/** A request written down by staff, on one page in sections. */
export function TakePage({ c, typed, services, errors = [], same = [], basket, need, draft }: TakeProps) {
  const t = requestStaffTexts.in('pl');
  const title = need ? t('new.titleFromNeed', { number: need.number }) : t('new.title');
  const parts = { lang: 'pl', typed, errors } as const;
  const words = typed.get('serviceWords').trim();
  const chosen = services.filter(({ id }) => typed.all('services').includes(id));
  const hidden = { basket: basket.id, ...(need && { need: need.caseId }) };
  const action = c.at('/praca/zgloszenia/nowe');
  const loadAt = c.query.has('wczytaj')
    ? undefined
    : `${action}?${new URLSearchParams({ wczytaj: '1', ...(need && { sprawa: need.caseId }) }).toString()}`;
  return (
    <StaffPage c={c} title={title} width="narrow" hasErrors={errors.length > 0}>
      {need?.changes ? <CaseChanged changes={need.changes} told="late" /> : null}
      <ErrorSummary errors={errors} />
      <Heading level={1}>{title}</Heading>
      <Lead>{t('new.lead')}</Lead>
      {need ? null : (
        <Paragraph>
          <Link href={c.at('/praca/zgloszenia/potrzeba')}>{t('new.need')}</Link>
        </Paragraph>
      )}
      <RestoredDraft c={c} draft={draft} loadAt={loadAt} />
      <Form
        action={action}
        idempotencyKey={c.submissionKey()}
        hidden={hidden}
        multipart
        {...(need && { version: need.version })}
        autosave={draftAddress(action)}
      >
        {/* Enter in a field saves; without this it would press the search among the services. */}
        <button type="submit" class="ds-sr-only" tabindex={-1} aria-hidden="true" />
        {same.length > 0 ? <SamePerson same={same} typed={typed} errors={errors} /> : null}
        <Part id="jak" title={t('new.how')}>
          <ArrivalFields typed={typed} errors={errors} today={c.today} />
        </Part>
        <Part id="osoba" title={t('new.person')}>
          <PersonFields {...parts} mayLackBirth />
          <AddressFields {...parts} atDesk />
        </Part>
        <Part id="kto" title={t('new.who')}>
          <RadioGroup
            name="applicantType"
            label={t('new.inWhoseName')}
            value={typed.get('applicantType') || (need ? undefined : 'self')}
            error={errorOf(errors, 'applicantType')}
            choices={applicantTypes.map((value) => ({ value, label: t(`new.applicantType.${value}`) }))}
          />
          <Paragraph muted>{t('new.applicantHint')}</Paragraph>
          <ApplicantFields {...parts} required={false} labels={{ givenName: t('new.givenName'), familyName: t('new.familyName') }} />
        </Part>
        <Part id="kontakt" title={t('new.contact')}>
          <Paragraph muted>{t('new.contactHint')}</Paragraph>
          <ContactFields {...parts} atDesk />
        </Part>
        <Part id="uslugi" title={t('new.services')}>
          <Row>
            <TextField
              name="serviceWords"
              label={t('new.serviceWords')}
              value={typed.get('serviceWords')}
              required={false}
              autocomplete="off"
              maxlength={200}
            />
            <Button variant="secondary" name="_do" value="search" formaction={`${action}#uslugi`} formnovalidate>
              {t('new.serviceSearch')}
            </Button>
          </Row>
          {words !== '' && services.length === chosen.length ? <Notice>{t('new.serviceNone', { words })}</Notice> : null}
          {words === '' ? null : <Paragraph muted>{t('new.serviceAll')}</Paragraph>}
          <CheckboxGroup
            name="services"
            label={t('new.servicesLabel')}
            values={typed.all('services')}
            error={errorOf(errors, 'services')}
            choices={services.map((service) => ({ value: service.id, label: service.name }))}
          />
        </Part>
        <Part id="sytuacja" title={t('new.situation')}>
          {need?.told?.words ? (
            <Notice title={t('new.needTold')}>
              <Paragraph>{need.told.words}</Paragraph>
              <Paragraph muted>{t('new.needToldHint')}</Paragraph>
            </Notice>
          ) : null}
          <TextArea
            name="situation"
            label={t(need ? 'new.situationOfPerson' : 'new.situationLabel')}
            value={typed.get('situation')}
            error={errorOf(errors, 'situation')}
            required={false}
            rows={6}
            limit={situationLimit}
          />
          <Checkbox name="urgent" label={t('new.urgent')} checked={typed.get('urgent') !== ''} />
          <Checkbox name="forwarding" label={t('new.forwarding')} checked={typed.get('forwarding') !== ''} />
        </Part>
        <Part id="pliki" title={t('new.files')}>
          {basket.files.length > 0 ? (
            <CheckboxGroup
              name={keepField}
              label={t('new.filesKept')}
              hint={t('new.filesKeptHint')}
              required={false}
              values={basket.files.map((each) => each.id)}
              choices={basket.files.map((each) => ({
                value: each.id,
                label: each.name,
                hint: `${kindInWords(each.contentType, 'pl')}, ${sizeInWords(each.size, 'pl')}`,
              }))}
            />
          ) : null}
          <AttachmentFields lang="pl" label={t('new.filesField')} attached={[]} limits={basket.limits} errors={errors} />
        </Part>
        <Part id="dane" title={t('new.clause')}>
          <Paragraph>{t('new.clauseTell')}</Paragraph>
          <Details summary={t('new.clauseWhole')}>
            {paragraphsOf(getWording('information', c.today), 'pl', c.centre.displayName).map((paragraph) => (
              <Paragraph>{paragraph}</Paragraph>
            ))}
          </Details>
        </Part>
        <FormActions>
          <Button>{t('new.save')}</Button>
        </FormActions>
      </Form>
    </StaffPage>
  );
}

function Part({ id, title, children }: { readonly id: string; readonly title: string; readonly children?: unknown }) {
  return (
    <Section labelledBy={id}>
      <Stack>
        <Heading level={2} size="sm" id={id}>
          {title}
        </Heading>
        {children as never}
      </Stack>
    </Section>
  );
}
