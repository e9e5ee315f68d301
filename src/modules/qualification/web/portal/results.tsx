import type { CentreScope, PageContext } from '#platform/http/index.ts';
import { listDocuments, type KeptDocument } from '#platform/documents/archive.ts';
import { Card, Link, Paragraph, Stack } from '#ui/index.ts';
import { formatDate } from '#shared/polishDate.ts';
import { getCase, type CaseState, type CaseView } from '#modules/cases/index.ts';
import { lawOn, type LawOnDay } from '#modules/law/index.ts';
import { resultTexts } from '../../texts/words.ts';
import { listOffers, type Offer } from '../../usecases/offers.ts';

type Requested = CaseState['services'][number];

/** What was decided about each service, what it means and what one can do. Only the holder of this very case sees it. */
export async function renderResults(c: PageContext, scope: CentreScope, caseId: string) {
  if (c.actor.kind !== 'caseHolder' || c.actor.caseId !== caseId) return null;
  const view = await getCase(scope, caseId);
  const decided = view.state.services.filter((service) => service.status !== 'pending');
  if (decided.length === 0) return null;
  const offers = new Map((await listOffers(scope, view)).map((offer) => [offer.service.id, offer]));
  const documents = (await listDocuments(scope, caseId)).filter((each) => each.forResident);
  const law = await lawOn(scope, view.record.filedOn ?? c.today);
  return (
    <Stack>
      {decided.map((requested) => {
        const offer = offers.get(requested.serviceId);
        if (!offer) return null;
        const name = c.lang === 'pl' ? offer.service.name : (offer.service.translations[c.lang]?.name ?? offer.service.name);
        return (
          <Card title={name} level={3}>
            {sentences(c, view, requested, offer, law).map((sentence) => (
              <Paragraph>{sentence}</Paragraph>
            ))}
            {decisionLink(c, requested, documents)}
          </Card>
        );
      })}
    </Stack>
  );
}

/** The decision itself, beside the sentence that names it: the time for an appeal runs. */
function decisionLink(c: PageContext, { status, refusal }: Requested, documents: readonly KeptDocument[]) {
  const decision = documents.find(({ kind, number }) => kind === 'refusalDecision' && number === refusal?.decisionNumber);
  if (status !== 'refused' || !refusal || !decision) return null;
  return (
    <Paragraph>
      <Link href={c.at(`/moja-sprawa/dokumenty/${decision.id}`)}>
        {resultTexts.in(c.lang)('openDecision', { number: refusal.decisionNumber })}
      </Link>
    </Paragraph>
  );
}

function sentences(c: PageContext, view: CaseView, requested: Requested, offer: Offer, law: LawOnDay): string[] {
  const t = resultTexts.in(c.lang);
  if (view.state.closing && (requested.status === 'qualified' || requested.status === 'waitlisted')) return [t('ended')];
  switch (requested.status) {
    case 'pending':
      return [];
    case 'qualified':
      return [
        t('qualified'),
        ...(requested.cardNumber ? [t('qualifiedCard', { number: requested.cardNumber })] : []),
        ...(view.state.orders.length === 0 ? [t('qualifiedNext')] : []),
      ];
    case 'waitlisted':
      return [
        t('waitlisted'),
        ...(offer.facts.queuePosition === null ? [] : [t('position', { position: offer.facts.queuePosition })]),
        t('waitlistedNext'),
      ];
    case 'refused': {
      const { refusal } = requested;
      if (!refusal) return [];
      const date = refusal.appealUntil && formatDate(Temporal.PlainDate.from(refusal.appealUntil), c.lang);
      return [
        t('refused', { number: refusal.decisionNumber }),
        date ? t('appealUntil', { date }) : t('appealLater', { days: law.values.appealDays }),
      ];
    }
    case 'forwarded': {
      const sent = view.events.findLast((event) => event.type === 'forwarded' && event.data.serviceIds.includes(requested.serviceId));
      return [t('forwarded', { name: sent?.type === 'forwarded' ? sent.data.recipientName : '–' })];
    }
    case 'withdrawn':
      return [t('withdrawn')];
  }
}
