import type { Role } from '#shared/roles.ts';

/** One password for all demonstration accounts: it is printed at every start and protects nothing. */
export const demoPassword = 'zielone drzwi i okienko';

/** Somebody who works in a demonstration centre. */
export interface DemoStaff {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
}
/** A centre with invented cases; other centres of the catalogue show their services only. */
export interface DemoCentre {
  readonly slug: string;
  /** In addresses of accounts, as in `dyrektor.solec@example.org`. */
  readonly short: string;
  readonly town: string;
  readonly postcode: string;
  readonly provider: { readonly name: string; readonly email: string; readonly phone: string };
  readonly secondProvider: { readonly name: string; readonly email: string; readonly phone: string };
  readonly staff: readonly DemoStaff[];
}

/** A regional office has one more, of its own. */
type CentreRole = Exclude<Role, 'regionalEditor'>;
/** The part of the address before the centre, by role. */
const mailboxes = {
  frontDesk: 'recepcja',
  planCoordinator: 'koordynator',
  serviceOrganiser: 'organizator',
  communityOrganiser: 'spolecznosc',
  director: 'dyrektor',
  providerManager: 'wykonawca',
  providerWorker: 'opiekunka',
  accountant: 'ksiegowosc',
  dataProtectionOfficer: 'iod',
  centreAdministrator: 'administrator',
  resident: 'mieszkanka',
  platformAdministrator: 'platforma',
} as const satisfies Record<CentreRole, string>;

/** One account for every role of a centre; the names are invented. */
function staffOf(short: string, names: Readonly<Record<CentreRole, string>>): readonly DemoStaff[] {
  return (Object.keys(mailboxes) as CentreRole[]).map((role) => ({
    role,
    name: names[role],
    email: `${mailboxes[role]}.${short}@example.org`,
  }));
}

export const demoCentres: readonly DemoCentre[] = [
  {
    slug: 'solec-kujawski',
    short: 'solec',
    town: 'Solec Kujawski',
    postcode: '86-050',
    provider: { name: 'Spółdzielnia Socjalna „Przykładowa Pomoc” (pokaz)', email: 'pomoc.solec@example.org', phone: '+48 000 000 101' },
    secondProvider: { name: 'Fundacja „Zmyślony Most” (pokaz)', email: 'most.solec@example.org', phone: '+48 000 000 102' },
    staff: staffOf('solec', {
      frontDesk: 'Renata Okienna',
      planCoordinator: 'Kinga Planowska',
      serviceOrganiser: 'Olgierd Usługowicz',
      communityOrganiser: 'Sabina Sąsiedzka',
      director: 'Danuta Sterniczna',
      providerManager: 'Wiktor Wykonawski',
      providerWorker: 'Zofia Pomocna',
      accountant: 'Klara Rachunkowa',
      dataProtectionOfficer: 'Ignacy Dyskretny',
      centreAdministrator: 'Adam Nastawny',
      resident: 'Mira Mieszkańska',
      platformAdministrator: 'Piotr Platformowy',
    }),
  },
  {
    slug: 'zyrardow',
    short: 'zyrardow',
    town: 'Żyrardów',
    postcode: '96-300',
    provider: { name: 'Stowarzyszenie „Wymyślone Ręce” (pokaz)', email: 'rece.zyrardow@example.org', phone: '+48 000 000 201' },
    secondProvider: { name: 'Firma „Zmyślony Transport” (pokaz)', email: 'transport.zyrardow@example.org', phone: '+48 000 000 202' },
    staff: staffOf('zyrardow', {
      frontDesk: 'Ryszard Okienny',
      planCoordinator: 'Karol Planowski',
      serviceOrganiser: 'Oliwia Usługowicz',
      communityOrganiser: 'Seweryn Sąsiedzki',
      director: 'Dariusz Sterniczny',
      providerManager: 'Weronika Wykonawska',
      providerWorker: 'Paweł Pomocny',
      accountant: 'Konrad Rachunkowy',
      dataProtectionOfficer: 'Iga Dyskretna',
      centreAdministrator: 'Ada Nastawna',
      resident: 'Maurycy Mieszkański',
      platformAdministrator: 'Paulina Platformowa',
    }),
  },
];
