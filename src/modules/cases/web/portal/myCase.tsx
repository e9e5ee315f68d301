import { formatInstant } from '#shared/polishDate.ts';
import { audits, centreDoor, file, NotFound, page } from '#platform/http/index.ts';
import { findDocument, listDocuments } from '#platform/documents/archive.ts';
import { PortalPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  Details,
  Form,
  Heading,
  Lead,
  Link,
  List,
  Notice,
  Paragraph,
  PrintButton,
  Row,
  Section,
  Stack,
  Tag,
  Timeline,
} from '#ui/index.ts';
import { languageOfName, nameIn } from '#modules/catalogue/index.ts';
import { whatNext } from '../../domain/whatNext.ts';
import { maySeeOwnCase } from '../../policy.ts';
import { caseTexts } from '../../texts/index.ts';
import { gatherFacts, getCase } from '../../usecases/actOnCase.ts';
import { drawSections, DrawnSections, servicesOnPage } from '../partsOfCase.tsx';
import { stepInWords } from '../stepInWords.ts';
import { toneOf } from '../statusTone.ts';

const quiet = new Set(['refusalProposed', 'refusalSentBack', 'monitored', 'coordinationDecided']);

/** What a resident may do or goes through; the centre waits for none of it. */
const unexpected: ReadonlySet<string> = new Set(['use-services', 'talk-at-summary', 'may-appeal']);
/** Older steps are folded: the first screens belong to what a person may do now. */
const shownOfHistory = 5;

export const myCasePage = centreDoor({
  method: 'GET',
  path: '/moja-sprawa/przebieg',
  may: maySeeOwnCase,
  audit: audits('cases.own.read'),
  async handle(c) {
    if (c.actor.kind !== 'caseHolder') throw new NotFound('case');
    const { caseId } = c.actor;
    const t = caseTexts.in(c.lang);
    const view = await getCase(c.scope, caseId);
    const { record, state, events } = view;
    c.concerns({ caseId, ...(record.personId && { personId: record.personId }) });
    const hasDied = state.closing?.ending === 'died';
    const title = t(hasDied ? 'mine.titleAfterDeath' : 'mine.title');
    const steps = whatNext(state, await gatherFacts(c.scope, view), 'resident');
    const expected = steps.filter((step) => step.who === 'resident' && !unexpected.has(step.code));
    const services = await servicesOnPage(c, state);
    const isOver = (status: string) => state.closing !== null && ['pending', 'qualified', 'waitlisted'].includes(status);
    const documents = (await listDocuments(c.scope, caseId)).filter((each) => each.forResident);
    // After a death the family reads this page: nothing on it speaks to the person as if they could still do something.
    const sections = hasDied ? [] : await drawSections(c, 'resident', caseId);
    const history = events
      .filter((event) => !quiet.has(event.type))
      .toReversed()
      .map((event) => ({
        at: formatInstant(Temporal.Instant.from(event.at), c.lang),
        atIso: event.at,
        title: t(`event.${event.type}`),
      }));
    return page(
      <PortalPage c={c} title={title} width="narrow">
        <Stack gap="lg">
          <div>
            <Heading level={1}>{title}</Heading>
            <Lead>{t('mine.number', { number: record.number })}</Lead>
          </div>
          {hasDied ? (
            <Card tone="tinted">
              <Paragraph>{t('mine.condolence')}</Paragraph>
              <Paragraph>{t('mine.afterDeath')}</Paragraph>
            </Card>
          ) : (
            <>
              <Card tone="tinted" title={t('mine.now')} level={2}>
                <Tag tone={toneOf(record.status)}>{t(`status.${record.status as 'APPLIED'}`)}</Tag>
                <List items={steps.map((step) => stepInWords(step, state.meeting, c.lang))} />
              </Card>
              {expected.length > 0 ? (
                <Notice tone="warning" title={t('mine.expected')} level={2}>
                  <List items={expected.map((step) => stepInWords(step, state.meeting, c.lang))} />
                </Notice>
              ) : (
                <Paragraph>{t(state.closing ? 'mine.ended' : 'mine.nothing')}</Paragraph>
              )}
              <Section labelledBy="uslugi">
                <Heading level={2} id="uslugi">
                  {t('mine.services')}
                </Heading>
                <List
                  items={services.map((each) => (
                    <>
                      <Link href={c.at(`/uslugi/${each.serviceId}`)} lang={languageOfName(each.card, c.lang)}>
                        {nameIn(each.card, c.lang)}
                      </Link>{' '}
                      – {isOver(each.status) ? t('mine.serviceEnded') : t(`serviceStatus.${each.status}`)}
                    </>
                  ))}
                />
              </Section>
              <DrawnSections sections={sections.filter(({ isLast }) => !isLast)} />
            </>
          )}
          <Section labelledBy="dokumenty">
            <Heading level={2} id="dokumenty">
              {t(hasDied ? 'mine.documentsAfterDeath' : 'mine.documents')}
            </Heading>
            {documents.length === 0 ? (
              <Paragraph>{t('mine.noDocuments')}</Paragraph>
            ) : (
              <List
                items={documents.map((each) => (
                  <Link href={c.at(`/moja-sprawa/dokumenty/${each.id}`)}>
                    <span lang={c.lang === 'pl' ? undefined : 'pl'}>{each.title}</span> (PDF, {formatInstant(each.createdAt, c.lang)})
                  </Link>
                ))}
              />
            )}
          </Section>
          <Section labelledBy="kontakt">
            <Heading level={2} id="kontakt">
              {t('mine.contact')}
            </Heading>
            <Paragraph>{t('mine.contactText', { number: record.number })}</Paragraph>
          </Section>
          <Section labelledBy="przebieg">
            <Heading level={2} id="przebieg">
              {t('mine.history')}
            </Heading>
            <Timeline entries={history.slice(0, shownOfHistory)} />
            {history.length > shownOfHistory ? (
              <Details summary={t('mine.earlier', { count: history.length - shownOfHistory })}>
                <Timeline entries={history.slice(shownOfHistory)} />
              </Details>
            ) : null}
          </Section>
          {/* On paper it would be pages of a log and a way out of the browser. */}
          <div class="ok-screen-only">
            <Stack gap="lg">
              <DrawnSections sections={sections.filter(({ isLast }) => isLast)} />
              <Form action={c.at('/moja-sprawa/zakoncz')}>
                <Paragraph muted>{t('mine.privacy')}</Paragraph>
                <Row>
                  <Button type="submit" variant="secondary">
                    {t('mine.leave')}
                  </Button>
                  <PrintButton />
                </Row>
              </Form>
            </Stack>
          </div>
        </Stack>
      </PortalPage>,
    );
  },
});

export const myDocument = centreDoor({
  method: 'GET',
  path: '/moja-sprawa/dokumenty/:documentId',
  may: maySeeOwnCase,
  audit: audits('cases.own.documentRead'),
  async handle(c) {
    if (c.actor.kind !== 'caseHolder') throw new NotFound('case');
    const found = await findDocument(c.scope, c.actor.caseId, c.params.documentId);
    if (!found?.forResident) throw new NotFound('document');
    c.concerns({ caseId: c.actor.caseId, detail: { kind: found.kind } });
    return file(found.bytes, 'application/pdf', `${found.number ?? found.kind}.pdf`, { inline: true });
  },
});
