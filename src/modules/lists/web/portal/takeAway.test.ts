import { expect, test } from 'vitest';
import { readPdf } from '#platform/documents/testing.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { centreA, centreB } from '#tests/support/centres.ts';
import { derivedId } from '#shared/uuid.ts';
import { shortCode } from '../../domain/shortCode.ts';
import { joinedIds, shortId } from '../../domain/shortIds.ts';
import { publishServices } from '../../testing.ts';

const idOf = (name: string) => derivedId('test service', name);
const club = 'Klub seniora';

async function openPortal(): Promise<TestApp> {
  const app = await openApp();
  await publishServices(
    app.world,
    centreA,
    [
      club,
      {
        demo: true,
        summary: 'Spotkania przy herbacie.',
        contact: { phone: '+48 52 000 00 01' },
        schedules: [{ freq: 'WEEKLY', byday: 'MO,WE', opensAt: '10:00', closesAt: '12:00' }],
        places: [{ name: 'Świetlica', street: 'ul. Łąkowa 12', postcode: '86-050', town: 'Jodłowo' }],
        qualification: { documents: ['dowód osobisty'] },
        translations: { uk: { name: 'Клуб сеньйора', summary: 'Зустрічі за чаєм.' } },
      },
    ],
    ['Obiady'],
    [
      'Opieka',
      {
        demo: true,
        contacts: [{ name: 'Marek Zmyślony', title: 'organizator', phones: [{ number: '600 000 021', description: 'po 14.00' }] }],
        costOptions: [
          { option: 'Niższy dochód', amount: 0, amountDescription: 'za godzinę' },
          { option: 'Wyższy dochód', amount: 8, amountDescription: 'za godzinę' },
        ],
      },
    ],
    ['Dawna', { validTo: '2020-01-01' }],
    ['Szkic', { status: 'draft' }],
  );
  return app;
}
/** Lines may end within an address. */
const squeezed = (text: string) => text.replace(/\s/g, '');
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

test('a leaflet says all that somebody needs, in the reader’s language', async () => {
  const app = await openPortal();
  const visitor = app.as('anonymous');
  const path = app.at(`/uslugi/${idOf(club)}/ulotka.pdf`);
  const response = await visitor.send(path);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  const pdf = await readPdf(await bytesOf(response));
  expect(pdf).toMatchObject({ isMarked: true, uaPart: '1', language: 'pl', title: club });
  const page = `/u/${shortCode(idOf(club))}`;
  for (const said of [
    '+48 52 000 00 01',
    'Poniedziałek i środa 10:00–12:00',
    'ul. Łąkowa 12, 86-050 Jodłowo',
    'dowód osobisty',
    'Jak poprosić',
    page,
  ])
    expect(squeezed(pdf.text)).toContain(squeezed(said));
  expect(pdf.text).toContain('zadzwoń do nas');
  const typed = await visitor.send(app.at(`/u/${shortCode(idOf(club)).toUpperCase()}`));
  expect(typed.headers.get('location')).toBe(app.at(`/uslugi/${idOf(club)}`));
  expect((await visitor.send(app.at('/u/0000-0000'))).status).toBe(404);
  const ukrainian = await readPdf(await bytesOf(await visitor.send(path, { headers: { 'accept-language': 'uk' } })));
  expect(ukrainian).toMatchObject({ language: 'uk', title: 'Клуб сеньйора' });
  expect(ukrainian.text).toContain('Як попросити');
});

test('a leaflet and a list say whose a number is, and every price', async () => {
  const app = await openPortal();
  const visitor = app.as('anonymous');
  const pdf = await readPdf(await bytesOf(await visitor.send(app.at(`/uslugi/${idOf('Opieka')}/ulotka.pdf`))));
  const phone = '600 000 021 – Marek Zmyślony, organizator, po 14.00';
  for (const said of [phone, 'Niższy dochód: bezpłatnie Wyższy', 'Wyższy dochód: 8,00 zł za godzinę'])
    expect(squeezed(pdf.text)).toContain(squeezed(said));
  await visitor.post(app.at('/moja-lista/dodaj'), new URLSearchParams({ usluga: idOf('Opieka') }));
  expect((await visitor.get(app.at('/moja-lista'))).text).toContain('– Marek Zmyślony, organizator, po 14.00');
  const card = await visitor.send(app.at(`/uslugi/${idOf('Opieka')}`), { headers: { 'accept-language': 'en', accept: 'text/html' } });
  expect(await card.text()).toContain('8,00\u00a0zł for an hour');
});

test('a list is printed with its reader’s notes, a shared one without; an empty one is not found', async () => {
  const app = await openPortal();
  const visitor = app.as('anonymous');
  expect((await visitor.send(app.at('/moja-lista/ulotka.pdf'))).status).toBe(404);
  for (const name of [club, 'Dawna']) await visitor.post(app.at('/moja-lista/dodaj'), new URLSearchParams({ usluga: idOf(name) }));
  const list = await visitor.get(app.at('/moja-lista'));
  await list.submit({ [`notatka-${shortId(idOf(club))}`]: 'wziąć okulary' }, { button: 'Zapisz notatki' });
  const own = await readPdf(await bytesOf(await visitor.send(app.at('/moja-lista/ulotka.pdf'))));
  for (const said of ['Moja lista', club, 'Dawna', 'Ta usługa już się skończyła', 'wziąć okulary']) expect(own.text).toContain(said);
  const large = await readPdf(await bytesOf(await visitor.send(app.at('/moja-lista/ulotka.pdf?druk=duzy'))));
  expect(large.pages).toBeGreaterThan(own.pages);
  const shared = await readPdf(await bytesOf(await visitor.send(app.at(`/lista/${joinedIds([club, 'Dawna'].map(idOf))}/ulotka.pdf`))));
  expect(shared.text).toContain(club);
  expect(shared.text).not.toContain('wziąć okulary');
});

test('the page for passing on has an address, a QR code and leaflets that all open', async () => {
  const app = await openPortal();
  const visitor = app.as('anonymous');
  const page = await (await visitor.get(app.at(`/uslugi/${idOf(club)}`))).follow('Przekaż dalej i wydrukuj');
  expect(page.text).toContain(`${app.world.publicUrl}${app.at(`/uslugi/${idOf(club)}`)}`);
  for (const [type, name] of [
    ['image/svg+xml', 'kod-qr.svg'],
    ['image/svg+xml', 'kod-qr.svg?pobierz=1'],
    ['image/png', 'kod-qr.png'],
    ['application/pdf', 'ulotka.pdf'],
    ['application/pdf', 'ulotka.pdf?druk=duzy'],
  ] as const) {
    const address = app.at(`/uslugi/${idOf(club)}/${name}`);
    if (!name.endsWith('svg')) expect(page.links().map(([, href]) => href)).toContain(address);
    expect((await visitor.send(address)).headers.get('content-type')).toBe(type);
  }
});

test('the card offers a calendar where there are sessions to come, and nowhere else', async () => {
  const app = await openPortal();
  const visitor = app.as('anonymous');
  const links = (await visitor.get(app.at(`/uslugi/${idOf(club)}`))).links();
  const feed = app.at(`/uslugi/${idOf(club)}/terminy.ics?jezyk=pl`);
  expect(links).toContainEqual(['Dodaj do kalendarza, zmiany pojawią się same', `${app.world.publicUrl.replace('http', 'webcal')}${feed}`]);
  expect(links).toContainEqual(['Pobierz terminy jako plik (.ics), bez późniejszych zmian', `${feed}&pobierz=1`]);
  expect((await visitor.get(app.at(`/uslugi/${idOf('Obiady')}`))).text).not.toContain('Dodaj do kalendarza');
  const calendar = await visitor.send(feed);
  expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(await calendar.text()).toContain('RRULE:FREQ=WEEKLY;BYDAY=MO,WE');
  const ukrainian = await visitor.send(app.at(`/uslugi/${idOf(club)}/terminy.ics?jezyk=uk&pobierz=1`));
  expect(ukrainian.headers.get('content-disposition')).toContain('attachment');
  expect(await ukrainian.text()).toContain('SUMMARY:Клуб сеньйора');
});

test('drafts, other centres’ services and nonsense are not found; printing is counted', async () => {
  const app = await openPortal();
  const visitor = app.as('anonymous');
  const doors = ['przekaz-dalej', 'kod-qr.svg', 'kod-qr.png', 'ulotka.pdf', 'terminy.ics'];
  for (const door of doors) {
    for (const id of [idOf('Szkic'), idOf('nie ma'), 'abc']) expect((await visitor.send(app.at(`/uslugi/${id}/${door}`))).status).toBe(404);
    expect((await visitor.send(app.at(`/uslugi/${idOf(club)}/${door}`, centreB))).status).toBe(404);
    expect((await visitor.send(app.at(`/uslugi/${idOf('Dawna')}/${door}`))).status).toBe(200);
  }
  expect((await visitor.send(app.at('/lista/abc/ulotka.pdf'))).status).toBe(404);
  const busy = app.as('anonymous');
  const statuses = new Set<number>();
  for (let time = 0; time <= 60; time += 1) statuses.add((await busy.send(app.at(`/uslugi/${idOf('nie ma')}/ulotka.pdf`))).status);
  expect([...statuses]).toEqual([404, 429]);
});
