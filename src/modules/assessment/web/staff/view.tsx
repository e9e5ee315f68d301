import { audits, centreDoor, NotFound, page, type PageContext } from '#platform/http/index.ts';
import { StaffPage } from '#platform/html/index.ts';
import {
  DefinitionGrid,
  EmptyState,
  Heading,
  Link,
  LinkButton,
  List,
  Notice,
  PageHeader,
  Paragraph,
  PrintButton,
  Row,
  Section,
  Stack,
  Table,
} from '#ui/index.ts';
import { formatDate, formatInstant } from '#shared/polishDate.ts';
import { availableCommands, getCase, meetingForStaff } from '#modules/cases/index.ts';
import { getServices } from '#modules/catalogue/index.ts';
import type { Assessment } from '../../domain/assessmentContent.ts';
import { editionOn } from '../../lifeAreas.ts';
import { mayReadAssessment, mayRecordAssessment } from '../../policy.ts';
import { assessmentTexts } from '../../texts/index.ts';
import { findAssessment, getAssessment, listAssessments } from '../../usecases/assessments.ts';

const t = assessmentTexts.in('pl');
const day = (date: Temporal.PlainDate | string) => formatDate(Temporal.PlainDate.from(date));

export const assessmentPage = centreDoor({
  method: 'GET',
  path: '/praca/sprawy/:caseId/rozpoznanie',
  may: mayReadAssessment,
  audit: audits('assessment.content.read'),
  async handle(c) {
    const { caseId } = c.params;
    const { record, state } = await getCase(c.scope, caseId);
    c.concerns({ caseId, ...(record.personId && { personId: record.personId }) });
    const wanted = c.query.get('wersja');
    if (wanted !== null && !/^[1-9]\d{0,5}$/.test(wanted)) throw new NotFound('assessment version');
    const found = wanted === null ? await findAssessment(c.scope, caseId) : await getAssessment(c.scope, caseId, Number(wanted));
    const versions = await listAssessments(c.scope, caseId);
    const newest = versions[0]?.version ?? 0;
    const services = await getServices(c.scope, found?.content.recommendations.map((each) => each.serviceId) ?? []);
    const base = c.at(`/praca/sprawy/${caseId}`);
    const may = (command: 'recordAssessment' | 'startAssessment') =>
      mayRecordAssessment.allows(c.actor).allowed && availableCommands(state, 'planCoordinator').includes(command);
    const record_ = may('recordAssessment') ? (
      <LinkButton href={`${base}/rozpoznanie/zapis`}>{t(found ? 'view.recordAgain' : 'view.record')}</LinkButton>
    ) : null;
    const start =
      may('startAssessment') && !state.assessment ? (
        <LinkButton href={`${base}/rozpoznanie/umow`}>{t(state.meeting ? 'start.change' : 'view.start')}</LinkButton>
      ) : null;
    return page(
      <StaffPage
        c={c}
        title={t('title')}
        crumbs={[{ label: t('cases'), href: c.at('/praca/sprawy') }, { label: record.number, href: base }, { label: t('title') }]}
      >
        <PageHeader actions={found ? <PrintButton /> : null}>
          <Heading level={1} caption={record.number}>
            {t('title')}
          </Heading>
        </PageHeader>
        {found ? (
          <Stack gap="lg">
            {found.version < newest ? (
              <Notice tone="warning">
                {t('view.older', { version: newest })} <Link href={`${base}/rozpoznanie`}>{t('view.newest')}</Link>
              </Notice>
            ) : null}
            <AssessmentText found={found} nameOf={(id) => services.get(id)?.name ?? ''} />
            <Row>{record_}</Row>
            <Section labelledBy="wersje">
              <Heading level={2} id="wersje">
                {t('view.versions')}
              </Heading>
              <List
                items={versions.map((each) => (
                  <Link href={`${base}/rozpoznanie?wersja=${each.version}`}>
                    {t('view.versionLine', { version: each.version, date: day(each.heldOn), who: each.recordedByName })}
                  </Link>
                ))}
              />
            </Section>
          </Stack>
        ) : (
          <EmptyState
            title={t('view.empty')}
            action={
              record_ && start ? (
                <Row>
                  {record_}
                  {start}
                </Row>
              ) : (
                (record_ ?? start ?? undefined)
              )
            }
          >
            {t('view.emptyText')}
          </EmptyState>
        )}
      </StaffPage>,
    );
  },
});

/** One version as a text to read and print. */
function AssessmentText({ found, nameOf }: { readonly found: Assessment; readonly nameOf: (serviceId: string) => string }) {
  const { content, sensitive } = found;
  const edition = editionOn(content.edition);
  const rows = edition.areas.flatMap((area) => {
    const finding = content.areas[area.key] ?? sensitive?.areas[area.key];
    return finding ? [{ area, finding }] : [];
  });
  const { coordination } = content;
  return (
    <Stack gap="lg">
      <DefinitionGrid
        items={[
          { term: t('view.heldOn'), value: day(found.heldOn) },
          { term: t('view.place'), value: t(`place.${content.place}`) },
          { term: t('view.present'), value: content.present ?? t('view.none') },
          { term: t('view.by'), value: `${found.recordedByName}, ${formatInstant(found.recordedAt)}` },
        ]}
      />
      <Prose title={t('view.wishes')} id="zyczenia" text={content.wishes} />
      <Prose title={t('view.resources')} id="zasoby" text={content.resources} />
      <Section labelledBy="obszary">
        <Heading level={2} id="obszary">
          {t('view.areas')}
        </Heading>
        {sensitive ? null : <Notice tone="info">{t('view.hidden')}</Notice>}
        <Table
          caption={t('view.areas')}
          captionHidden
          rows={rows}
          columns={[
            { key: 'area', label: t('view.area'), rowHeader: true, cell: ({ area }) => area.title },
            {
              key: 'score',
              label: t('view.score'),
              cell: ({ area, finding }) =>
                finding.score === null
                  ? t('view.notTalked')
                  : t('view.scoreLine', { score: finding.score, anchor: area.anchors[finding.score] ?? '' }),
            },
            { key: 'note', label: t('view.note'), cell: ({ finding }) => finding.note ?? '–' },
          ]}
        />
      </Section>
      {sensitive ? (
        <Section labelledBy="ryzyka">
          <Heading level={2} id="ryzyka">
            {t('view.risks')}
          </Heading>
          {sensitive.risks.length === 0 ? (
            <Paragraph>{t('view.noRisks')}</Paragraph>
          ) : (
            <List items={edition.risks.filter((risk) => sensitive.risks.includes(risk.key)).map((risk) => risk.title)} />
          )}
          {sensitive.riskNote ? <Paragraph>{sensitive.riskNote}</Paragraph> : null}
        </Section>
      ) : null}
      <Section labelledBy="zalecenia">
        <Heading level={2} id="zalecenia">
          {t('view.recommendation')}
        </Heading>
        <Table
          caption={t('view.recommendation')}
          captionHidden
          rows={content.recommendations}
          columns={[
            { key: 'service', label: t('view.service'), rowHeader: true, cell: ({ serviceId }) => nameOf(serviceId) },
            { key: 'advice', label: t('view.advice'), cell: ({ advice }) => t(`form.advices.${advice}`) },
            { key: 'note', label: t('view.note'), cell: ({ note }) => note ?? '–' },
          ]}
        />
        <Paragraph>
          {t('view.coordination')}:{' '}
          {coordination
            ? t('view.coordinationLine', {
                from: day(coordination.from),
                to: day(coordination.to),
                plan: t(coordination.withPlan ? 'view.withPlan' : 'view.withoutPlan'),
              })
            : t('view.noCoordination')}
        </Paragraph>
      </Section>
      <Prose title={t('view.summary')} id="podsumowanie" text={content.summary} />
    </Stack>
  );
}

function Prose({ title, id, text }: { readonly title: string; readonly id: string; readonly text: string | null }) {
  return (
    <Section labelledBy={id}>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      {(text ?? t('view.none')).split(/\n+/).map((part) => (
        <Paragraph>{part}</Paragraph>
      ))}
    </Section>
  );
}

/** The part of the case page: where the talk stands, and what it came to. */
export async function renderCaseSection(c: PageContext, scope: Parameters<typeof findAssessment>[0], caseId: string) {
  const { state } = await getCase(scope, caseId);
  const found = await findAssessment(scope, caseId);
  const base = c.at(`/praca/sprawy/${caseId}/rozpoznanie`);
  const commands = mayRecordAssessment.allows(c.actor).allowed ? availableCommands(state, 'planCoordinator') : [];
  const canStart = commands.includes('startAssessment') && !state.assessment;
  const canRecord = commands.includes('recordAssessment');
  if (!found && !state.meeting && !canStart) return null;
  const areas = found ? editionOn(found.content.edition).areas : [];
  const hard = areas.flatMap((area) => {
    const score = (found?.content.areas[area.key] ?? found?.sensitive?.areas[area.key])?.score ?? 0;
    return score >= 3 ? [`${area.title}: ${area.anchors[score] ?? ''}`] : [];
  });
  return (
    <Stack>
      {found ? (
        <>
          <Paragraph>{t('view.versionLine', { version: found.version, date: day(found.heldOn), who: found.recordedByName })}</Paragraph>
          {hard.length > 0 ? (
            <>
              <Paragraph>{t('view.needs')}:</Paragraph>
              <List items={hard} />
            </>
          ) : (
            <Paragraph>{t('view.noNeeds')}</Paragraph>
          )}
        </>
      ) : state.meeting ? (
        <Paragraph>
          {t('view.heldOn')}: {meetingForStaff(state.meeting)}
        </Paragraph>
      ) : null}
      <Row>
        {found ? (
          <LinkButton variant="secondary" href={base}>
            {t('view.read')}
          </LinkButton>
        ) : null}
        {canRecord ? (
          <LinkButton variant={found ? 'secondary' : 'primary'} href={`${base}/zapis`}>
            {t(found ? 'view.recordAgain' : 'view.record')}
          </LinkButton>
        ) : null}
        {canStart ? (
          <LinkButton variant={state.meeting ? 'secondary' : 'primary'} href={`${base}/umow`}>
            {t(state.meeting ? 'start.change' : 'view.start')}
          </LinkButton>
        ) : null}
      </Row>
    </Stack>
  );
}
