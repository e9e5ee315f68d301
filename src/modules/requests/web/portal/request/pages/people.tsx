import { formatDate } from '#shared/polishDate.ts';
import { Paragraph } from '#ui/index.ts';
import { requestTexts } from '../../../../texts/index.ts';
import { ApplicantFields, PersonFields } from '../../../form/RequestFields.tsx';
import { applicantShape, checkPerson, personShape, readChecked, type Applicant, type DescribedPerson } from '../../../form/shapes.ts';
import { isOwnRequest, type JourneyPage } from '../JourneyPage.ts';

export const personPage: JourneyPage<DescribedPerson> = {
  step: 'osoba',
  names: ['givenName', 'familyName', 'birthDate', 'pesel', 'documentKind', 'documentNumber'],
  isAsked: () => true,
  title: (lang, typed) => requestTexts.in(lang)(isOwnRequest(typed) ? 'person.titleSelf' : 'person.title'),
  read: (typed, { today }) => readChecked(personShape, typed, (person) => checkPerson(person, today)),
  fields: ({ lang, typed, errors }) => <PersonFields lang={lang} typed={typed} errors={errors} isOwn={isOwnRequest(typed)} />,
  answers: (person, lang) => {
    const t = requestTexts.in(lang);
    return [
      { label: t('person.name'), value: `${person.givenName} ${person.familyName}` },
      { label: t('person.birthDate'), value: person.birthDate && formatDate(person.birthDate, lang) },
      { label: t('person.pesel'), value: person.pesel ? t('person.peselGiven') : undefined },
      ...(person.documentKind
        ? [{ label: t('person.document'), value: `${t(`person.kind.${person.documentKind}`)} ${person.documentNumber ?? ''}` }]
        : []),
    ];
  },
};

export const applicantPage: JourneyPage<Applicant> = {
  step: 'zglaszajacy',
  names: ['applicantGivenName', 'applicantFamilyName'],
  isAsked: (typed) => !isOwnRequest(typed),
  title: (lang) => requestTexts.in(lang)('applicant.title'),
  read: (typed) => readChecked(applicantShape, typed),
  fields: ({ lang, typed, errors }) => (
    <>
      <Paragraph>{requestTexts.in(lang)('applicant.lead')}</Paragraph>
      <ApplicantFields lang={lang} typed={typed} errors={errors} />
    </>
  ),
  answers: (applicant, lang) => [
    { label: requestTexts.in(lang)('applicant.name'), value: `${applicant.applicantGivenName} ${applicant.applicantFamilyName}` },
  ],
};
