import { describe, expect, test } from 'vitest';
import { openApp, type Page, type TestApp } from '#tests/support/app.ts';

const save = { button: 'Zapisz wykonawcę' } as const;
const add = async (app: TestApp, typed: Record<string, string>): Promise<Page> => {
  const list = await app.as('serviceOrganiser').get(app.at('/praca/wykonawcy'));
  return (await list.follow('Dodaj wykonawcę')).submit({ name: 'Spółdzielnia Wzorowa', ...typed }, save);
};

describe('keeping providers', () => {
  test('one is added with its numbers, changed, and listed', async () => {
    const app = await openApp();
    const added = await add(app, {
      kind: 'ngo',
      nip: '555-212-68-65',
      regon: '432699340',
      krs: 'KRS 0000184388',
      website: 'https://example.org',
    });
    expect(added.text).toContain('Dodano wykonawcę.');
    expect(added.find('input[name=nip]').getAttribute('value')).toBe('5552126865');
    const saved = await added.submit({ kind: 'social-enterprise', proofNumber: 'PS 1/2026', proofFrom: '1.02.2026' }, save);
    expect(saved.text).toContain('Zapisano wykonawcę.');
    expect(saved.find('input[name=proofFrom]').getAttribute('value')).toBe('01.02.2026');
    expect((await app.as('serviceOrganiser').get(app.at('/praca/wykonawcy'))).text).toContain('przedsiębiorstwo społeczne');
  });

  test('wrong numbers are named in words, and what was typed stays', async () => {
    const app = await openApp();
    const again = await add(app, {
      nip: '0000000000',
      regon: '432699341',
      krs: '123',
      kind: 'social-enterprise',
      yearIncorporated: 'dawno',
    });
    expect(again.status).toBe(422);
    for (const words of ['nie oznaczają żadnego urzędu', 'Sprawdź REGON', 'Numer KRS ma 10 cyfr', 'Wpisz rok'])
      expect(again.text).toContain(words);
    expect(again.find('input[name=nip]').getAttribute('value')).toBe('0000000000');
    const unproved = await again.submit({ nip: '', regon: '', krs: '', yearIncorporated: '' }, save);
    expect(unproved.text).toContain('potrzebuje numeru decyzji');
  });

  test('a name is taken once, whatever its capitals', async () => {
    const app = await openApp();
    await add(app, { name: 'Fundacja Raz' });
    expect((await add(app, { name: 'FUNDACJA RAZ' })).text).toContain('już jest na liście');
  });

  test('whoever saves second sees both texts', async () => {
    const app = await openApp();
    const mine = await add(app, { name: 'Wspólny wykonawca' });
    const theirs = await app.as('centreAdministrator').get(mine.path);
    await theirs.submit({ description: 'Opis koleżanki' }, save);
    const conflict = await mine.submit({ description: 'Mój opis' }, save);
    expect([conflict.status, conflict.text.includes('Opis koleżanki')]).toEqual([409, true]);
    expect((await conflict.submit({}, save)).find('textarea[name=description]').textContent).toBe('Mój opis');
  });

  test('unsent text comes back to its author alone, and is compared with what others saved', async () => {
    const app = await openApp();
    const page = await add(app, { name: 'Z wersją roboczą' });
    const version = page.find('form[action$="/praca/wykonawcy/' + (page.path.split('/').at(-1) ?? '') + '"] input[name=_version]');
    const typed = new URLSearchParams({ name: 'Z wersją roboczą', description: 'Jeszcze piszę', isActive: 'yes' });
    typed.set('_version', version.getAttribute('value') ?? '');
    await app.as('serviceOrganiser').post(`${page.path}/szkic`, typed);
    const again = await app.as('serviceOrganiser').get(page.path);
    expect(again.find('textarea[name=description]').textContent).toContain('Jeszcze piszę');
    const colleague = await app.as('centreAdministrator').get(page.path);
    expect(colleague.body).not.toContain('Jeszcze piszę');
    await colleague.submit({ description: 'Gotowy opis' }, save);
    const late = await (await app.as('serviceOrganiser').get(page.path)).submit({ description: 'Jeszcze piszę' }, save);
    expect([late.status, late.text.includes('Gotowy opis')]).toEqual([409, true]);
    await late.submit({}, save);
    expect((await app.as('serviceOrganiser').get(page.path)).text).not.toContain('jeszcze nie wysłano');
  });
});
