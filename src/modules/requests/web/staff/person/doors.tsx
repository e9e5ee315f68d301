import {
  audits,
  centreDoor,
  page,
  redirect,
  tracedPage,
  versionSeen,
  type CentreContext,
  type FieldError,
  type FormFields,
  type Reply,
} from '#platform/http/index.ts';
import { findUserNames } from '#modules/accounts/index.ts';
import { findLikelySame, listCorrections, mayCorrectPeople, type LikelySame, type PersonDetails } from '#modules/people/index.ts';
import { requestPersonTexts } from '../../../texts/index.ts';
import { correctPersonOfCase, getPersonOfCase, type PersonOfCase } from '../../../usecases/correctPersonOfCase.ts';
import { deskMistakesInWords, type Mistake } from '../../form/mistakes.ts';
import { readChecked } from '../../form/shapes.ts';
import { idsOf } from '../take/SamePerson.tsx';
import { PersonPage } from './PersonPage.tsx';
import { checkCorrection, detailsOf, personShape, typedPerson } from './personShape.ts';

const t = requestPersonTexts.in('pl');
type Context = CentreContext<{ readonly caseId: string; readonly personId: string }>;

async function personOf(c: Context): Promise<PersonOfCase> {
  const { caseId, personId } = c.params;
  const of = await getPersonOfCase(c.scope, caseId, personId);
  c.concerns({ caseId, personId });
  return of;
}

interface Shown {
  readonly typed: FormFields;
  readonly errors?: readonly Mistake[];
  readonly theirs?: FormFields;
  readonly same?: readonly LikelySame[];
}
async function draw(c: Context, of: PersonOfCase, shown: Shown) {
  const corrections = await listCorrections(c.scope, of.person.id);
  const staff = await findUserNames(c.scope, [...new Set(corrections.map((each) => each.correctedBy))]);
  return <PersonPage c={c} of={of} corrections={corrections} staff={staff} {...shown} />;
}

export const personPage = centreDoor({
  method: 'GET',
  path: '/praca/sprawy/:caseId/osoby/:personId',
  may: mayCorrectPeople,
  audit: audits('people.person.read'),
  async handle(c) {
    const of = await personOf(c);
    return page(await draw(c, of, { typed: typedPerson(of.person) }));
  },
});

/** Others who resemble the person as they would be written now; nobody when who they are stays as it was. */
async function resembling(c: Context, { person }: PersonOfCase, details: PersonDetails): Promise<LikelySame[]> {
  const isSame =
    person.givenName === details.givenName &&
    person.familyName === details.familyName &&
    person.birthDate?.toString() === details.birthDate?.toString() &&
    person.pesel?.reveal() === details.pesel?.reveal();
  return isSame ? [] : (await findLikelySame(c.scope, details)).filter((each) => each.person.id !== person.id);
}

export const savePerson = centreDoor({
  method: 'POST',
  path: '/praca/sprawy/:caseId/osoby/:personId',
  may: mayCorrectPeople,
  audit: audits('people.person.read'),
  async handle(c) {
    const of = await personOf(c);
    const typed = c.fields;
    const again = async (shown: Omit<Shown, 'typed'>, status: 409 | 422): Promise<Reply> => {
      for (const { person } of shown.same ?? []) await c.scope.audit('requests.person.compared', { personId: person.id });
      return tracedPage(await draw(c, of, { typed, ...shown }), status);
    };
    const wrong = (errors: readonly FieldError[], same: readonly LikelySame[] = []) =>
      again({ errors: deskMistakesInWords(errors), same }, 422);
    const version = versionSeen(typed);
    if (version !== of.person.version) return again({ theirs: typedPerson(of.person) }, 409);
    const read = readChecked(personShape, typed, (value) => checkCorrection(value, of.person, c.today));
    if (!read.ok) return wrong(read.errors);
    const details = detailsOf(read.value, of.person);
    const same = (await resembling(c, of, details)).filter((each) => each.because !== 'pesel');
    if (same.length > 0 && typed.get('isOther') === '') {
      // Asked for the first time it is a question and not a mistake.
      const isAsked = typed.get('askedAbout') === idsOf(same);
      return again({ same, errors: isAsked ? deskMistakesInWords([{ field: 'isOther', code: 'must-tick' }]) : [] }, isAsked ? 422 : 409);
    }
    const done = await correctPersonOfCase(c.scope, of, version, { details, reason: read.value.reason });
    if (!done.ok) {
      if (done.refusal.code === 'reason-missing') return wrong([{ field: 'reason', code: 'identity-changed' }], same);
      if (done.refusal.code === 'pesel-of-another') return wrong([{ field: 'pesel', code: 'of-another' }], same);
      const meanwhile = await personOf(c);
      return tracedPage(await draw(c, meanwhile, { typed, theirs: typedPerson(meanwhile.person) }), 409);
    }
    const opensNow = !of.isApplicant && !of.person.birthDate && details.birthDate !== null;
    const said = done.value.length === 0 ? t('unchanged') : opensNow ? t('savedWithBirth', { code: of.view.record.code }) : t('saved');
    return redirect(c.at(`/praca/sprawy/${of.view.record.id}`), said);
  },
});
