import { formatDate } from '#shared/polishDate.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { keepDocument } from '#platform/documents/archive.ts';
import { letterheadOf, renderPdf } from '#platform/documents/index.ts';
import { getCase } from '#modules/cases/index.ts';
import type { CatalogueService } from '#modules/catalogue/index.ts';
import { fullName } from '#modules/people/index.ts';
import { confirmation } from '../documents/confirmation.ts';
import { requestTexts } from '../texts/index.ts';
import type { ServiceRequest } from './serviceRequest.ts';
import { nextStepsOf } from './nextSteps.ts';

interface Confirmed {
  readonly caseId: string;
  readonly number: string;
  readonly code: string;
  /** The code opens the case only together with the birth date in the record. */
  readonly hasBirthDate: boolean;
  readonly request: ServiceRequest;
  readonly services: readonly CatalogueService[];
  /** Names of the files that came with it. */
  readonly attachments: readonly string[];
}

const capacities = { self: 'self', statutoryRepresentative: 'representative', actualCarer: 'carer' } as const;

/** Prints the confirmation into the case, and queues a letter to the applicant when an e-mail address was given. */
export async function sendConfirmation(
  scope: CentreScope,
  { caseId, number, code, hasBirthDate, request, services, attachments }: Confirmed,
): Promise<void> {
  const { state } = await getCase(scope, caseId);
  const planDueOn = state.application?.planDueOn ?? null;
  const asking = request.applicant ?? request.person;
  const address = `${scope.world.publicUrl}/${scope.centre.slug}/moja-sprawa`;
  const pdf = await renderPdf(confirmation, {
    letterhead: letterheadOf(scope, number),
    caseCode: code,
    isOpenedByCode: hasBirthDate,
    filedAt: request.channel === 'online' ? localMoment(scope.now) : request.receivedOn.toString(),
    channel: request.channel,
    applicant: { name: fullName(asking), capacity: capacities[request.applicantType] },
    person: { name: fullName(request.person) },
    services: services.map((service) => ({ name: service.name })),
    ...(request.situation && { description: request.situation }),
    attachments: [...attachments],
    nextSteps: nextStepsOf('pl', planDueOn),
    followAt: address.replace(/^https?:\/\//, ''),
  });
  const t = requestTexts.in('pl');
  await keepDocument(
    scope,
    { caseId, kind: 'confirmation', number, title: t('confirmation.document'), forResident: true, providerId: null },
    pdf,
  );
  if (asking.email)
    await sendLetter(scope, { caseId, number, code, hasBirthDate, to: asking.email, lang: asking.language, address, planDueOn });
}

interface Letter {
  readonly caseId: string;
  readonly number: string;
  readonly code: string;
  readonly hasBirthDate: boolean;
  readonly to: string;
  readonly lang: 'pl' | 'en' | 'uk';
  readonly address: string;
  readonly planDueOn: string | null;
}

/** The letter names neither the person nor the services: a mailbox may be read by others. */
async function sendLetter(scope: CentreScope, { caseId, number, code, hasBirthDate, to, lang, address, planDueOn }: Letter): Promise<void> {
  const t = requestTexts.in(lang);
  const steps = nextStepsOf(lang, planDueOn).map(
    ({ what, dueOn }) =>
      `– ${what}${dueOn ? ` ${t('confirmation.until', { date: formatDate(Temporal.PlainDate.from(dueOn), lang) })}` : ''}`,
  );
  await scope.mail({
    to,
    caseId,
    subject: t('letter.subject', { number }),
    text: [
      t('letter.received', { number, centre: scope.centre.displayName }),
      t('letter.code', { code }),
      hasBirthDate ? t('letter.follow', { address }) : t('letter.noBirth', { address }),
      [t('letter.next'), ...steps].join('\n'),
      t('letter.sign', { centre: scope.centre.displayName }),
    ].join('\n\n'),
  });
}

/** What a resident's clock showed, to the minute. */
const localMoment = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO('Europe/Warsaw').toPlainDateTime().toString({ smallestUnit: 'minute' });
