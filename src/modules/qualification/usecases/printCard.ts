import { rolesOf } from '#shared/actor.ts';
import { frameTexts } from '#platform/html/index.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { letterheadOf, renderPdf } from '#platform/documents/index.ts';
import { keepDocument } from '#platform/documents/archive.ts';
import type { CaseView } from '#modules/cases/index.ts';
import { toldFee } from '#modules/catalogue/index.ts';
import { lawOn } from '#modules/law/index.ts';
import { fullName, getPerson, type Person } from '#modules/people/index.ts';
import { conditionInWords } from '#modules/eligibility/index.ts';
import { qualificationCard, type QualificationCardData } from '../documents/qualificationCard.ts';
import { documentTexts } from '../texts/words.ts';
import type { Offer } from './offers.ts';

type Result = { readonly outcome: 'qualified'; readonly cardNumber: string } | { readonly outcome: 'queued'; readonly position: number };

/** Who signs a document: the actor's name, and in which function. */
export function signatoryOf({ actor, today }: CentreScope): { name: string; function: string; signedOn: string } {
  const role = rolesOf(actor).find((each) => ['director', 'serviceOrganiser', 'planCoordinator'].includes(each));
  return {
    name: actor.kind === 'user' ? actor.name : documentTexts.in('pl')('program'),
    function: role === undefined ? documentTexts.in('pl')('staff') : frameTexts.in('pl')(`role.${role}`),
    signedOn: today.toString(),
  };
}

export function addressOf(person: Pick<Person, 'addressLine' | 'postcode' | 'town'>): string | undefined {
  const place = [person.postcode, person.town].filter(Boolean).join(' ');
  return [person.addressLine, place].filter(Boolean).join(', ') || undefined;
}

/** Prints and keeps the qualification card, or the letter about a place on the reserve list; the resident sees it. */
export async function printCard(scope: CentreScope, view: CaseView, offer: Offer, result: Result): Promise<string> {
  const t = documentTexts.in('pl');
  const { record, state } = view;
  const person = await getPerson(scope, offer.applicant.personId);
  const law = await lawOn(scope, scope.today);
  const rule = law.find('qualificationWithoutDecision');
  const { service } = offer;
  const fee = service.fee.text === null && service.fee.kind === 'free' ? t('free') : toldFee(service.fee, 'pl');
  const address = addressOf(person);
  const data: QualificationCardData = {
    letterhead: letterheadOf(scope, record.number),
    person: {
      name: fullName(person),
      ...(person.birthDate && { birthDate: person.birthDate.toString() }),
      ...(address !== undefined && { address }),
    },
    appliedOn: state.application?.filedOn ?? scope.today.toString(),
    programme: {
      name: offer.rule.programme ?? t('programme'),
      ...(offer.rule.resolution !== null && { resolution: offer.rule.resolution }),
    },
    results: [
      result.outcome === 'qualified'
        ? {
            outcome: 'qualified',
            service: service.name,
            ...(service.limitsText !== null && { scope: service.limitsText }),
            ...(fee !== null && { fee }),
          }
        : { outcome: 'queued', service: service.name, position: result.position },
    ],
    conditionsMet: offer.checks.filter((check) => check.outcome === 'met').map((check) => conditionInWords(check.condition)),
    noDecision: {
      value: t('noDecision'),
      reference: rule?.article ?? t('act'),
      verified: rule?.verified ?? false,
    },
    qualifiedBy: signatoryOf(scope),
  };
  const isCard = result.outcome === 'qualified';
  return keepDocument(
    scope,
    {
      caseId: record.id,
      kind: isCard ? 'qualificationCard' : 'placeInformation',
      number: isCard ? result.cardNumber : null,
      title: t(isCard ? 'cardTitle' : 'placeTitle', { service: service.name, number: isCard ? result.cardNumber : '' }),
      forResident: true,
      providerId: null,
    },
    await renderPdf(qualificationCard, data),
  );
}
