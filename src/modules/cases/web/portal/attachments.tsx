import type { Child } from 'hono/jsx';
import { formatInstant } from '#shared/polishDate.ts';
import {
  audits,
  centreDoor,
  file,
  NotFound,
  page,
  redirect,
  tracedPage,
  type CentreContext,
  type CentreScope,
  type PageContext,
} from '#platform/http/index.ts';
import {
  fileErrors,
  greatestSending,
  isPicture,
  kindInWords,
  listAttachments,
  readAttachment,
  sizeInWords,
  type Attachment,
} from '#platform/files/index.ts';
import { AttachmentFields, filesField } from '#platform/files/web/AttachmentFields.tsx';
import { PortalPage } from '#platform/html/index.ts';
import type { CaseSection } from '#platform/module.ts';
import {
  Button,
  ErrorSummary,
  FileList,
  Form,
  FormActions,
  Heading,
  Lead,
  Link,
  LinkButton,
  Paragraph,
  Stack,
  VisuallyHidden,
  type FieldError,
} from '#ui/index.ts';
import { maySeeOwnCase } from '../../policy.ts';
import { caseTexts } from '../../texts/index.ts';
import { getCase } from '../../usecases/actOnCase.ts';
import { attachmentLimits, attachToCase, getCaseAttachment, isOwnAttachment } from '../../usecases/attachments.ts';

const caseAddress = '/moja-sprawa/przebieg';
const address = '/moja-sprawa/zalaczniki';

/** What the resident attached: theirs alone, nothing that the staff added. */
const listOwn = async (scope: CentreScope, caseId: string) => (await listAttachments(scope, caseId)).filter(isOwnAttachment);

function OwnFiles({ c, files }: { readonly c: PageContext; readonly files: readonly Attachment[] }) {
  const t = caseTexts.in(c.lang);
  if (files.length === 0) return <Paragraph>{t('attach.none')}</Paragraph>;
  return (
    <FileList
      label={t('attach.section')}
      files={files.map((each) => ({
        name: each.name,
        about: [kindInWords(each.contentType, c.lang), sizeInWords(each.size, c.lang), formatInstant(each.createdAt, c.lang)].join(', '),
        action: (
          <Link href={c.at(`${address}/${each.id}`)}>
            {t('attach.download')}
            <VisuallyHidden> {each.name}</VisuallyHidden>
          </Link>
        ),
      }))}
    />
  );
}

/** On the resident's page of the case: their own files, and the way to add one. */
export const ownAttachmentSection: CaseSection = {
  key: 'zalaczniki',
  audience: 'resident',
  order: 12,
  may: maySeeOwnCase,
  title: (lang) => caseTexts.in(lang)('attach.section'),
  async render(c, scope, caseId): Promise<Child | null> {
    const { record } = await getCase(scope, caseId);
    const files = await listOwn(scope, caseId);
    if (files.length === 0 && !record.isOpen) return null;
    return (
      <Stack>
        <OwnFiles c={c} files={files} />
        {record.isOpen ? (
          <div>
            <LinkButton href={c.at(address)} variant="secondary">
              {caseTexts.in(c.lang)('attach.add')}
            </LinkButton>
          </div>
        ) : null}
      </Stack>
    );
  },
};

async function addPage(c: CentreContext, { caseId, number }: OwnCase, errors: readonly FieldError[] = []) {
  const t = caseTexts.in(c.lang);
  return (
    <PortalPage c={c} title={t('attach.addTitle')} width="narrow" hasErrors={errors.length > 0}>
      <Stack gap="lg">
        <ErrorSummary errors={errors} />
        <div>
          <Heading level={1}>{t('attach.addTitle')}</Heading>
          <Lead>{t('attach.addLead')}</Lead>
          <Paragraph muted>{t('mine.number', { number })}</Paragraph>
        </div>
        <OwnFiles c={c} files={await listOwn(c.scope, caseId)} />
        <Form action={c.at(address)} idempotencyKey={c.submissionKey()} multipart>
          <AttachmentFields
            lang={c.lang}
            label={t('attach.field')}
            attached={[]}
            limits={await attachmentLimits(c.scope)}
            errors={errors}
          />
          <FormActions>
            <Button>{t('attach.send')}</Button>
            <Link href={c.at(caseAddress)}>{t('attach.back')}</Link>
          </FormActions>
        </Form>
      </Stack>
    </PortalPage>
  );
}

function ownCaseOf(c: CentreContext): string {
  if (c.actor.kind !== 'caseHolder') throw new NotFound('case');
  return c.actor.caseId;
}
interface OwnCase {
  readonly caseId: string;
  readonly number: string;
  readonly isOpen: boolean;
}
async function concernsOwn(c: CentreContext, detail?: Readonly<Record<string, unknown>>): Promise<OwnCase> {
  const { record } = await getCase(c.scope, ownCaseOf(c));
  c.concerns({ caseId: record.id, ...(record.personId && { personId: record.personId }), ...(detail && { detail }) });
  return { caseId: record.id, number: record.number, isOpen: record.isOpen };
}

export const addOwnPage = centreDoor({
  method: 'GET',
  path: address,
  may: maySeeOwnCase,
  audit: audits('cases.own.read'),
  async handle(c) {
    const own = await concernsOwn(c);
    return own.isOpen ? page(await addPage(c, own)) : redirect(c.at(caseAddress), caseTexts.in(c.lang)('attach.closed'));
  },
});

export const addOwn = centreDoor({
  method: 'POST',
  path: address,
  may: maySeeOwnCase,
  audit: audits('cases.own.attachmentAdded'),
  limit: { attempts: 60, minutes: 15 },
  maxBody: greatestSending,
  async handle(c) {
    const t = caseTexts.in(c.lang);
    const files = c.fields.files(filesField);
    const own = await concernsOwn(c, { files: files.length });
    const again = (message: string) => addPage(c, own, [{ field: filesField, message }]);
    if (files.length === 0) return page(await again(t('attach.choose')), 422);
    const done = await attachToCase(c.scope, own.caseId, files);
    if (!done.ok) return page(await again(t('attach.closed')), 409);
    const { stored, refused } = done.value;
    if (refused.length === 0) return redirect(c.at(caseAddress), t('attach.added'));
    const drawn = await addPage(c, own, fileErrors(c.lang, filesField, refused, await attachmentLimits(c.scope)));
    // Good files are kept although others were bad.
    return stored.length > 0 ? tracedPage(drawn, 422) : page(drawn, 422);
  },
});

export const ownAttachment = centreDoor({
  method: 'GET',
  path: `${address}/:attachmentId`,
  may: maySeeOwnCase,
  audit: audits('cases.own.attachmentRead'),
  async handle(c) {
    const found = await getCaseAttachment(c.scope, ownCaseOf(c), c.params.attachmentId);
    if (!isOwnAttachment(found)) throw new NotFound('attachment');
    await concernsOwn(c, { attachmentId: found.id, kind: found.contentType });
    const { bytes } = await readAttachment(c.scope, found.id);
    return file(bytes, found.contentType, found.name, { inline: c.query.has('pokaz') && isPicture(found.contentType), isForeign: true });
  },
});
