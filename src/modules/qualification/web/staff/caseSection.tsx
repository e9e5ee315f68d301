import type { CentreScope, PageContext } from '#platform/http/index.ts';
import { Link, Table, Tag, type TagTone } from '#ui/index.ts';
import { getCase, type CaseState } from '#modules/cases/index.ts';
import { mayReadQualification, mayRecordDelivery } from '../../policy.ts';
import { qualificationTexts } from '../../texts/words.ts';
import { listOffers } from '../../usecases/offers.ts';
import { statusInWords } from './statusWords.ts';

const t = qualificationTexts.in('pl');
type Requested = CaseState['services'][number];
const tones: Readonly<Record<Requested['status'], TagTone>> = {
  pending: 'info',
  qualified: 'success',
  waitlisted: 'warning',
  refused: 'danger',
  forwarded: 'neutral',
  withdrawn: 'neutral',
};

/** The part of the case page: each requested service, how it stands, and the way to decide it. */
export async function renderStaffSection(c: PageContext, scope: CentreScope, caseId: string) {
  const view = await getCase(scope, caseId);
  const offers = await listOffers(scope, view);
  if (offers.length === 0) return null;
  const base = c.at(`/praca/sprawy/${caseId}/kwalifikacja`);
  const mayRead = mayReadQualification.allows(c.actor).allowed;
  const mayDeliver = mayRecordDelivery.allows(c.actor).allowed;
  const rows = offers.flatMap((offer) => {
    const requested = view.state.services.find((each) => each.serviceId === offer.service.id);
    return requested ? [{ offer, requested }] : [];
  });
  // Whoever can do nothing here is not shown an empty column.
  const toDo = {
    key: 'toDo',
    label: t('section.toDo'),
    cell: ({ offer, requested }: (typeof rows)[number]) => (
      <>
        {mayRead ? (
          <Link href={`${base}/${offer.service.id}`}>
            {t(requested.status === 'pending' ? 'section.decide' : 'section.see')}
            <span class="ds-sr-only">: {offer.service.name}</span>
          </Link>
        ) : null}{' '}
        {mayDeliver && requested.refusal ? (
          <Link href={`${base}/${offer.service.id}/doreczenie`}>
            {t(requested.refusal.deliveredOn ? 'delivery.correct' : 'page.recordDelivery')}
          </Link>
        ) : null}
      </>
    ),
  };
  return (
    <Table
      caption={t('title')}
      captionHidden
      rows={rows}
      columns={[
        { key: 'service', label: t('section.service'), rowHeader: true, cell: ({ offer }) => offer.service.name },
        {
          key: 'status',
          label: t('section.status'),
          cell: ({ offer, requested }) => (
            <>
              <Tag tone={tones[requested.status]}>{statusInWords(requested.status)}</Tag>{' '}
              {requested.proposedRefusal ? t('section.waitsForSignature') : null}
              {requested.status === 'waitlisted' && offer.facts.queuePosition !== null
                ? t('section.position', { position: offer.facts.queuePosition })
                : null}
              {requested.cardNumber ?? requested.refusal?.decisionNumber ?? null}
            </>
          ),
        },
        ...(rows.some(({ requested }) => mayRead || (mayDeliver && requested.refusal)) ? [toDo] : []),
      ]}
    />
  );
}
