import type { Child } from 'hono/jsx';
import { formatDate, formatInstant } from '#shared/polishDate.ts';
import { parsePhone, formatPhone } from '#shared/phone.ts';
import { rolesOf } from '#shared/actor.ts';
import type { CentreScope, PageContext } from '#platform/http/index.ts';
import type { CaseSection } from '#platform/module.ts';
import { Card, DefinitionGrid, Link, LinkButton, List, Notice, Paragraph, Row, Stack, Tag, type TagTone } from '#ui/index.ts';
import { findUserNames } from '#modules/accounts/index.ts';
import { availableCommands, getCase, isFinal, type CaseState, type CaseView } from '#modules/cases/index.ts';
import { lawOn } from '#modules/law/index.ts';
import { fullName, getPeople, getPerson, mayCorrectPeople, type Person } from '#modules/people/index.ts';
import type { ToldPerson } from '../../domain/toldPeople.ts';
import { findWording } from '../../domain/wordings.ts';
import { mayReadRequests, mayTakeRequests } from '../../policy.ts';
import { requestContactTexts, requestStaffTexts, requestTexts } from '../../texts/index.ts';
import { listContacts, type ContactRow } from '../../usecases/contacts.ts';
import { listConsentsOfCase, listRequestsOfCase, type ConsentRow, type RequestRow } from '../../usecases/requestsOfCase.ts';
import { ContactList } from './contact/ContactList.tsx';

const t = requestStaffTexts.in('pl');
const words = requestTexts.in('pl');
const contactWords = requestContactTexts.in('pl');
type Items = { term: string; value: Child; wide?: boolean }[];

/** What was asked, in whose name and how it came; consents; and what can be done with it now. */
export const requestSection: CaseSection = {
  key: 'zgloszenie',
  audience: 'staff',
  order: 10,
  may: mayReadRequests,
  title: () => t('section.title'),
  render: draw,
};

async function draw(c: PageContext, scope: CentreScope, caseId: string): Promise<Child | null> {
  const requests = await listRequestsOfCase(scope, caseId);
  if (requests.length === 0) return null;
  const consents = await listConsentsOfCase(scope, caseId);
  const view = await getCase(scope, caseId);
  const { state } = view;
  const contacts = await listContacts(scope, caseId);
  const people = await getPeople(
    scope,
    requests.flatMap((each) => [each.personId ?? [], each.applicantId ?? []].flat()),
  );
  const staff = await findUserNames(scope, [
    ...requests.flatMap((each) => each.recordedBy ?? []),
    ...contacts.map((each) => each.recordedBy),
  ]);
  return (
    <Stack>
      {requests.map((request) => (
        <Card
          level={3}
          title={t(request.kind === 'need' ? 'section.needReport' : 'section.application', { date: formatDate(request.receivedOn) })}
        >
          {request.isUrgent ? <Tag tone={'danger' satisfies TagTone}>{t('section.urgent')}</Tag> : null}
          {differenceOf(c, request, people)}
          <DefinitionGrid
            items={[...arrivalItems(request, staff), ...(request.kind === 'need' ? needItems(request) : applicationItems(request))]}
          />
        </Card>
      ))}
      <Consents consents={consents} state={state} />
      {contacts.length > 0 || !isFinal(state.status) ? (
        <Card level={3} title={contactWords('section')} tone="quiet">
          <ContactList contacts={contacts} staff={staff} />
          {!isFinal(state.status) && mayTakeRequests.allows(c.actor).allowed ? (
            <Paragraph>
              <Link href={c.at(`/praca/sprawy/${caseId}/kontakty`)}>{contactWords('add')}</Link>
            </Paragraph>
          ) : null}
        </Card>
      ) : null}
      {await telling({ c, scope, view, contacts })}
      <Actions c={c} caseId={caseId} state={state} />
    </Stack>
  );
}

function arrivalItems(request: RequestRow, staff: ReadonlyMap<string, string>): Items {
  const byWhom = request.recordedBy ? (staff.get(request.recordedBy) ?? t('section.none')) : t('section.byPortal');
  return [
    { term: t('section.channel'), value: words(`channel.${request.channel as 'online'}`) },
    { term: t('section.recordedBy'), value: `${byWhom}, ${formatInstant(request.recordedAt)}` },
  ];
}

const said = (person: ToldPerson) => `${person.givenName} ${person.familyName}`;
const phoneOf = (typed: string | null) => {
  const phone = typed ? parsePhone(typed) : null;
  return phone?.ok ? formatPhone(phone.value) : typed;
};

function applicationItems({ told, applicantType, situation, otherPersonReason }: RequestRow): Items {
  if (told.kind !== 'application') return [];
  const asking = told.applicant ?? told.person;
  const { addressLine, postcode, town } = told.person;
  return [
    { term: t('section.applicant'), value: `${said(asking)}, ${t(`section.as.${(applicantType ?? 'self') as 'self'}`)}` },
    { term: t('section.person'), value: said(told.person) },
    { term: t('section.contact'), value: [phoneOf(asking.phone), asking.email].filter(Boolean).join(', ') || t('section.none') },
    {
      term: t('section.preferred'),
      value: asking.preferredContact ? t(`section.by.${asking.preferredContact as 'phone'}`) : t('section.none'),
    },
    { term: t('section.language'), value: words(`contact.${asking.language as 'pl'}`) },
    {
      term: t('section.address'),
      value: [addressLine, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ') || t('section.none'),
    },
    { term: t('section.situation'), value: situation ?? t('section.none'), wide: true },
    ...(otherPersonReason ? [{ term: t('section.otherPerson'), value: otherPersonReason, wide: true }] : []),
  ];
}

function needItems({ told, reporter, isAnonymous, situation }: RequestRow): Items {
  if (told.kind !== 'need') return [];
  const who = isAnonymous
    ? t('section.anonymous')
    : [told.reporter.name, phoneOf(told.reporter.phone), told.reporter.email].filter(Boolean).join(', ');
  return [
    { term: t('section.reporter'), value: [words(`need.kind.${(reporter ?? 'other') as 'other'}`), who].filter(Boolean).join(' – ') },
    { term: t('section.person'), value: [told.person.name, phoneOf(told.person.contact)].filter(Boolean).join(', ') || t('section.none') },
    { term: t('section.whereabouts'), value: told.person.whereabouts ?? t('section.none'), wide: true },
    { term: t('section.situation'), value: situation ?? t('section.none'), wide: true },
  ];
}

/** Online the PESEL alone decides who it is; a name or birth date told otherwise must be seen by a human. */
function differenceOf(c: PageContext, { caseId, told, personId }: RequestRow, people: ReadonlyMap<string, Person>): Child {
  const known = personId ? people.get(personId) : undefined;
  if (!known || told.kind !== 'application') return null;
  const isSame =
    fullName(known).toLocaleLowerCase('pl') === said(told.person).toLocaleLowerCase('pl') &&
    (!told.person.birthDate || known.birthDate?.toString() === told.person.birthDate);
  if (isSame) return null;
  const written = [fullName(known), known.birthDate && formatDate(known.birthDate)].filter(Boolean).join(', ');
  return (
    <Notice tone="warning">
      <Paragraph>{t('section.differs', { known: written })}</Paragraph>
      <List
        items={[
          <Link href={c.at(`/praca/sprawy?${new URLSearchParams({ q: fullName(known) }).toString()}`)}>
            {t('section.casesOf', { name: fullName(known) })}
          </Link>,
          ...(mayCorrectPeople.allows(c.actor).allowed
            ? [<Link href={c.at(`/praca/sprawy/${caseId}/osoby/${known.id}`)}>{t('section.correctPerson')}</Link>]
            : []),
        ]}
      />
    </Notice>
  );
}

interface Told {
  readonly c: PageContext;
  readonly scope: CentreScope;
  readonly view: CaseView;
  readonly contacts: readonly ContactRow[];
}
/** Without an e-mail somebody has to tell the person what is missing; their time runs from the day on which they know. */
async function telling({ c, scope, view: { record, state, events }, contacts }: Told): Promise<Child> {
  const { application, supplement } = state;
  const asked = events.findLast(({ type }) => type === 'markedIncomplete');
  if (!application || !supplement || !asked) return null;
  const applicant = await getPerson(scope, application.applicantId);
  const askedOn = Temporal.Instant.from(asked.at).toZonedDateTimeISO('Europe/Warsaw').toPlainDate();
  const told = contacts.findLast(({ kind, madeOn }) => kind === 'toldWhatIsMissing' && Temporal.PlainDate.compare(madeOn, askedOn) >= 0);
  if (told) {
    const { values } = await lawOn(scope, told.madeOn);
    const until = told.madeOn.add({ days: values.supplementDays });
    return <Notice>{t('section.toldOn', { told: formatDate(told.madeOn), date: formatDate(until) })}</Notice>;
  }
  if (applicant.email) return null;
  return (
    <Notice tone="warning">
      <Paragraph>{t('section.untold', { phone: phoneOf(applicant.phone) ?? t('section.none') })}</Paragraph>
      {mayTakeRequests.allows(c.actor).allowed ? (
        <Link href={c.at(`/praca/sprawy/${record.id}/kontakty`)}>{t('section.recordTold')}</Link>
      ) : null}
    </Notice>
  );
}

function Consents({ consents, state }: { readonly consents: readonly ConsentRow[]; readonly state: CaseState }) {
  if (consents.length === 0) return null;
  const withdrawnOn = (id: string) => state.consents.find((each) => each.consentId === id)?.withdrawnOn;
  const line = (consent: ConsentRow) => {
    const withdrawn = withdrawnOn(consent.id);
    const about = t(`section.${consent.purpose}`, { version: consent.wordingVersion, at: formatInstant(consent.givenAt) });
    const isVerified = findWording(consent.purpose, consent.wordingVersion)?.verified ?? false;
    return [
      about,
      withdrawn && t('section.withdrawn', { date: formatDate(Temporal.PlainDate.from(withdrawn)) }),
      isVerified ? null : t('section.unverified'),
    ]
      .filter(Boolean)
      .join(' – ');
  };
  const items = consents.map(line);
  if (!consents.some((each) => each.purpose === 'forwarding')) items.push(t('section.noForwarding'));
  return (
    <Card level={3} title={t('section.consents')} tone="quiet">
      <List items={items} />
    </Card>
  );
}

function Actions({ c, caseId, state }: { readonly c: PageContext; readonly caseId: string; readonly state: CaseState }) {
  const may = new Set(rolesOf(c.actor).flatMap((role) => availableCommands(state, role)));
  const at = (path: string) => c.at(`/praca/sprawy/${caseId}/${path}`);
  const links = [
    ...(state.status === 'NEED_REPORTED' && may.has('apply')
      ? [{ href: c.at(`/praca/zgloszenia/nowe?sprawa=${caseId}`), label: t('section.toApplication') }]
      : []),
    ...(may.has('inform') ? [{ href: at('informacja'), label: t('section.inform') }] : []),
    ...(may.has('markIncomplete') ? [{ href: at('braki'), label: t('section.incomplete') }] : []),
    ...(may.has('complete') ? [{ href: at('uzupelnienie'), label: t('section.complete') }] : []),
  ];
  return (
    <>
      {state.supplement ? (
        <Notice tone="warning" title={t('section.missing')} level={3}>
          <List
            items={[
              ...state.supplement.missing,
              t('section.missingUntil', { date: formatDate(Temporal.PlainDate.from(state.supplement.dueOn)) }),
            ]}
          />
        </Notice>
      ) : null}
      {links.length > 0 ? (
        <Row>
          {links.map(({ href, label }) => (
            <LinkButton href={href} variant="secondary">
              {label}
            </LinkButton>
          ))}
        </Row>
      ) : null}
    </>
  );
}
