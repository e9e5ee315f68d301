import { z } from 'zod';
import { isUuid } from '#shared/uuid.ts';
import { text } from '#platform/http/fields.ts';
import {
  audits,
  centreDoor,
  file,
  Forbidden,
  page,
  readForm,
  redirect,
  tracedPage,
  type CentreContext,
  type Door,
  type Reply,
} from '#platform/http/index.ts';
import {
  fileErrors,
  greatestSending,
  isPicture,
  kindInWords,
  readAttachment,
  sizeInWords,
  type Attachment,
  type CaseAttachment,
} from '#platform/files/index.ts';
import { AttachmentFields, filesField } from '#platform/files/web/AttachmentFields.tsx';
import { inWords, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  errorOf,
  ErrorSummary,
  FileList,
  Form,
  FormActions,
  Heading,
  Lead,
  Link,
  Notice,
  Paragraph,
  TextArea,
  type FieldError,
} from '#ui/index.ts';
import { isInIntake, mayAddAttachments, mayOpenAttachment, mayReadCases, mayWithdrawAttachment } from '../../../policy.ts';
import { caseStaffTexts } from '../../../texts/index.ts';
import { getCase } from '../../../usecases/actOnCase.ts';
import { attachmentLimits, attachToCase, getCaseAttachment, reviewOfCase, withdrawFromCase } from '../../../usecases/attachments.ts';

const t = caseStaffTexts.in('pl');
type OfCase = CentreContext<{ readonly caseId: string }>;
type OfFile = CentreContext<{ readonly caseId: string; readonly attachmentId: string }>;

/** The case of the address, written down as the one concerned. @throws NotFound */
async function caseOf(c: OfCase, detail?: Readonly<Record<string, unknown>>) {
  const { record } = await getCase(c.scope, c.params.caseId);
  c.concerns({ caseId: record.id, ...(record.personId && { personId: record.personId }), ...(detail && { detail }) });
  return record;
}
const backTo = (c: OfCase) => c.at(`/praca/sprawy/${c.params.caseId}`);
const words = (each: Attachment) => `${kindInWords(each.contentType, 'pl')}, ${sizeInWords(each.size, 'pl')}`;

async function addPage(c: OfCase, number: string, errors: readonly FieldError[] = [], stored: readonly Attachment[] = []) {
  const back = backTo(c);
  return (
    <StaffPage
      c={c}
      title={t('attach.addTitle')}
      width="narrow"
      hasErrors={errors.length > 0}
      crumbs={[{ label: number, href: back }, { label: t('attach.addTitle') }]}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={number}>
        {t('attach.addTitle')}
      </Heading>
      <Lead>{t('attach.addLead')}</Lead>
      {stored.length > 0 ? (
        <Notice tone="success" title={t('attach.storedTitle')} level={2}>
          <FileList label={t('attach.storedTitle')} files={stored.map((each) => ({ name: each.name, about: words(each) }))} />
        </Notice>
      ) : null}
      <Form action={c.at(`/praca/sprawy/${c.params.caseId}/zalaczniki`)} idempotencyKey={c.submissionKey()} multipart>
        <AttachmentFields lang="pl" label={t('attach.field')} attached={[]} limits={await attachmentLimits(c.scope)} errors={errors} />
        <FormActions>
          <Button>{t('attach.addButton')}</Button>
          <Link href={back}>{t('attach.back')}</Link>
        </FormActions>
      </Form>
    </StaffPage>
  );
}

const addAttachmentsPage = centreDoor({
  method: 'GET',
  path: '/praca/sprawy/:caseId/zalaczniki',
  may: mayAddAttachments,
  audit: audits('cases.file.read'),
  handle: async (c) => page(await addPage(c, (await caseOf(c)).number)),
});

const addAttachments = centreDoor({
  method: 'POST',
  path: '/praca/sprawy/:caseId/zalaczniki',
  may: mayAddAttachments,
  audit: audits('cases.attachment.added'),
  maxBody: greatestSending,
  async handle(c) {
    const files = c.fields.files(filesField);
    const { number } = await caseOf(c, { files: files.length });
    if (files.length === 0) return page(await addPage(c, number, [{ field: filesField, message: t('attach.choose') }]), 422);
    const done = await attachToCase(c.scope, c.params.caseId, files);
    if (!done.ok) return page(await addPage(c, number, [{ field: filesField, message: t('attach.closed') }]), 409);
    const { stored, refused } = done.value;
    if (refused.length === 0) return redirect(backTo(c), t('attach.added'));
    const errors = fileErrors('pl', filesField, refused, await attachmentLimits(c.scope));
    // Good files are kept although others were bad.
    const drawn = await addPage(c, number, errors, stored);
    return stored.length > 0 ? tracedPage(drawn, 422) : page(drawn, 422);
  },
});

async function inQuestion(c: OfFile): Promise<{ found: CaseAttachment; question: Parameters<typeof mayOpenAttachment>[1] }> {
  const found = await getCaseAttachment(c.scope, c.params.caseId, c.params.attachmentId);
  const record = await caseOf(c, { attachmentId: found.id, kind: found.contentType });
  return { found, question: { addedBy: found.addedBy, isWithdrawn: false, isInIntake: isInIntake(record.status) } };
}

const attachment = centreDoor({
  method: 'GET',
  path: '/praca/sprawy/:caseId/zalaczniki/:attachmentId',
  may: mayReadCases,
  audit: audits('cases.attachment.read'),
  async handle(c) {
    const { found, question } = await inQuestion(c);
    const may = mayOpenAttachment(c.actor, question);
    if (!may.allowed) throw new Forbidden(may.reason);
    const { bytes } = await readAttachment(c.scope, found.id);
    const inline = c.query.has('pokaz') && isPicture(found.contentType);
    return file(bytes, found.contentType, found.name, { inline, isForeign: true });
  },
});

const reasonLimit = 500;
function WithdrawPage({ c, found, errors = [] }: { c: OfFile; found: CaseAttachment; errors?: readonly FieldError[] }) {
  const back = backTo(c);
  return (
    <StaffPage c={c} title={t('attach.withdrawTitle')} width="narrow" hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <Heading level={1}>{t('attach.withdrawTitle')}</Heading>
      <FileList label={t('attach.withdrawTitle')} files={[{ name: found.name, about: words(found) }]} />
      <Paragraph>{t('attach.withdrawLead')}</Paragraph>
      <Form action={c.at(`/praca/sprawy/${c.params.caseId}/zalaczniki/${found.id}/wycofaj`)} idempotencyKey={c.submissionKey()}>
        <TextArea
          name="reason"
          label={t('attach.reason')}
          hint={t('attach.reasonHint')}
          value={c.fields.get('reason')}
          error={errorOf(errors, 'reason')}
          rows={2}
          limit={reasonLimit}
        />
        <FormActions>
          <Button variant="danger">{t('attach.withdrawButton')}</Button>
          <Link href={back}>{t('attach.back')}</Link>
        </FormActions>
      </Form>
    </StaffPage>
  );
}

async function toWithdraw(c: OfFile): Promise<CaseAttachment> {
  const { found, question } = await inQuestion(c);
  const may = mayWithdrawAttachment(c.actor, question);
  if (!may.allowed) throw new Forbidden(may.reason);
  return found;
}

const withdrawPage = centreDoor({
  method: 'GET',
  path: '/praca/sprawy/:caseId/zalaczniki/:attachmentId/wycofaj',
  may: mayAddAttachments,
  audit: audits('cases.file.read'),
  handle: async (c) => page(<WithdrawPage c={c} found={await toWithdraw(c)} />),
});

const withdraw = centreDoor({
  method: 'POST',
  path: '/praca/sprawy/:caseId/zalaczniki/:attachmentId/wycofaj',
  may: mayAddAttachments,
  audit: audits('cases.attachment.withdrawn'),
  async handle(c): Promise<Reply> {
    const found = await toWithdraw(c);
    const read = readForm(z.object({ reason: text(reasonLimit) }), c.fields);
    if (!read.ok) {
      const errors = inWords('pl', read.errors, (_, code) => (code === 'required' ? t('attach.reasonRequired') : undefined));
      return page(<WithdrawPage c={c} found={found} errors={errors} />, 422);
    }
    const done = await withdrawFromCase(c.scope, c.params.caseId, found.id, read.value.reason);
    return redirect(backTo(c), t(done.ok ? 'attach.withdrawDone' : 'attach.withdrawnBefore'));
  },
});

const review = centreDoor({
  method: 'POST',
  path: '/praca/sprawy/:caseId/zalaczniki/przejrzane',
  may: mayAddAttachments,
  audit: audits('cases.attachment.reviewed'),
  async handle(c) {
    await caseOf(c);
    // What came while the page was open was not seen, and stays new.
    await reviewOfCase(c.scope, c.params.caseId, c.fields.get('seen').split(' ').filter(isUuid));
    return redirect(backTo(c), t('attach.reviewDone'));
  },
});

export const attachmentDoors: readonly Door[] = [addAttachmentsPage, addAttachments, attachment, withdrawPage, withdraw, review];
