import { describe, expect, test } from 'vitest';
import { openApp, type Page, type TestApp } from '#tests/support/app.ts';

const valid = { name: 'Zajęcia z pamięci', areas: ['5'], status: 'active', scope: 'Ćwiczenia w grupie.\nRaz w tygodniu.' };
const add = async (app: TestApp, typed: Record<string, string | string[]> = {}): Promise<Page> => {
  const list = await app.as('serviceOrganiser').get(app.at('/praca/uslugi'));
  return (await list.follow('Dodaj usługę')).submit({ ...valid, ...typed }, { button: 'Zapisz kartę' });
};

describe('keeping the cards of services', () => {
  test('a service is added, found by residents, changed, and paused', async () => {
    const app = await openApp();
    const added = await add(app);
    expect(added.heading).toContain('Zajęcia z pamięci');
    const resident = app.as('anonymous');
    const search = async () => (await resident.get(app.at('/uslugi?q=pamięć'))).text;
    expect(await search()).toContain('Zajęcia z pamięci');
    const saved = await added.submit({ scope: 'Ćwiczenia pamięci.', validFrom: '1.03.2026' }, { button: 'Zapisz kartę' });
    expect(saved.text).toContain('Zapisano kartę usługi.');
    expect((await saved.follow('Zobacz kartę tak jak mieszkaniec')).text).toContain('od 1 marca 2026');
    await saved.submit({ status: 'paused' }, { button: 'Zapisz kartę' });
    expect(await search()).not.toContain('Zajęcia z pamięci');
  });

  test('whoever saves second sees both texts and keeps theirs', async () => {
    const app = await openApp();
    const mine = await add(app, { name: 'Wspólna karta' });
    const theirs = await app.as('centreAdministrator').get(mine.path);
    await theirs.submit({ scope: 'Tekst koleżanki', phone: '52 300 11 22' }, { button: 'Zapisz kartę' });
    const conflict = await mine.submit({ scope: 'Mój tekst' }, { button: 'Zapisz kartę' });
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain('Tekst koleżanki');
    expect(conflict.text).toContain('Osoba Testowa (centreAdministrator)');
    // Nobody in this window touched the telephone.
    expect(conflict.find('input[name=phone]').getAttribute('value')).toContain('300 11 22');
    expect(conflict.findAll('.ok-conflict')).toHaveLength(1);
    expect(conflict.find('textarea[name=scope]').textContent).toBe('Mój tekst');
    const saved = await conflict.submit({}, { button: 'Zapisz kartę' });
    expect(saved.status).toBe(200);
    expect(saved.find('textarea[name=scope]').textContent).toBe('Mój tekst');
  });

  test('every fault is named at once and nothing typed is lost', async () => {
    const app = await openApp();
    const again = await add(app, {
      name: '',
      areas: [],
      scope: 'x'.repeat(10_001),
      email: 'nie-adres',
      url: 'javascript:alert(1)',
      capacity: '-3',
      validFrom: '31.02.2026',
      everydayNames: 'y'.repeat(201),
    });
    expect(again.status).toBe(422);
    for (const words of [
      'Wpisz nazwę usługi.',
      'Wybierz choć jeden zakres: ten, do którego usłudze najbliżej, na przykład „Pomoc społeczna” przy opiece w domu. Karta wczytana z pliku mogła go nie mieć.',
      'Tekst jest za długi',
      'Sprawdź adres e-mail',
      'https://',
    ])
      expect(again.text).toContain(words);
    expect(again.find('input[name=url]').getAttribute('value')).toBe('javascript:alert(1)');
    expect(again.find('input[name=validFrom]').getAttribute('value')).toBe('31.02.2026');
    const order = await again.submit(
      { ...valid, email: '', url: '', capacity: '', everydayNames: '', validFrom: '2.03.2026', validTo: '1.03.2026' },
      { button: 'Zapisz kartę' },
    );
    expect(order.text).toContain('Data końca nie może być przed datą początku.');
  });

  test('markup, turned writing, emoji and SQL stay text', async () => {
    const app = await openApp();
    const name = `<script>alert(1)</script> '; drop table x; -- 👵🏽 a\u202Eb`;
    await add(app, { name });
    const shown = await app.as('anonymous').get(app.at('/uslugi'));
    expect(shown.text).toContain(name.replace('\u202E', ''));
    expect(shown.body).not.toContain('<script>alert');
  });

  test('a form sent twice adds one service', async () => {
    const app = await openApp();
    const organiser = app.as('serviceOrganiser');
    const form = await organiser.get(app.at('/praca/uslugi/nowa'));
    const typed = { ...valid, name: 'Raz jeden' };
    const first = await form.submit(typed, { button: 'Zapisz kartę' });
    const second = await form.submit(typed, { button: 'Zapisz kartę' });
    expect(second.path).toBe(first.path);
    const listed = await organiser.get(app.at('/praca/uslugi?q=raz+jeden'));
    expect(listed.findAll('tbody tr')).toHaveLength(1);
  });

  test('two services of one name can be added', async () => {
    const app = await openApp();
    const first = await add(app, { name: 'Dwie takie' });
    const asked = await add(app, { name: 'Dwie takie' });
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Jest już usługa „Dwie takie” (opublikowana).');
    expect(asked.find(`a[href$="${first.path}"]`).textContent).toContain('Zobacz tamtą kartę');
    const second = await asked.submit({}, { button: 'Zapisz kartę' });
    expect([second.status, second.path === first.path]).toEqual([200, false]);
  });
});

describe('the full record', () => {
  test('hours, place, languages, price and documents come to the card', async () => {
    const app = await openApp();
    const added = await add(app, {
      name: 'Klub pełny',
      fromMO: '8',
      toMO: '15.30',
      fromTU: '8:00',
      toTU: '15:30',
      modes: ['on-site', 'remote'],
      languages: ['pl', 'uk'],
      feeKind: 'flat-per-unit',
      price: '12,50',
      pricePer: 'visit',
      documents: 'dowód osobisty\nzaświadczenie',
      placeName: 'Świetlica Wzorowa',
      placeStreet: 'ul. Wzorowa 1',
      placePostcode: '86050',
      placeTown: 'Solec Kujawski',
      minimumAge: '2,5',
      serviceAreas: 'Otorowo\nPrzyłubie',
      alert: 'W sierpniu przerwa.',
    });
    const card = await added.follow('Zobacz kartę tak jak mieszkaniec');
    for (const words of [
      'Poniedziałek i wtorek 8:00–15:30',
      'na miejscu, telefonicznie',
      'ukraiński',
      '12,50',
      'zaświadczenie',
      'Świetlica Wzorowa, ul. Wzorowa 1, 86-050',
      'Przyłubie',
      'W sierpniu przerwa.',
    ])
      expect(card.text).toContain(words);
    const saved = await added.submit({ toTU: '', fromTU: '' }, { button: 'Zapisz kartę' });
    expect(saved.find('input[name=placeIds]').hasAttribute('checked')).toBe(true);
    expect((await saved.follow('Zobacz kartę tak jak mieszkaniec')).text).toContain('Poniedziałek 8:00–15:30');
  });

  test('what contradicts itself is named', async () => {
    const app = await openApp();
    const again = await add(app, {
      fromMO: '9',
      toMO: '9',
      fromWE: 'rano',
      minimumAge: '60',
      maximumAge: '18',
      feeKind: 'free',
      price: '3',
    });
    expect(again.status).toBe(422);
    for (const words of ['Koniec musi być później', 'Wpisz godzinę', 'nie może być mniejszy', 'nie ma ceny'])
      expect(again.text).toContain(words);
    expect(again.find('input[name=fromWE]').getAttribute('value')).toBe('rano');
  });

  test('a price alone is shown to residents, and found as paid', async () => {
    const app = await openApp();
    const added = await add(app, { name: 'Warsztaty za samą cenę', price: '25,50' });
    const card = (await added.follow('Zobacz kartę tak jak mieszkaniec')).text;
    expect(card).toContain('25,50 zł');
    // What is missing is told once, with whom to ask.
    expect(card).toMatch(/Tego karta jeszcze nie mówi: dla kogo, .*Zapytaj w centrum/);
    expect(added.find('select[name=feeKind] option[selected]').textContent).toBe('inna');
  });

  test('a figure that its words deny is asked about once', async () => {
    const app = await openApp();
    const asked = await add(app, { name: 'Opłata dwojaka', price: '200', feeText: '150 zł za miesiąc' });
    expect([asked.status, asked.text.includes('Cena to 200,00 zł, a słowa mówią o innej kwocie')]).toEqual([422, true]);
    const other = await asked.submit({ feeKind: 'free', price: '', feeText: '5 zł za godzinę' }, { button: 'Zapisz kartę' });
    expect([other.status, other.text.includes('Rodzaj opłaty to „bezpłatna”')]).toEqual([422, true]);
    const saved = await other.submit({}, { button: 'Zapisz kartę' });
    expect(saved.status).toBe(200);
    expect(saved.text).toContain('Rodzaj opłaty to „bezpłatna”, a słowa mówią o kwocie.');
    // What was meant once is not asked about again.
    expect((await saved.submit({ scope: 'Inny opis' }, { button: 'Zapisz kartę' })).status).toBe(200);
  });

  test('mistakes come at once, in the order of the page, each with its field; nobody is sent to a number that cannot be called', async () => {
    const app = await openApp();
    const again = await add(app, {
      name: 'Wszystko naraz',
      minimumAge: '90',
      maximumAge: '10',
      placePostcode: '8',
      fromMO: 'rano',
      toMO: '10',
      validFrom: 'jutro',
      price: '-5',
      capacity: '0',
      phone: 'abc',
    });
    expect(again.status).toBe(422);
    const told = again.findAll('.ok-error-summary li').map((item) => item.textContent.split(':')[0]?.trim());
    expect(told).toEqual(['Wiek do (lat)', 'Kod pocztowy', 'poniedziałek od', 'Działa od', 'Cena', 'Liczba miejsc', 'Telefon']);
    expect(again.text).toContain('Kwota nie może być mniejsza od zera');
    expect(again.text).not.toContain('1951');
    const much = await again.submit(
      {
        maximumAge: '',
        placePostcode: '',
        fromMO: '8',
        validFrom: '',
        price: '1 000 000 000',
        capacity: '',
        phone: '52 123 45 67 lub 112',
      },
      { button: 'Zapisz kartę' },
    );
    expect(much.findAll('.ok-error-summary li')).toHaveLength(1);
    expect(much.text).toContain('Najwięcej można wpisać 1 000 000 zł');
    expect((await much.submit({ price: '1 200 zł' }, { button: 'Zapisz kartę' })).status).toBe(200);
  });

  test('free places are shown with the moment of the figures, and do not disturb an open editor', async () => {
    const app = await openApp();
    const editor = await add(app, { name: 'Dom z miejscami', capacity: '20' });
    const figures = await editor.follow('Wolne miejsca i kolejka');
    const wrong = await figures.submit({ free: '', queue: '3' }, { button: 'Zapisz liczby' });
    expect([wrong.status, wrong.text.includes('Może być 0')]).toEqual([422, true]);
    const asked = await wrong.submit({ free: '2', queue: '3', waitDays: '14' }, { button: 'Zapisz liczby' });
    await asked.submit({ forWaiting: 'tak' }, { button: 'Zapisz liczby' });
    const card = await editor.follow('Zobacz kartę tak jak mieszkaniec');
    for (const words of ['2 wolne miejsca', 'W kolejce czekają 3 osoby', '14 dni', 'Stan na']) expect(card.text).toContain(words);
    expect((await editor.submit({ scope: 'Nowy opis' }, { button: 'Zapisz kartę' })).status).toBe(200);
  });

  test('of two who report free places the second sees both figures, and overwrites none unseen', async () => {
    const app = await openApp();
    const figures = await (await add(app, { name: 'Klub z miejscami', capacity: '20' })).follow('Wolne miejsca i kolejka');
    const theirs = await app.as('centreAdministrator').get(figures.path);
    await theirs.submit({ free: '5' }, { button: 'Zapisz liczby' });
    const conflict = await figures.submit({ free: '7' }, { button: 'Zapisz liczby' });
    expect([conflict.status, conflict.find('input[name=free]').getAttribute('value')]).toEqual([409, '7']);
    expect(conflict.text).toMatch(/Wolne miejsca.*5.*7/);
    const saved = await conflict.submit({}, { button: 'Zapisz liczby' });
    expect([saved.status, saved.find('input[name=free]').getAttribute('value')]).toEqual([200, '7']);
  });
});
