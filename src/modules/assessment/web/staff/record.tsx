import { audits, centreDoor, draftDoor, findDraft, FormFields, page, redirect, type CentreContext } from '#platform/http/index.ts';
import { availableCommands, getCase, refusalInWords, type CaseView } from '#modules/cases/index.ts';
import { getServices } from '#modules/catalogue/index.ts';
import { lawOn } from '#modules/law/index.ts';
import { Heading, LinkButton, Paragraph } from '#ui/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import { editionOn } from '../../lifeAreas.ts';
import { mayRecordAssessment } from '../../policy.ts';
import { assessmentTexts } from '../../texts/index.ts';
import { findAssessment, recordAssessment } from '../../usecases/assessments.ts';
import { readAssessment, typedFrom } from './assessmentForm.ts';
import { RecordPage, type RecordPageProps } from './recordPage.tsx';

type Context = CentreContext<{ readonly caseId: string }>;
const t = assessmentTexts.in('pl');

/** What every answer of the form shares. */
async function frameOf(c: Context, view: CaseView): Promise<Omit<RecordPageProps, 'basedOn' | 'typed' | 'errors'>> {
  const { caseId } = c.params;
  c.concerns({ caseId, ...(view.record.personId && { personId: view.record.personId }) });
  const asked = view.state.services.filter((service) => !['withdrawn', 'forwarded'].includes(service.status)).map((each) => each.serviceId);
  const cards = await getServices(c.scope, asked);
  const law = await lawOn(c.scope, c.today);
  return {
    c,
    caseId,
    caseNumber: view.record.number,
    edition: editionOn(c.today.toString()),
    services: asked.map((id) => ({ id, name: cards.get(id)?.name ?? '' })),
    planRule: {
      months: law.values.coordinationMonths,
      longest: law.values.planMaxMonths,
      verified: law.find('coordinationMonths')?.verified ?? false,
    },
  };
}

const isOpenFor = (view: CaseView) => availableCommands(view.state, 'planCoordinator').includes('recordAssessment');

export const recordAssessmentPage = centreDoor({
  method: 'GET',
  path: '/praca/sprawy/:caseId/rozpoznanie/zapis',
  may: mayRecordAssessment,
  audit: audits('assessment.form.opened'),
  async handle(c) {
    const { caseId } = c.params;
    const view = await getCase(c.scope, caseId);
    const frame = await frameOf(c, view);
    if (!isOpenFor(view)) return page(<NotNow c={c} caseNumber={view.record.number} mayStart={view.state.status === 'APPLIED'} />);
    const newest = await findAssessment(c.scope, caseId);
    // Whoever opens the empty form has read nothing yet, and the log does not say so.
    const { personId } = view.record;
    if (newest) await c.scope.audit('assessment.content.read', { caseId, ...(personId && { personId }) });
    const draft = await findDraft(c.scope, c.path);
    const typed = draft?.typed ?? (newest ? typedFrom(newest) : FormFields.from({ place: view.state.meeting?.place ?? null }));
    // Unsent text goes on from the version it was written on: a newer one is compared with it when it is sent.
    const basedOn = draft?.typed.has('_version') ? Number(draft.typed.get('_version')) : (newest?.version ?? 0);
    return page(<RecordPage {...frame} basedOn={basedOn} typed={typed} errors={[]} draft={draft} />);
  },
});

export const recordAssessmentDoor = centreDoor({
  method: 'POST',
  path: '/praca/sprawy/:caseId/rozpoznanie/zapis',
  may: mayRecordAssessment,
  audit: audits('assessment.content.recorded'),
  keepsDraft: true,
  async handle(c) {
    const { caseId } = c.params;
    const frame = await frameOf(c, await getCase(c.scope, caseId));
    const basedOn = Number(c.fields.get('_version')) || 0;
    const form = readAssessment(c.fields, {
      edition: frame.edition,
      serviceIds: frame.services.map((service) => service.id),
      today: c.today,
    });
    const again = { ...frame, basedOn, typed: c.fields, errors: [] };
    if (!form.ok) return page(<RecordPage {...again} errors={form.errors} />, 422);
    const recorded = await recordAssessment(c.scope, { caseId, basedOn, ...form.value });
    if (recorded.ok) return redirect(c.at(`/praca/sprawy/${caseId}/rozpoznanie`), t('form.done'));
    const [first] = recorded.refusal;
    if (first?.code === 'assessment-changed') return page(<RecordPage {...again} basedOn={first.newer.version} newer={first.newer} />, 409);
    return page(<RecordPage {...again} refusals={recorded.refusal.map((each) => refusalInWords(each))} />, 422);
  },
});

export const keepAssessmentDraft = draftDoor<Context['params']>(recordAssessmentDoor, { check: (c) => getCase(c.scope, c.params.caseId) });

function NotNow({ c, caseNumber, mayStart }: { readonly c: Context; readonly caseNumber: string; readonly mayStart: boolean }) {
  const base = `/praca/sprawy/${c.params.caseId}`;
  return (
    <StaffPage
      c={c}
      title={t('form.notNow')}
      crumbs={[{ label: t('cases'), href: c.at('/praca/sprawy') }, { label: caseNumber, href: c.at(base) }, { label: t('title') }]}
      width="narrow"
    >
      <Heading level={1} caption={caseNumber}>
        {t('form.notNow')}
      </Heading>
      <Paragraph>{t('form.notNowText')}</Paragraph>
      {mayStart ? <LinkButton href={c.at(`${base}/rozpoznanie/umow`)}>{t('view.start')}</LinkButton> : null}
      <LinkButton variant="secondary" href={c.at(base)}>
        {t('start.back')}
      </LinkButton>
    </StaffPage>
  );
}
