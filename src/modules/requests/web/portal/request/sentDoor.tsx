import { formatDate } from '#shared/polishDate.ts';
import { audits, caseCookie, caseCookieValue, centreDoor, page, publicDoor, type CentreContext } from '#platform/http/index.ts';
import { listDocuments } from '#platform/documents/archive.ts';
import { PortalPage } from '#platform/html/index.ts';
import {
  Button,
  CopyCode,
  Form,
  FormActions,
  Heading,
  Lead,
  Link,
  LinkButton,
  List,
  Notice,
  Paragraph,
  PrintButton,
  Row,
  Section,
  Stack,
} from '#ui/index.ts';
import { caseTexts, getCase, type CaseView } from '#modules/cases/index.ts';
import { requestTexts } from '../../../texts/index.ts';
import { nextStepsOf } from '../../../usecases/nextSteps.ts';
import { UrgentPromise } from '../UrgentPromise.tsx';
import { carriedDraft, draftOf, keepDraftCode } from './draftCookie.ts';

const openFor = { hours: 2 };

function SentPage({ c, view, documentId }: { c: CentreContext; view: CaseView; documentId: string | undefined }) {
  const t = requestTexts.in(c.lang);
  const words = caseTexts.in(c.lang);
  const day = (date: string) => formatDate(Temporal.PlainDate.from(date), c.lang);
  const steps = nextStepsOf(c.lang, view.state.application?.planDueOn ?? null);
  return (
    <PortalPage c={c} title={t('sent.title')} width="narrow">
      <Stack gap="lg">
        <div>
          <Heading level={1}>{t('sent.title')}</Heading>
          <Lead>{t('sent.lead')}</Lead>
        </div>
        {view.record.isUrgent ? <UrgentPromise c={c} /> : null}
        <CopyCode code={view.record.code} label={t('sent.code')} />
        <Paragraph>{t('sent.codeWhy')}</Paragraph>
        <Paragraph>
          <strong>{t('sent.number', { number: view.record.number })}</strong>
        </Paragraph>
        <Section labelledBy="dalej">
          <Heading level={2} id="dalej">
            {t('sent.next')}
          </Heading>
          <List
            ordered
            items={steps.map(({ what, dueOn }) => (dueOn ? `${what} ${t('confirmation.until', { date: day(dueOn) })}` : what))}
          />
        </Section>
        {documentId ? (
          <Paragraph>
            <Link href={c.at(`/moja-sprawa/dokumenty/${documentId}`)}>{t('sent.document')}</Link>
          </Paragraph>
        ) : null}
        <Row>
          <LinkButton href={c.at('/moja-sprawa/przebieg')}>{t('sent.follow')}</LinkButton>
          <PrintButton label={t('sent.print')} />
        </Row>
        <Form action={c.at('/moja-sprawa/zakoncz')}>
          <Paragraph muted>{words('mine.privacy')}</Paragraph>
          <FormActions>
            <Button variant="secondary">{words('mine.leave')}</Button>
          </FormActions>
        </Form>
      </Stack>
    </PortalPage>
  );
}

/** Somebody ended the looking, also on a shared computer: the way in is the code. */
function GonePage({ c }: { c: CentreContext }) {
  const t = requestTexts.in(c.lang);
  const title = caseTexts.in(c.lang)('mine.title');
  return (
    <PortalPage c={c} title={title} width="narrow">
      <Stack gap="lg">
        <Heading level={1}>{title}</Heading>
        <Notice tone="warning">{t('sent.gone')}</Notice>
        <Row>
          <LinkButton href={c.at('/moja-sprawa')}>{t('sent.follow')}</LinkButton>
        </Row>
      </Stack>
    </PortalPage>
  );
}

/**
 * The confirmation. A browser whose answer got lost on the way (the server was stopped, the line broke) still carries
 * the code of its draft, which remembers the case: it becomes the holder of the case here.
 */
export const sentPage = centreDoor({
  method: 'GET',
  path: '/zgloszenie/wyslane',
  may: publicDoor('personal data given by its own owner'),
  audit: audits('requests.confirmation.read'),
  async handle(c) {
    const held = c.actor.kind === 'caseHolder' ? c.actor.caseId : null;
    const carried = carriedDraft(c);
    const fromDraft = (await draftOf(c))?.caseId ?? null;
    const mayOpen = fromDraft !== null && (fromDraft === held || carried?.isConfirmed === false);
    const caseId = mayOpen ? fromDraft : held;
    if (!caseId) return page(<GonePage c={c} />, 410);
    if (caseId !== held) c.setCookie(caseCookie, caseCookieValue(c.centre, caseId, c.now.add(openFor)));
    else if (fromDraft === caseId && carried?.isConfirmed === false) keepDraftCode(c, carried.code, { isConfirmed: true });
    const view = await getCase(c.scope, caseId);
    c.concerns({ caseId, ...(view.record.personId && { personId: view.record.personId }) });
    const document = (await listDocuments(c.scope, caseId)).find((each) => each.kind === 'confirmation');
    return page(<SentPage c={c} view={view} documentId={document?.id} />);
  },
});
