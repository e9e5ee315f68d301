import { z } from 'zod';
import {
  audits,
  auditsNothing,
  centreDoor,
  draftDoor,
  findDraft,
  FormFields,
  page,
  redirect,
  versionSeen,
  readForm,
  type CentreContext,
} from '#platform/http/index.ts';
import { optionalText } from '#platform/http/fields.ts';
import { mayWriteTemplates } from '../../../policy.ts';
import { templateTexts } from '../../../texts/staff.ts';
import {
  addTemplate,
  getTemplate,
  listOwnTemplates,
  listTemplateEditions,
  listTemplateUsage,
  offerAgain,
  publishTemplate,
  removeTemplate,
  saveTemplate,
  withdrawTemplate,
} from '../../../usecases/writeTemplates.ts';
import { sharedRule } from '../../../usecases/cardText.ts';
import { readTemplate, typedTemplate } from './form.ts';
import { PublishPage } from './PublishPage.tsx';
import { TemplateEditorPage } from './TemplateEditorPage.tsx';
import { TemplateListPage } from './TemplateListPage.tsx';
import { EditionsPage, UsagePage } from './UsagePage.tsx';

const t = templateTexts.in('pl');
const publishForm = z.object({ uwaga: optionalText(1000) });

export const templateListPage = centreDoor({
  method: 'GET',
  path: '/praca/wzory',
  may: mayWriteTemplates,
  audit: auditsNothing('no personal data'),
  handle: async (c) => page(<TemplateListPage c={c} templates={await listOwnTemplates(c.scope)} />),
});

export const newTemplatePage = centreDoor({
  method: 'GET',
  path: '/praca/wzory/nowy',
  may: mayWriteTemplates,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const draft = await findDraft(c.scope, c.path);
    const begun = FormFields.from({ 'wspolne-summary': 'tak', 'wspolne-scope': 'tak' });
    return page(<TemplateEditorPage c={c} typed={draft?.typed ?? begun} draft={draft} />);
  },
});
export const newTemplate = centreDoor({
  method: 'POST',
  path: '/praca/wzory/nowy',
  may: mayWriteTemplates,
  audit: audits('templates.template.added'),
  keepsDraft: true,
  async handle(c) {
    const read = readTemplate(c.fields, sharedRule(c));
    if (!read.ok) return page(<TemplateEditorPage c={c} typed={read.typed} errors={read.errors} />, 422);
    const { id } = await addTemplate(c.scope, read.value);
    c.concerns({ detail: { templateId: id } });
    return redirect(c.at(`/praca/wzory/${id}`), t('editor.added'));
  },
});

export const templatePage = centreDoor({
  method: 'GET',
  path: '/praca/wzory/:templateId',
  may: mayWriteTemplates,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const { template } = await getTemplate(c.scope, c.params.templateId);
    const draft = await findDraft(c.scope, c.path);
    const version = draft ? versionSeen(draft.typed) : template.version;
    return page(
      <TemplateEditorPage c={c} typed={draft?.typed ?? typedTemplate(template)} draft={draft} template={template} version={version} />,
    );
  },
});
export const saveTemplateDoor = centreDoor({
  method: 'POST',
  path: '/praca/wzory/:templateId',
  may: mayWriteTemplates,
  audit: audits('templates.template.changed'),
  keepsDraft: true,
  async handle(c) {
    const { template } = await getTemplate(c.scope, c.params.templateId);
    const version = versionSeen(c.fields);
    const read = readTemplate(c.fields, sharedRule(c));
    if (!read.ok)
      return page(<TemplateEditorPage c={c} typed={read.typed} template={template} version={version} errors={read.errors} />, 422);
    const saved = await saveTemplate(c.scope, template.id, version, read.value);
    if (!saved.ok) {
      const { current } = saved.refusal;
      const theirs = typedTemplate(current);
      return page(<TemplateEditorPage c={c} typed={c.fields} template={current} version={current.version} theirs={theirs} />, 409);
    }
    c.concerns({ detail: { templateId: template.id } });
    return redirect(c.at(`/praca/wzory/${template.id}`), t('editor.saved'));
  },
});
export const keepNewTemplateDraft = draftDoor(newTemplate);
export const keepTemplateDraft = draftDoor<{ readonly templateId: string }>(saveTemplateDoor, {
  check: (c) => getTemplate(c.scope, c.params.templateId),
});

type PublishShown = Omit<Parameters<typeof PublishPage>[0], 'c' | 'file' | 'usage'>;
async function drawPublish(c: CentreContext<object>, templateId: string, more: PublishShown = {}) {
  const file = await getTemplate(c.scope, templateId);
  const usage = await listTemplateUsage(c.scope, templateId);
  return <PublishPage c={c as CentreContext} file={file} usage={usage} {...more} />;
}

export const publishPage = centreDoor({
  method: 'GET',
  path: '/praca/wzory/:templateId/publikacja',
  may: mayWriteTemplates,
  audit: auditsNothing('no personal data'),
  handle: async (c) => page(await drawPublish(c, c.params.templateId)),
});
export const publishDoor = centreDoor({
  method: 'POST',
  path: '/praca/wzory/:templateId/publikacja',
  may: mayWriteTemplates,
  audit: audits('templates.template.published'),
  async handle(c) {
    const { templateId } = c.params;
    const read = readForm(publishForm, c.fields);
    const typed = c.fields.get('uwaga');
    if (!read.ok) return page(await drawPublish(c, templateId, { note: typed, errors: read.errors }), 422);
    // Who follows reads why: the first text needs no reason, a newer one does.
    const { newest } = await getTemplate(c.scope, templateId);
    if (newest && read.value.uwaga === null) {
      return page(await drawPublish(c, templateId, { note: typed, errors: [{ field: 'uwaga', code: 'required' }] }), 422);
    }
    const done = await publishTemplate(c.scope, templateId, { seen: versionSeen(c.fields), note: read.value.uwaga });
    if (!done.ok) return page(await drawPublish(c, templateId, { note: typed, problem: done.refusal }), 409);
    c.concerns({ detail: { templateId, number: done.value.number } });
    return redirect(
      c.at(`/praca/wzory/${templateId}/uzycie`),
      t(c.centre.kind === 'regionalOffice' ? 'publish.done' : 'publish.doneOwn', { number: done.value.number }),
    );
  },
});

export const removeDoor = centreDoor({
  method: 'POST',
  path: '/praca/wzory/:templateId/usun',
  may: mayWriteTemplates,
  audit: audits('templates.template.removed'),
  async handle(c) {
    const { templateId } = c.params;
    const isDone = await removeTemplate(c.scope, templateId, versionSeen(c.fields));
    if (!isDone) return page(await drawPublish(c, templateId, { isLate: true }), 409);
    c.concerns({ detail: { templateId } });
    return redirect(c.at('/praca/wzory'), t('remove.done'));
  },
});
export const withdrawDoor = centreDoor({
  method: 'POST',
  path: '/praca/wzory/:templateId/wycofaj',
  may: mayWriteTemplates,
  audit: audits('templates.template.withdrawn'),
  async handle(c) {
    await withdrawTemplate(c.scope, c.params.templateId);
    c.concerns({ detail: { templateId: c.params.templateId } });
    return redirect(c.at(`/praca/wzory/${c.params.templateId}/publikacja`), t('publish.withdrawn'));
  },
});
export const offerAgainDoor = centreDoor({
  method: 'POST',
  path: '/praca/wzory/:templateId/udostepnij',
  may: mayWriteTemplates,
  audit: audits('templates.template.offered'),
  async handle(c) {
    await offerAgain(c.scope, c.params.templateId);
    c.concerns({ detail: { templateId: c.params.templateId } });
    return redirect(c.at(`/praca/wzory/${c.params.templateId}/publikacja`), t('publish.offeredAgain'));
  },
});

export const usagePage = centreDoor({
  method: 'GET',
  path: '/praca/wzory/:templateId/uzycie',
  may: mayWriteTemplates,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const { template } = await getTemplate(c.scope, c.params.templateId);
    return page(<UsagePage c={c} template={template} usage={await listTemplateUsage(c.scope, template.id)} />);
  },
});
export const editionsPage = centreDoor({
  method: 'GET',
  path: '/praca/wzory/:templateId/wersje',
  may: mayWriteTemplates,
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const { template } = await getTemplate(c.scope, c.params.templateId);
    return page(<EditionsPage c={c} template={template} editions={await listTemplateEditions(c.scope, template.id)} />);
  },
});
