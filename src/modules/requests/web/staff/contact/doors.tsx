import { formatShortDate } from '#shared/polishDate.ts';
import {
  audits,
  centreDoor,
  draftAddress,
  draftDoor,
  findDraft,
  page,
  redirect,
  type CentreContext,
  type FormFields,
} from '#platform/http/index.ts';
import { RestoredDraft, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  DateField,
  ErrorSummary,
  errorOf,
  FieldRow,
  Form,
  FormActions,
  Heading,
  Lead,
  Link,
  RadioGroup,
  Stack,
  TextArea,
  TextField,
} from '#ui/index.ts';
import { findUserNames } from '#modules/accounts/index.ts';
import { getCase, type CaseView } from '#modules/cases/index.ts';
import { mayTakeRequests } from '../../../policy.ts';
import { requestContactTexts } from '../../../texts/index.ts';
import { contactKinds, contactMeans, listContacts, recordContact } from '../../../usecases/contacts.ts';
import { listRequestsOfCase } from '../../../usecases/requestsOfCase.ts';
import type { Mistake } from '../../form/mistakes.ts';
import { ContactList } from './ContactList.tsx';
import { noteLimit, readContact } from './contactShape.ts';

const t = requestContactTexts.in('pl');
type Context = CentreContext<{ readonly caseId: string }>;
const zone = 'Europe/Warsaw';

async function concernedCase(c: Context): Promise<CaseView> {
  const view = await getCase(c.scope, c.params.caseId);
  const { personId } = view.record;
  c.concerns({ caseId: view.record.id, ...(personId && { personId }) });
  return view;
}

async function draw(c: Context, view: CaseView, typed: FormFields, errors: readonly Mistake[] = []) {
  const { record, state } = view;
  const contacts = await listContacts(c.scope, record.id);
  const staff = await findUserNames(c.scope, [...new Set(contacts.map((each) => each.recordedBy))]);
  const draft = await findDraft(c.scope, c.path);
  const shown = errors.length === 0 && draft ? draft.typed : typed;
  const field = (name: string) => ({ name, value: shown.get(name), error: errorOf(errors, name) });
  const kinds = contactKinds.filter((kind) => kind !== 'toldWhatIsMissing' || state.supplement);
  const back = c.at(`/praca/sprawy/${record.id}`);
  return (
    <StaffPage
      c={c}
      title={t('title')}
      width="narrow"
      hasErrors={errors.length > 0}
      crumbs={[{ label: record.number, href: back }, { label: t('title') }]}
    >
      <Stack gap="lg">
        <RestoredDraft c={c} draft={errors.length === 0 ? draft : undefined} />
        <ErrorSummary errors={errors} />
        <div>
          <Heading level={1} caption={record.number}>
            {t('title')}
          </Heading>
          <Lead>{t('lead')}</Lead>
        </div>
        <Form action={c.path} idempotencyKey={c.submissionKey()} autosave={draftAddress(c.path)}>
          <RadioGroup {...field('kind')} label={t('kindLabel')} choices={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
          <RadioGroup
            {...field('way')}
            label={t('way')}
            inline
            choices={contactMeans.map((value) => ({ value, label: t(`by.${value}`) }))}
          />
          <FieldRow>
            <DateField
              {...field('madeOn')}
              label={t('madeOn')}
              hint={t('madeOnHint')}
              value={shown.has('madeOn') ? shown.get('madeOn') : formatShortDate(c.today)}
            />
            <TextField {...field('madeAt')} label={t('madeAt')} hint={t('madeAtHint')} required={false} autocomplete="off" width="short" />
          </FieldRow>
          <TextArea {...field('note')} label={t('note')} hint={t('noteHint')} required={false} rows={4} limit={noteLimit} />
          <FormActions>
            <Button>{t('save')}</Button>
            <Link href={back}>{t('back')}</Link>
          </FormActions>
        </Form>
        <section aria-labelledby="kontakty">
          <Heading level={2} id="kontakty">
            {t('section')}
          </Heading>
          <ContactList contacts={contacts} staff={staff} />
        </section>
      </Stack>
    </StaffPage>
  );
}

const path = '/praca/sprawy/:caseId/kontakty';

const contactPage = centreDoor({
  method: 'GET',
  path,
  may: mayTakeRequests,
  audit: audits('requests.desk.opened'),
  handle: async (c) => page(await draw(c, await concernedCase(c), c.fields)),
});

const saveContact = centreDoor({
  method: 'POST',
  path,
  may: mayTakeRequests,
  audit: audits('requests.contact.recorded'),
  keepsDraft: true,
  async handle(c) {
    const view = await concernedCase(c);
    const days = (await listRequestsOfCase(c.scope, view.record.id)).map((each) => each.receivedOn);
    const earliest =
      [...days, view.record.openedAt.toZonedDateTimeISO(zone).toPlainDate()].toSorted(Temporal.PlainDate.compare)[0] ?? c.today;
    const read = readContact(c.fields, { now: c.now.toZonedDateTimeISO(zone), earliest });
    if ('errors' in read) return page(await draw(c, view, c.fields, read.errors), 422);
    await recordContact(c.scope, view.record.id, read.contact);
    return redirect(c.at(`/praca/sprawy/${view.record.id}`), t('saved'));
  },
});

export const contactDoors = [
  contactPage,
  saveContact,
  draftDoor<{ readonly caseId: string }>(saveContact, { check: (c) => getCase(c.scope, c.params.caseId) }),
];
