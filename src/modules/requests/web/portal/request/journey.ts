import { createHash } from 'node:crypto';
import { anonymous } from '#shared/actor.ts';
import type { FieldError, FormFields } from '#platform/http/index.ts';
import type { Language } from '#platform/i18n/index.ts';
import type { SummaryRow } from '#ui/index.ts';
import { personOfRequest } from '../../form/peopleOf.ts';
import type { ServiceRequest } from '../../../usecases/serviceRequest.ts';
import type { JourneyFacts, JourneyPage } from './JourneyPage.ts';
import { addressPage, contactPage } from './pages/contact.tsx';
import { applicantPage, personPage } from './pages/people.tsx';
import { documentsPage } from './pages/documents.tsx';
import { servicesPage } from './pages/services.tsx';
import { consentsPage, situationPage } from './pages/situation.tsx';
import { whoPage } from './pages/who.tsx';

/** All questions in their order. */
export const journey: readonly JourneyPage<unknown>[] = [
  whoPage,
  servicesPage,
  personPage,
  applicantPage,
  addressPage,
  contactPage,
  situationPage,
  documentsPage,
  consentsPage,
];

export const checkStep = 'sprawdz';
/** Whoever files on the portal acts as a resident, also a member of the staff who happens to be signed in. */
export const asResident = anonymous;

export const askedPages = (typed: FormFields): readonly JourneyPage<unknown>[] => journey.filter((page) => page.isAsked(typed));

/** The address part of what follows a page: the next question, or the check. */
export function stepAfter(step: string, typed: FormFields): string {
  const asked = askedPages(typed);
  const at = asked.findIndex((page) => page.step === step);
  return asked[at + 1]?.step ?? checkStep;
}
export function stepBefore(step: string, typed: FormFields): string | undefined {
  const asked = askedPages(typed);
  return step === checkStep ? asked.at(-1)?.step : asked[asked.findIndex((page) => page.step === step) - 1]?.step;
}

/**
 * Which step of how many a page is, from 1. Whoever asks for somebody else is asked for their own name too; that page
 * belongs to the step before it, so that the number of steps is the same for all and never changes on the way.
 */
export function placeOf(step: string): { at: number; total: number } {
  const steps = journey.filter((page) => page !== applicantPage).map((page) => page.step);
  const at = steps.indexOf(step === applicantPage.step ? personPage.step : step);
  return { at: (at === -1 ? steps.length : at) + 1, total: steps.length + 1 };
}

/** The person and whoever asks for them are two pages of one step; undefined for a page that is a step by itself. */
export function partOf(step: string, typed: FormFields): { at: number; of: number } | undefined {
  const both: readonly JourneyPage<unknown>[] = [personPage, applicantPage];
  const at = both.findIndex((page) => page.step === step);
  return at >= 0 && applicantPage.isAsked(typed) ? { at: at + 1, of: both.length } : undefined;
}

/** The first question whose answer is missing or wrong, or undefined when all are answered. */
export function findUnanswered(typed: FormFields, facts: JourneyFacts): { step: string; errors: readonly FieldError[] } | undefined {
  for (const page of askedPages(typed)) {
    const read = page.read(typed, facts);
    if (!read.ok) return { step: page.step, errors: read.errors };
  }
  return undefined;
}

/** "Check your answers": each question's rows with the address where it is changed. */
export function rowsToCheck(typed: FormFields, lang: Language, facts: JourneyFacts, at: (path: string) => string): SummaryRow[] {
  return askedPages(typed).flatMap((page) => {
    const read = page.read(typed, facts);
    if (!read.ok) return [];
    return page.answers(read.value, lang, facts).map((row) => ({ ...row, change: at(`/zgloszenie/${page.step}?zmiana=1`) }));
  });
}

/** What is filed, or undefined while something is unanswered. */
export function requestOf(typed: FormFields, facts: JourneyFacts): ServiceRequest | undefined {
  const who = whoPage.read(typed, facts);
  const services = servicesPage.read(typed, facts);
  const person = personPage.read(typed, facts);
  const address = addressPage.read(typed, facts);
  const contact = contactPage.read(typed, facts);
  const situation = situationPage.read(typed, facts);
  const consents = consentsPage.read(typed, facts);
  if (!who.ok || !services.ok || !person.ok || !address.ok || !contact.ok || !situation.ok || !consents.ok) return undefined;
  const applicant = applicantPage.isAsked(typed) ? applicantPage.read(typed, facts) : null;
  if (applicant && !applicant.ok) return undefined;
  return {
    applicantType: who.value.applicantType,
    channel: 'online',
    receivedOn: facts.today,
    serviceIds: services.value.services,
    ...personOfRequest({ person: person.value, applicant: applicant?.value ?? null, address: address.value, contact: contact.value }),
    knownPersonId: null,
    otherPersonReason: null,
    situation: situation.value.situation,
    isUrgent: situation.value.urgent === 'yes',
    consentsToForwarding: consents.value.forwarding,
    need: null,
  };
}

/** A short mark of the answers to one question: its page carries it, so that another window's answers are not replaced unseen. */
export const markOfAnswers = (question: Pick<JourneyPage<unknown>, 'names'>, typed: FormFields): string =>
  shortHash(
    question.names.map((name) =>
      typed
        .all(name)
        .flatMap((text) => text.trim() || [])
        .toSorted(),
    ),
  );

/** A short mark of what was typed and attached: the check page carries it, so that answers changed in another window are noticed. */
export const markOf = (typed: FormFields, { attached }: Pick<JourneyFacts, 'attached'>): string =>
  shortHash([Object.entries(typed.toRecord()).toSorted(([a], [b]) => (a < b ? -1 : 1)), attached.map((each) => each.id)]);

const shortHash = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 16);
