import { formatDate, formatInstant, todayInWarsaw } from '#shared/polishDate.ts';
import { isUuid } from '#shared/uuid.ts';
import { auditsNothing, centreDoor, FormFields, page, publicDoor, redirect, type CentreContext } from '#platform/http/index.ts';
import { PortalPage } from '#platform/html/index.ts';
import { Button, Card, Form, FormActions, Heading, Lead, Link, List, Notice, Paragraph, Stack } from '#ui/index.ts';
import { getServices, isOffered } from '#modules/catalogue/index.ts';
import { keptServiceIds } from '#modules/lists/index.ts';
import { requestTexts } from '../../../texts/index.ts';
import { beginDraft, dropRequestDraft, saveRequestDraft, type RequestDraft } from '../../../usecases/drafts.ts';
import { draftOf, keepDraftCode } from './draftCookie.ts';
import { factsFor } from './journeyFacts.ts';
import { checkStep, findUnanswered } from './journey.ts';

interface StartProps {
  readonly c: CentreContext;
  readonly draft: RequestDraft | undefined;
  /** Services to begin with: of a card, or of the reader's own list. */
  readonly serviceIds: readonly string[];
  readonly isOfList: boolean;
}
function StartPage({ c, draft, serviceIds, isOfList }: StartProps) {
  const t = requestTexts.in(c.lang);
  const hidden = serviceIds.length > 0 ? { service: serviceIds.join(' ') } : {};
  return (
    <PortalPage c={c} title={t('start.title')} width="narrow">
      <Stack gap="lg">
        <div>
          <Heading level={1}>{t('start.title')}</Heading>
          <Lead>{t('start.lead')}</Lead>
        </div>
        {isOfList && serviceIds.length > 0 ? <Paragraph>{t('start.fromList', { count: serviceIds.length })}</Paragraph> : null}
        {draft ? (
          <Notice title={t('start.resumeTitle')}>
            <Paragraph>
              {t('start.resumeText', {
                at: formatInstant(draft.savedAt, c.lang),
                until: formatDate(todayInWarsaw(draft.expiresAt), c.lang),
              })}
            </Paragraph>
            <Form action={c.at('/zgloszenie')} hidden={hidden}>
              <FormActions>
                <Button name="_do" value="continue">
                  {t('start.continue')}
                </Button>
                <Button name="_do" value="anew" variant="secondary">
                  {t('start.anew')}
                </Button>
              </FormActions>
            </Form>
          </Notice>
        ) : (
          <>
            <div>
              <Heading level={2} size="sm">
                {t('start.needTitle')}
              </Heading>
              <List items={[t('start.need1'), t('start.need2'), t('start.need3')]} />
              <Paragraph>{t('start.time')}</Paragraph>
            </div>
            <Form action={c.at('/zgloszenie')} hidden={hidden}>
              <FormActions>
                <Button name="_do" value="begin">
                  {t('start.begin')}
                </Button>
              </FormActions>
            </Form>
          </>
        )}
        <Paragraph>
          <Link href={c.at('/zgloszenie/wznow')}>{t('start.byCode')}</Link>
        </Paragraph>
        <Card tone="quiet" title={t('start.otherTitle')} level={2}>
          <Paragraph>{t('start.otherText')}</Paragraph>
          <Link href={c.at('/potrzeba')}>{t('start.other')}</Link>
        </Card>
      </Stack>
    </PortalPage>
  );
}

const mostServices = 50;
/** The services that a card, a link or the reader's list asks to begin with, when they are any at all. */
const servicesOf = (typed: string | null) => [...new Set((typed ?? '').toLowerCase().split(' ').filter(isUuid))].slice(0, mostServices);

/** Those of the reader's list that can be asked for today. */
async function offeredOfList(c: CentreContext): Promise<string[]> {
  const ids = keptServiceIds(c);
  const services = await getServices(c.scope, ids);
  return ids.filter((id) => {
    const service = services.get(id);
    return service !== undefined && isOffered(service, c.today);
  });
}

export const startPage = centreDoor({
  method: 'GET',
  path: '/zgloszenie',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  async handle(c) {
    const draft = await draftOf(c);
    const isOfList = c.query.has('lista');
    const serviceIds = isOfList ? await offeredOfList(c) : servicesOf(c.query.get('usluga'));
    return page(<StartPage c={c} draft={draft?.caseId ? undefined : draft} serviceIds={serviceIds} isOfList={isOfList} />);
  },
});

export const start = centreDoor({
  method: 'POST',
  path: '/zgloszenie',
  may: publicDoor('no personal data'),
  audit: auditsNothing('unsent text of its own author'),
  repeatable: 'a draft is nothing but unsent text',
  limit: { attempts: 600, minutes: 15 },
  async handle(c) {
    const wanted = servicesOf(c.fields.get('service'));
    const draft = await draftOf(c, { locked: true });
    const goesOn = draft !== undefined && draft.caseId === null && c.fields.get('_do') !== 'anew';
    if (draft && !goesOn && draft.caseId === null) await dropRequestDraft(c.scope, draft);
    if (!goesOn) {
      keepDraftCode(c, (await beginDraft(c.scope, FormFields.from({ services: wanted }))).code);
      return redirect(c.at('/zgloszenie/kto'));
    }
    const services = [...new Set([...draft.typed.all('services'), ...wanted])];
    const saved = await saveRequestDraft(c.scope, draft, ['services'], FormFields.from({ services }));
    const left = findUnanswered(saved.typed, await factsFor(c, saved, false));
    return redirect(c.at(`/zgloszenie/${left?.step ?? checkStep}`));
  },
});
