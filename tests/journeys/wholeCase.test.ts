import { expect, test } from 'vitest';
import { serviceRecordSchema } from '#modules/catalogue/domain/service.ts';
import { addProvider, putService } from '#modules/catalogue/index.ts';
import { newId } from '#shared/uuid.ts';
import { inCentre } from '#platform/db/index.ts';
import { makeScope } from '#platform/http/index.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { openBrowser, startServer, type Person, type RunningServer } from '#tests/support/browser.ts';
import { centreA } from '#tests/support/centres.ts';

const services = ['Usługi opiekuńcze w domu', 'Dowóz do lekarza'] as const;
const at = (path: string) => `/${centreA.slug}${path}`;

/** A centre with two services, each with a provider that can be written to. */
async function openCentre({ world }: RunningServer): Promise<void> {
  await inCentre(world.database, centreA.id, async (tx) => {
    const scope = makeScope({
      world,
      tx,
      centre: centreA,
      actor: userWithRole('serviceOrganiser'),
      now: world.clock(),
      lang: 'pl',
      door: 'test',
      requestId: 'test',
    });
    for (const [name, provider] of [
      ['Usługi opiekuńcze w domu', 'Stowarzyszenie Ciepły Dom'],
      ['Dowóz do lekarza', 'Spółdzielnia Kółko'],
    ] as const) {
      await addProvider(scope, { name: provider, kind: 'ngo', email: 'zlecenia@example.org', phone: null });
      const card = {
        slug: `usluga-${newId()}`,
        name,
        areas: [4],
        qualification: {},
        fee: { kind: 'free', text: 'Bezpłatnie.' },
        provider: { name: provider, kind: 'ngo' },
      };
      await putService(scope, serviceRecordSchema.parse({ ...card, id: newId() }));
    }
  });
}

/** Comes to a field by Tab and types into it. */
async function fill(person: Person, label: string | RegExp, text: string): Promise<void> {
  await person.tabTo(label);
  await person.keys('ControlOrMeta+a');
  await person.write(text);
}
/** Comes to a choice by Tab and takes it. */
async function choose(person: Person, label: string | RegExp): Promise<void> {
  await person.tabTo(label);
  await person.keys('Space');
}
/** Comes to a link or button by Tab and presses Enter. */
async function go(person: Person, name: string | RegExp): Promise<void> {
  await person.tabTo(name);
  await person.keyAway();
}

let opened: Promise<void> | undefined;

test.each([
  ['with scripts', true],
  ['without scripts', false],
])('one case goes the whole way %s', { timeout: 500_000 }, async (_, javaScript) => {
  const server = await startServer();
  await (opened ??= openCentre(server));

  // A resident on a telephone asks once for two services.
  const resident = await openBrowser(server, { javaScript, phone: true });
  await resident.open(at('/'));
  await resident.type(/Czego potrzebujesz/, 'opieka w domu dla mamy');
  await resident.press('Szukaj');
  await resident.follow('Usługi opiekuńcze w domu');
  await resident.follow(/Poproś o tę usługę/);
  if ((await resident.heading()) === 'Poproś o usługi') await resident.press('Zacznij');
  await resident.choose(/^W swoim/);
  await resident.press('Dalej');
  await resident.choose(/^Dowóz do lekarza/);
  await resident.press('Dalej');
  await resident.press('Dalej');
  expect(await resident.text()).toContain('Wpisz imię.');
  await resident.type('Imię', 'Łucja');
  await resident.type('Nazwisko', 'Żółkiewska-Próbna');
  await resident.type('Data urodzenia', '17 maja 1944');
  await resident.press('Dalej');
  await resident.type(/^Ulica i numer/, 'ul. Źródlana 3');
  await resident.type(/^Kod pocztowy/, '00-000');
  await resident.type(/^Miejscowość/, 'Jodłowo');
  await resident.press('Dalej');
  await resident.type(/^Telefon/, '600 700 800');
  await resident.choose('Przez telefon');
  await resident.choose('po polsku');
  await resident.press('Dalej');
  await resident.type(/^Twoimi słowami/, 'Trudno mi chodzić po zakupy i gotować. Córka mieszka daleko.');
  await resident.choose('Nie');
  await resident.press('Dalej');
  expect(await resident.heading()).toBe('Dokumenty');
  await resident.press('Dalej');
  await resident.press('Dalej');
  expect(await resident.heading()).toBe('Sprawdź odpowiedzi');
  await resident.press('Wyślij zgłoszenie');
  expect(await resident.heading()).toBe('Zgłoszenie przyjęte');
  const sent = await resident.text();
  const code = [...sent.matchAll(/^[0-9A-Z]{4}$/gm)].map(([group]) => group).join('-');
  const number = /CUS\.\d{4}\.\d{6}/.exec(sent)?.[0] ?? '';
  expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  expect(number).not.toBe('');

  // The coordinator works by keyboard alone.
  const coordinator = await openBrowser(server, { javaScript, as: 'planCoordinator' });
  await coordinator.open(at('/praca/sprawy'));
  await go(coordinator, new RegExp(number));
  const file = coordinator.path();
  await go(coordinator, 'Umów rozmowę');
  await choose(coordinator, /^w centrum/);
  await go(coordinator, 'Zapisz termin');
  await coordinator.open(file);
  await go(coordinator, /Zapisz rozpoznanie/);
  await fill(coordinator, /^Kiedy odbyła się rozmowa/, '2.03.2026');
  await choose(coordinator, 'w centrum');
  await fill(coordinator, /^Czego chce sama osoba/, 'Chce zostać we własnym domu.');
  await fill(coordinator, /^Mocne strony i wsparcie/, 'Lubi gotować, ma dobry kontakt z sąsiadką.');
  for (let area = 0; area < 11; area += 1) await choose(coordinator, /^0 – /);
  await choose(coordinator, 'zalecam');
  await choose(coordinator, 'zalecam');
  await choose(coordinator, 'Tak');
  await fill(coordinator, /^Koordynacja od/, '2.03.2026');
  await fill(coordinator, /^Koordynacja do/, '1.09.2026');
  await choose(coordinator, 'Tak');
  await go(coordinator, 'Zapisz rozpoznanie');
  expect(await coordinator.text()).toContain('Rozpoznanie jest zapisane');

  // The organiser qualifies for both services.
  const organiser = await openBrowser(server, { javaScript, as: 'serviceOrganiser' });
  for (const service of services) {
    await organiser.open(file);
    await organiser.follow(new RegExp(`^Rozstrzygnij.*${service}`));
    await organiser.press('Zakwalifikuj');
    expect(await organiser.text()).toContain('Osoba jest zakwalifikowana');
  }

  // The plan: the coordinator writes it, the resident agrees, the director approves.
  await coordinator.open(file);
  await go(coordinator, 'Zdecyduj o koordynacji');
  await fill(coordinator, /^Początek koordynacji/, '2.03.2026');
  await fill(coordinator, /^Koniec koordynacji/, '1.09.2026');
  await choose(coordinator, 'Tak');
  await go(coordinator, 'Zapisz decyzję');
  await go(coordinator, 'Zacznij plan');
  await fill(coordinator, /^Początek planu/, '2.03.2026');
  await fill(coordinator, /^Koniec planu/, '1.09.2026');
  await go(coordinator, 'Zacznij plan');
  await go(coordinator, /^Mocne strony i potrzeby/);
  await go(coordinator, 'Dodaj potrzebę');
  await fill(coordinator, /^Obszar życia/, 'dom');
  await fill(coordinator, /^Na czym polega potrzeba/, 'Pomoc w zakupach i gotowaniu');
  await go(coordinator, 'Zapisz i przejdź dalej');
  await go(coordinator, 'Dodaj cel');
  await fill(coordinator, /^Treść/, 'Ciepły posiłek każdego dnia');
  await choose(coordinator, /Pomoc w zakupach/);
  await fill(coordinator, /^Co$/, 'Wspólne gotowanie');
  await fill(coordinator, /^Kto$/, 'opiekunka');
  await go(coordinator, 'Zapisz i przejdź dalej');
  for (const service of services) {
    await fill(coordinator, /^Zakres/, `Pomoc: ${service}`);
    await fill(coordinator, /^Ile/, '20');
    await fill(coordinator, /^Gdzie/, 'w domu');
  }
  await go(coordinator, 'Zapisz i przejdź dalej');
  await go(coordinator, 'Dodaj odpowiedzialność');
  await fill(coordinator, /^Kto/, 'Pani Łucja');
  await fill(coordinator, /^Co/, 'mówi, gdy coś jest nie tak');
  await go(coordinator, 'Zapisz i przejdź dalej');
  await go(coordinator, 'Dodaj sprawdzenie');
  await fill(coordinator, /^Jak/, 'rozmowa telefoniczna');
  await fill(coordinator, /^Kto/, 'koordynator');
  await go(coordinator, 'Zapisz i wróć do planu');
  expect(await coordinator.text()).toContain('Plan jest pełny');

  await resident.open(at('/moja-sprawa'));
  await resident.follow('Przeczytaj plan i odpowiedz');
  await resident.choose('Tak, zgadzam się');
  await resident.press('Wyślij odpowiedź');
  expect(await resident.text()).toContain('Zapisaliśmy Twoją zgodę');

  const director = await openBrowser(server, { javaScript, as: 'director' });
  await director.open(at('/praca/plany'));
  await director.follow(/^Przeczytaj i zatwierdź/);
  await director.choose('Zatwierdzam');
  await director.press('Zapisz decyzję');
  expect(await director.text()).toContain('Plan zatwierdzono');

  // Orders; the provider answers by the link in the letter, without an account, on a telephone.
  await organiser.open(file);
  await organiser.follow('Zleć usługę');
  await organiser.follow(services[0]);
  await organiser.press('Wyślij zlecenie');
  expect(await organiser.text()).toContain('Zlecenie wysłane');
  const provider = await openBrowser(server, { javaScript, phone: true });
  await provider.open(at('/poczta-pokazowa'));
  await provider.follow(/\/odpowiedz\//);
  await provider.press('Przyjmujemy');
  expect(await provider.text()).toContain('Zlecenie przyjęte');
  await provider.type('Kiedy', '2.03.2026');
  await provider.type('Ile godzin', '2');
  await provider.type('Kto wykonał', 'Ewa Próbna');
  await provider.press('Zapisz wykonanie');
  expect(await provider.text()).toContain('Zapisano: 2 godz.');

  await provider.page.getByText('Zmień stan zlecenia').click();
  await provider.choose('Zakończ');
  await provider.press('Zmień stan');
  expect(await provider.text()).toContain('zakończone');

  // Monitoring, the summary and the end.
  await coordinator.open(file);
  await go(coordinator, 'Zapisz notatkę');
  await choose(coordinator, 'wizyta');
  await fill(coordinator, /^Notatka/, 'Wszystko idzie dobrze.');
  await go(coordinator, 'Zapisz notatkę');
  await go(coordinator, 'Rozmowa podsumowująca');
  await fill(coordinator, /^Gdzie/, 'w domu');
  await fill(coordinator, /^Kto był obecny/, 'Łucja Żółkiewska-Próbna');
  await fill(coordinator, /^Przebieg/, 'Usługa odbywała się zgodnie z planem.');
  await choose(coordinator, 'osiągnięty');
  await go(coordinator, 'Zapisz podsumowanie');
  expect(await coordinator.text()).toContain('Opis przebiegu i rezultatów');
  await go(coordinator, 'Zakończ sprawę');
  await choose(coordinator, /^plan lub usługi/);
  await fill(coordinator, /^Kiedy to nastąpiło/, '2.03.2026');
  await go(coordinator, /^Sprawdź, co z tego wynika/);
  await choose(coordinator, /chcę zamknąć sprawę/);
  await go(coordinator, 'Zamknij sprawę');
  expect(await coordinator.text()).toContain('Sprawę zamknięto');

  // The resident sees it all, and who looked at it and why; the director sees the figures.
  await resident.open(at('/moja-sprawa/przebieg'));
  const seen = await resident.text();
  for (const part of ['Zakończona', 'Kto oglądał moje dane', 'koordynacja IPUS', 'Indywidualny plan usług społecznych', 'Opis przebiegu'])
    expect(seen).toContain(part);
  await resident.press('Zakończ oglądanie');
  await resident.type('Kod sprawy', code.toLowerCase().replaceAll('-', ' '));
  await resident.type(/^Data urodzenia/, '17.05.1944');
  await resident.press('Pokaż sprawę');
  expect(await resident.text()).toContain(number);
  expect(await director.open(at('/praca/pulpit'))).toBe(200);
});
