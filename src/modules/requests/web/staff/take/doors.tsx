import { isUuid } from '#shared/uuid.ts';
import { greatestSending } from '#platform/files/index.ts';
import {
  audits,
  auditsNothing,
  centreDoor,
  draftDoor,
  findDraft,
  FormFields,
  NotFound,
  page,
  redirect,
  tracedPage,
  versionSeen,
  type CentreContext,
  type FieldError,
  type Reply,
} from '#platform/http/index.ts';
import { getCase, listCaseChanges, refusalInWords } from '#modules/cases/index.ts';
import { isOffered, listServices } from '#modules/catalogue/index.ts';
import { findLikelySame, type LikelySame } from '#modules/people/index.ts';
import { mayTakeRequests } from '../../../policy.ts';
import { requestStaffTexts } from '../../../texts/index.ts';
import { fileRequest } from '../../../usecases/fileRequest.ts';
import { findOfferedServices } from '../../../usecases/offeredServices.ts';
import { listRequestsOfCase } from '../../../usecases/requestsOfCase.ts';
import { deskMistakesInWords, type Mistake } from '../../form/mistakes.ts';
import { personOfRequest } from '../../form/peopleOf.ts';
import { readChecked } from '../../form/shapes.ts';
import { basketOf, readBasket } from './deskFiles.ts';
import { applicantOf, checkDesk, deskShape, type DeskRequest } from './deskShape.ts';
import { idsOf } from './SamePerson.tsx';
import { TakePage, type TakeProps } from './TakePage.tsx';

/** The reported need named in the address or form. @throws NotFound when there is none, or none that is open for a page that is only opened. */
async function needOf(c: CentreContext, typed: string): Promise<TakeProps['need']> {
  if (typed === '') return null;
  if (!isUuid(typed)) throw new NotFound('case');
  const view = await getCase(c.scope, typed);
  const { record, state } = view;
  const isOpen = state.status === 'NEED_REPORTED';
  // Somebody made a request of it while this one was written: nothing of what was typed may be lost by that.
  if (!isOpen && c.request.method === 'GET') throw new NotFound('need');
  c.concerns({ caseId: record.id });
  const changes = isOpen ? null : await listCaseChanges(c.scope, view, versionSeen(c.fields));
  return { caseId: record.id, number: record.number, version: state.version, changes, told: await toldOf(c, record.id) };
}

async function toldOf(c: CentreContext, caseId: string): Promise<NonNullable<TakeProps['need']>['told']> {
  const report = (await listRequestsOfCase(c.scope, caseId)).find((each) => each.kind === 'need');
  if (report?.told.kind !== 'need') return null;
  return { person: report.told.person, words: report.situation, isUrgent: report.isUrgent };
}

async function show(c: CentreContext, shown: Omit<TakeProps, 'c' | 'services'>, status: 200 | 409 | 422 = 200): Promise<Reply> {
  const all = await listServices(c.scope, { offered: true });
  const words = wordsOf(shown.typed);
  const fitting = words === '' ? all : (await findOfferedServices(c.scope, words)).found;
  // What was chosen before stays in the list, whatever words came after.
  const chosen = all.filter(({ id }) => shown.typed.all('services').includes(id));
  const services = [...new Map([...chosen, ...fitting].map((each) => [each.id, each])).values()];
  const drawn = <TakePage c={c} services={words === '' ? all : services} {...shown} />;
  // Known people were shown: that leaves a trace although nothing was filed.
  for (const { person } of shown.same ?? []) await c.scope.audit('requests.person.compared', { personId: person.id });
  return status === 200 ? page(drawn) : tracedPage(drawn, status);
}

/**
 * Where the person is found is typed in beforehand. The words of a reporter are not the person's: carried over, they would come back to
 * the person in their own documents and give the reporter away.
 */
function typedFromNeed({ told }: NonNullable<TakeProps['need']>): FormFields {
  if (!told) return new FormFields();
  const [givenName = '', ...family] = (told.person.name ?? '').split(/\s+/);
  return FormFields.from({
    givenName,
    familyName: family.join(' '),
    addressLine: told.person.whereabouts,
    phone: told.person.contact,
    ...(told.isUrgent && { urgent: 'tak' }),
  });
}

const wordsOf = (typed: FormFields) => typed.get('serviceWords').trim().slice(0, 200);

export const takePage = centreDoor({
  method: 'GET',
  path: '/praca/zgloszenia/nowe',
  may: mayTakeRequests,
  audit: audits('requests.desk.opened'),
  async handle(c) {
    const need = await needOf(c, c.query.get('sprawa') ?? '');
    const kept = await findDraft(c.scope, c.path);
    // Text that belongs to another need, or to none, is offered there.
    const draft = kept?.typed.get('need') === (need?.caseId ?? '') ? kept : undefined;
    const isLoaded = draft !== undefined && c.query.has('wczytaj');
    const typed = isLoaded ? draft.typed : need ? typedFromNeed(need) : new FormFields();
    return show(c, { typed, need, draft, basket: await basketOf(c) });
  },
});

/** Which known person it is, whether the choice is made, and what is wrong with it. */
function chosenPerson({ samePerson, otherReason }: DeskRequest, same: readonly LikelySame[]): { knownId: string | null } | FieldError {
  if (same.length === 0) return { knownId: null };
  const isCertain = same.some((each) => each.because === 'pesel');
  const chosen = same.find((each) => each.person.id === samePerson);
  if (chosen && (!isCertain || chosen.because === 'pesel')) return { knownId: chosen.person.id };
  if (samePerson !== 'other' || isCertain) return { field: 'samePerson', code: 'choose-one' };
  return otherReason ? { knownId: null } : { field: 'otherReason', code: 'required' };
}

export const takeRequest = centreDoor({
  method: 'POST',
  path: '/praca/zgloszenia/nowe',
  may: mayTakeRequests,
  audit: auditsNothing('the use case writes it'),
  keepsDraft: true,
  maxBody: greatestSending,
  async handle(c) {
    const need = await needOf(c, c.fields.get('need'));
    const typed = c.fields;
    const { basket, mistakes: wrongFiles } = await readBasket(c);
    const again = (errors: readonly Mistake[], same: readonly LikelySame[] = [], status: 409 | 422 = 422) =>
      show(c, { typed, errors: [...errors, ...wrongFiles], same, need, basket }, status);
    if (need?.changes) return again([], [], 409);
    if (typed.get('_do') === 'search') return show(c, { typed, need, basket, errors: wrongFiles }, 200);
    const read = readChecked(deskShape, typed, (value) => checkDesk(value, c.today));
    if (!read.ok) return again(deskMistakesInWords(read.errors));
    const desk = read.value;
    const same = await findLikelySame(c.scope, desk);
    const choice = chosenPerson(desk, same);
    if ('code' in choice) {
      // Asked for the first time it is a question and not a mistake.
      const isAsked = typed.get('askedAbout') === idsOf(same);
      return again(isAsked ? deskMistakesInWords([choice]) : [], same, isAsked ? 422 : 409);
    }
    if (wrongFiles.length > 0) return again([], same);
    const offered = new Set(
      (await listServices(c.scope)).filter((service) => isOffered(service, desk.receivedOn)).map((service) => service.id),
    );
    if (desk.services.some((id) => !offered.has(id))) return again(deskMistakesInWords([{ field: 'services', code: 'not-offered' }]), same);
    const version = Number(typed.get('_version'));
    const filed = await fileRequest(c.scope, {
      applicantType: desk.applicantType,
      channel: desk.channel,
      receivedOn: desk.receivedOn,
      serviceIds: [...new Set(desk.services)],
      ...personOfRequest({ person: desk, applicant: applicantOf(desk), address: desk, contact: desk }),
      knownPersonId: choice.knownId,
      otherPersonReason: choice.knownId ? null : desk.otherReason,
      situation: desk.situation,
      isUrgent: desk.urgent,
      filesOf: basket.owner,
      consentsToForwarding: desk.forwarding,
      need: need && { caseId: need.caseId, version: Number.isInteger(version) ? version : 0 },
    });
    if (!filed.ok) {
      const isConflict = filed.refusal.some((each) => each.code === 'case-changed');
      return again(
        filed.refusal.map((each) => ({ field: 'services', message: refusalInWords(each) })),
        same,
        isConflict ? 409 : 422,
      );
    }
    await c.scope.audit('requests.request.recorded', { caseId: filed.value.caseId, personId: filed.value.personId });
    const t = requestStaffTexts.in('pl');
    const { caseId, code, hasBirthDate } = filed.value;
    return redirect(c.at(`/praca/sprawy/${caseId}`), t(hasBirthDate ? 'new.filed' : 'new.filedNoBirth', { code }));
  },
});

export const keepRequestDraft = draftDoor(takeRequest);
