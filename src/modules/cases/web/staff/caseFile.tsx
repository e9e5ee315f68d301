import { formatDate, formatInstant } from '#shared/polishDate.ts';
import { formatPhone, parsePhone } from '#shared/phone.ts';
import { audits, centreDoor, file, Forbidden, NotFound, page } from '#platform/http/index.ts';
import { findDocument, listDocuments, type KeptDocument } from '#platform/documents/archive.ts';
import { listCasesWithNews } from '#platform/files/index.ts';
import { frameTexts, StaffPage } from '#platform/html/index.ts';
import type { ToldOfCase } from '#platform/module.ts';
import {
  Card,
  Columns,
  DefinitionGrid,
  Heading,
  Link,
  List,
  Notice,
  PageHeader,
  Paragraph,
  Row,
  Section,
  Stack,
  Tag,
  Timeline,
} from '#ui/index.ts';
import { findUserNames, listStaff } from '#modules/accounts/index.ts';
import { fullName, getPerson, mayCorrectPeople } from '#modules/people/index.ts';
import type { CaseState } from '../../domain/caseState.ts';
import { whatNext } from '../../domain/whatNext.ts';
import { mayAssignCoordinator, mayOpenDocument, mayReadCases } from '../../policy.ts';
import { caseStaffTexts, caseTexts } from '../../texts/index.ts';
import { gatherFacts, getCase } from '../../usecases/actOnCase.ts';
import { toldOfCases } from '../../usecases/describeCases.ts';
import { listCasesOfPerson, type CaseRow } from '../../usecases/listCases.ts';
import { drawSections, DrawnSections, servicesOnPage } from '../partsOfCase.tsx';
import { toneOf } from '../statusTone.ts';
import { meetingForStaff } from '../stepInWords.ts';
import { attachmentSection } from './attachments/section.tsx';
import { CoordinatorForm } from './coordinator/CoordinatorForm.tsx';
import { whoInWords } from './whoInWords.ts';

/** The telephone in the record; without one, the one that the request names, with whose it is. */
function phoneInWords(recorded: string | null, told: ToldOfCase | undefined): string {
  const t = caseStaffTexts.in('pl');
  const typed = recorded ?? told?.phone;
  if (!typed) return t('file.none');
  const parsed = parsePhone(typed);
  const phone = parsed.ok ? formatPhone(parsed.value) : typed;
  if (recorded) return phone;
  return told?.phoneOf ? t('file.phoneToldBy', { phone, name: told.phoneOf }) : t('file.phoneTold', { phone });
}
/** What is still open first; within that the newest, as it was read. */
const openFirst = (a: CaseRow, b: CaseRow) => Number(b.isOpen) - Number(a.isOpen);

/** A kept document with what its case knows of the delivery. */
const inQuestion = ({ kind, number }: KeptDocument, { services }: CaseState) => ({
  kind,
  awaitsDelivery: services.some(({ refusal }) => refusal?.decisionNumber === number && refusal?.deliveredOn === null),
});

export const caseFilePage = centreDoor({
  method: 'GET',
  path: '/praca/sprawy/:caseId',
  may: mayReadCases,
  audit: audits('cases.file.read'),
  async handle(c) {
    const { caseId } = c.params;
    const t = caseStaffTexts.in('pl');
    const words = caseTexts.in('pl');
    const roleWords = frameTexts.in('pl');
    const view = await getCase(c.scope, caseId);
    const { record, state, events } = view;
    const person = record.personId ? await getPerson(c.scope, record.personId) : null;
    c.concerns({ caseId, ...(record.personId && { personId: record.personId }) });
    const services = await servicesOnPage(c, state);
    const steps = whatNext(state, await gatherFacts(c.scope, view), 'staff');
    const documents = (await listDocuments(c.scope, caseId)).filter((each) => mayOpenDocument(c.actor, inQuestion(each, state)).allowed);
    const people = await findUserNames(c.scope, [
      ...events.flatMap((event) => event.actor.id ?? []),
      ...(record.coordinatorId ? [record.coordinatorId] : []),
    ]);
    const told = (await toldOfCases(c.scope, [caseId])).get(caseId);
    const who = whoInWords(person && fullName(person), told);
    const others = record.personId
      ? (await listCasesOfPerson(c.scope, record.personId)).filter(({ id }) => id !== caseId).toSorted(openFirst)
      : [];
    const sections = await drawSections(c, 'staff', caseId);
    const hasNews = (await listCasesWithNews(c.scope, [caseId])).has(caseId);
    const day = (date: string | Temporal.PlainDate) => formatDate(Temporal.PlainDate.from(date));
    const title = t('file.title', { number: record.number });
    return page(
      <StaffPage c={c} title={title} crumbs={[{ label: t('file.cases'), href: c.at('/praca/sprawy') }, { label: record.number }]}>
        <PageHeader
          actions={
            <Row>
              {record.isUrgent && record.isOpen ? <Tag tone="danger">{t('list.urgent')}</Tag> : null}
              <Tag tone={toneOf(record.status)}>{words(`status.${record.status as 'APPLIED'}`)}</Tag>
            </Row>
          }
        >
          <Heading level={1} caption={record.number}>
            {who}
          </Heading>
        </PageHeader>
        <Columns
          aside={
            <Stack>
              <Card title={t('file.next')} level={2} tone="tinted">
                {hasNews ? (
                  <Paragraph>
                    <Link href={`#${attachmentSection.key}`}>{t('attach.reviewNext')}</Link>
                  </Paragraph>
                ) : null}
                {steps.length === 0 && hasNews ? null : steps.length === 0 ? (
                  <Paragraph>{t('file.nothingNext')}</Paragraph>
                ) : (
                  <List
                    items={steps.map((step) => {
                      if (step.code === 'hold-assessment' && state.meeting?.plannedOn && !step.isOverdue)
                        return `${t('next.hold-assessment')} – ${meetingForStaff(state.meeting)} (${roleWords(`role.${step.who}`)})`;
                      const due = step.dueOn ? ` – ${t(step.isOverdue ? 'file.overdue' : 'file.due', { date: day(step.dueOn) })}` : '';
                      return `${t(`next.${step.code}`)}${due} (${roleWords(`role.${step.who}`)})`;
                    })}
                  />
                )}
              </Card>
              {mayAssignCoordinator.allows(c.actor).allowed && record.isOpen ? (
                <Card title={t('file.coordinator')} level={2}>
                  <CoordinatorForm
                    c={c}
                    caseId={caseId}
                    coordinatorId={record.coordinatorId}
                    staff={await listStaff(c.scope, 'planCoordinator')}
                  />
                </Card>
              ) : null}
              <Card title={t('file.documents')} level={2}>
                {documents.length === 0 ? (
                  <Paragraph>{t('file.noDocuments')}</Paragraph>
                ) : (
                  <List
                    items={documents.map((each) => (
                      <Link href={c.at(`/praca/sprawy/${caseId}/dokumenty/${each.id}`)}>
                        {each.title} (PDF, {formatInstant(each.createdAt)})
                      </Link>
                    ))}
                  />
                )}
              </Card>
            </Stack>
          }
        >
          <Stack gap="lg">
            <Card title={t('file.person')} level={2}>
              {person && !person.birthDate ? <Notice tone="warning">{t('file.noBirth', { code: record.code })}</Notice> : null}
              {person ? (
                <DefinitionGrid
                  items={[
                    { term: t('file.birth'), value: person.birthDate ? day(person.birthDate) : t('file.none') },
                    { term: t('file.pesel'), value: person.pesel ? String(person.pesel) : t('file.none') },
                    { term: t('file.phone'), value: phoneInWords(person.phone, told) },
                    { term: t('file.email'), value: person.email ?? t('file.none') },
                    {
                      term: t('file.address'),
                      value:
                        [person.addressLine, [person.postcode, person.town].filter(Boolean).join(' ')].filter(Boolean).join(', ') ||
                        t('file.none'),
                      wide: true,
                    },
                    { term: t('file.filedOn'), value: record.filedOn ? day(record.filedOn) : t('file.none') },
                    { term: t('file.planDue'), value: record.planDueOn ? day(record.planDueOn) : t('file.none') },
                    { term: t('file.code'), value: record.code },
                    {
                      term: t('file.coordinator'),
                      value: (record.coordinatorId && people.get(record.coordinatorId)) || t('file.noCoordinator'),
                    },
                  ]}
                />
              ) : (
                <Paragraph>{who}</Paragraph>
              )}
              {person && mayCorrectPeople.allows(c.actor).allowed ? (
                <Paragraph>
                  <Link href={c.at(`/praca/sprawy/${caseId}/osoby/${person.id}`)}>{t('file.correct')}</Link>
                </Paragraph>
              ) : null}
            </Card>
            {others.length > 0 ? (
              <Section labelledBy="inne-sprawy">
                <Heading level={2} id="inne-sprawy">
                  {t('file.otherCases')}
                </Heading>
                <List
                  items={others.map((other) => (
                    <>
                      <Link href={c.at(`/praca/sprawy/${other.id}`)}>{other.number}</Link>
                      {other.filedOn ? `, ${day(other.filedOn)}` : ''} – {words(`status.${other.status as 'APPLIED'}`)}
                    </>
                  ))}
                />
              </Section>
            ) : null}
            <Section labelledBy="uslugi">
              <Heading level={2} id="uslugi">
                {t('file.services')}
              </Heading>
              <List
                items={services.map((each) => (
                  <>
                    <Link href={c.at(`/uslugi/${each.serviceId}`)}>{each.card.name}</Link> – {words(`serviceStatus.${each.status}`)}
                  </>
                ))}
              />
            </Section>
            <DrawnSections sections={sections} />
            <Section labelledBy="przebieg">
              <Heading level={2} id="przebieg">
                {t('file.history')}
              </Heading>
              <Timeline
                entries={events.toReversed().map((event) => ({
                  at: formatInstant(Temporal.Instant.from(event.at)),
                  atIso: event.at,
                  title: words(`event.${event.type}`),
                  who: [event.actor.id ? people.get(event.actor.id) : undefined, roleWords(`role.${event.actor.role}`)]
                    .filter(Boolean)
                    .join(', '),
                }))}
              />
            </Section>
          </Stack>
        </Columns>
      </StaffPage>,
    );
  },
});

export const caseDocument = centreDoor({
  method: 'GET',
  path: '/praca/sprawy/:caseId/dokumenty/:documentId',
  may: mayReadCases,
  audit: audits('cases.document.read'),
  async handle(c) {
    const found = await findDocument(c.scope, c.params.caseId, c.params.documentId);
    if (!found) throw new NotFound('document');
    const { state } = await getCase(c.scope, c.params.caseId);
    const may = mayOpenDocument(c.actor, inQuestion(found, state));
    if (!may.allowed) throw new Forbidden(may.reason);
    c.concerns({ caseId: c.params.caseId, detail: { kind: found.kind } });
    return file(found.bytes, 'application/pdf', `${found.number ?? found.kind}.pdf`, { inline: true });
  },
});
