import { expect, test } from 'vitest';
import { addProvider } from '#modules/catalogue/index.ts';
import { aService } from '#modules/catalogue/testing.ts';
import { readRule, ruleWords } from '#modules/eligibility/index.ts';
import { getOfferRule, setOfferRule } from '#modules/qualification/index.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { openBrowser, startServer, type RunningServer } from '#tests/support/browser.ts';
import { centreA } from '#tests/support/centres.ts';
import { prepare } from '#tests/support/prepare.ts';

const at = (path: string) => `/${centreA.slug}${path}`;
const name = 'Usługi opiekuńcze w domu';
const rule = ['mieszka w gminie', 'jedno z:', '  wiek: od 75 lat', '  stopień niepełnosprawności: znaczny'].join('\n');

interface Story {
  readonly providerId: string;
  readonly serviceId: string;
}
/** A centre with a service of a provider whose places the centre does not keep, and with a rule of who may use it. */
const openCentre = ({ world }: RunningServer): Promise<Story> =>
  prepare(world, userWithRole('serviceOrganiser'), async (scope) => {
    const provider = { name: 'Stowarzyszenie Ciepły Dom', kind: 'ngo' } as const;
    const providerId = await addProvider(scope, { ...provider, email: 'dom@example.org', phone: null });
    const serviceId = await aService(scope, name, { provider, scope: 'Gotowanie i zakupy.', capacity: 10 });
    const { conditions } = readRule(rule, ruleWords);
    await setOfferRule(scope, { ...(await getOfferRule(scope, serviceId)), conditions, placeLimit: null });
    return { providerId, serviceId };
  });
let opened: Promise<Story> | undefined;
async function aCentre(): Promise<Story & { readonly server: RunningServer }> {
  const server = await startServer();
  return { server, ...(await (opened ??= openCentre(server))) };
}

test('a day of a provider: a change waits for the centre, free places are seen at once', { timeout: 200_000 }, async () => {
  const { server, providerId, serviceId } = await aCentre();
  const manager = await openBrowser(server, { as: 'providerManager', providerId, phone: true });
  const resident = await openBrowser(server, { phone: true });
  const card = at(`/uslugi/${serviceId}`);

  await manager.open(at('/wykonawca/uslugi'));
  await manager.follow(name);
  await manager.type(/^Zakres/, 'Gotowanie, zakupy i spacery.');
  await manager.type(/^Wiadomość do centrum/, 'Od maja mamy więcej osób.');
  await manager.press('Wyślij do centrum');
  expect(await manager.text()).toContain('Propozycja czeka na centrum');
  await resident.open(card);
  expect(await resident.text()).not.toContain('spacery');

  const organiser = await openBrowser(server, { as: 'serviceOrganiser' });
  await organiser.open(at('/praca/uslugi'));
  await organiser.follow(/^Propozycje wykonawców/);
  await organiser.follow(name);
  for (const words of ['Od maja mamy więcej osób.', 'spacery']) expect(await organiser.text()).toContain(words);
  await organiser.press('Zatwierdź zaznaczone');
  expect(await organiser.text()).toContain('Zatwierdzono. Zmiany są już na karcie.');
  await resident.open(card);
  expect(await resident.text()).toContain('Gotowanie, zakupy i spacery.');
  expect(await resident.text()).not.toContain('Stan na');

  await manager.open(at('/wykonawca/uslugi'));
  await manager.follow(name);
  const free = manager.page.locator('input[name=free]');
  await free.fill('30');
  await manager.press('Zapisz liczby');
  expect(await manager.text()).toContain('Usługa ma 10 miejsc, więc wolnych nie może być więcej.');
  await free.fill('3');
  await manager.press('Zapisz liczby');
  expect(await manager.text()).toContain('Są już na karcie.');
  await resident.open(card);
  expect(await resident.text()).toContain('3 wolne miejsca');
  expect(await resident.text()).toContain('Stan na 2 marca 2026');
});

test.each([
  ['on a telephone without scripts', { phone: true, javaScript: false }],
  ['in a window enlarged to 400 %', { zoom: 4 }],
])('a resident finds a service in own words and asks whether it is for them, %s', { timeout: 200_000 }, async (_, window) => {
  const { server } = await aCentre();
  const resident = await openBrowser(server, window);
  await resident.open(at('/'));
  await resident.type(/Czego potrzebujesz/, 'mama nie daje rady sama gotować i robić zakupów');
  await resident.press('Szukaj');
  await resident.follow(name);
  await resident.follow('Sprawdź, czy możesz skorzystać');
  expect(await resident.heading()).toContain('Czy mogę skorzystać?');
  const age = resident.page.locator('input[name=age]');
  await age.fill('sporo');
  await resident.press('Sprawdź');
  expect(await resident.text()).toContain('Wpisz liczbę');
  await age.fill('80');
  await resident.press(/^Sprawdź/);
  expect(await resident.text()).toContain('Jeszcze nie wiemy');
  await resident.choose('Tak');
  await resident.press('Sprawdź jeszcze raz');
  expect(await resident.text()).toContain('Tak, ta usługa wygląda na odpowiednią');
  await age.fill('40');
  await resident.press('Sprawdź jeszcze raz');
  expect(await resident.text()).toContain('Jeszcze nie wiemy');
  await resident.follow('Wróć do opisu usługi');
  expect(await resident.heading()).toContain(name);
});
