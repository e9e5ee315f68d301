import { JSDOM, VirtualConsole } from 'jsdom';
import { expect, test, vi } from 'vitest';
import { buildAssets } from '#platform/html/assets.ts';
import { assetSources } from '#ui/assetSources.ts';
import { Button, ErrorSummary, FileField, Flash, Form, TextArea, TextField } from '#ui/index.ts';

const assets = buildAssets(assetSources);
const script = new TextDecoder().decode(assets.files.get(assets.links.js)?.plain);

type Answer = () => Promise<Response>;
type Sent = { readonly address: string; readonly body: string };

/** A page with the served script running in it. `answer`: what the server says to the autosave. */
function open(
  content: unknown,
  answer: Answer = () => Promise.resolve(new Response(null, { status: 204 })),
  kept: { readonly local?: readonly [string, string]; readonly session?: readonly [string, string] } = {},
) {
  const { window } = new JSDOM(`<!DOCTYPE html><html lang="pl"><body>${String(content)}</body></html>`, {
    url: 'https://okienko.example/x',
    runScripts: 'outside-only',
    virtualConsole: new VirtualConsole(),
  });
  const sent: Sent[] = [];
  Object.assign(window, {
    fetch: (address: string, init: { body: URLSearchParams }) => {
      sent.push({ address, body: init.body.toString() });
      return answer();
    },
  });
  window.HTMLElement.prototype.scrollIntoView = () => undefined;
  if (kept.local) window.localStorage.setItem(...kept.local);
  if (kept.session) window.sessionStorage.setItem(...kept.session);
  window.eval(script);
  const find = <T extends Element = HTMLElement>(selector: string): T => {
    const found = window.document.querySelector<T>(selector);
    if (!found) throw new Error(`nothing is ${selector}`);
    return found;
  };
  const type = (selector: string, text: string) => {
    find<HTMLTextAreaElement>(selector).value = text;
    find(selector).dispatchEvent(new window.Event('input', { bubbles: true }));
  };
  return { window, sent, find, type };
}

const note = (
  <Form action="/zapisz" version={1} autosave="/zapisz/w-trakcie">
    <TextField name="kto" label="Kto" value="Halina" />
    <TextArea name="notatka" label="Notatka" limit={10} />
    <Button>Zapisz</Button>
  </Form>
);
const soon = { timeout: 4000, interval: 50 };

test('what is written is sent after a pause, and the newer version is taken over', async () => {
  const page = open(note, () => Promise.resolve(new Response(null, { status: 204, headers: { 'okienko-version': '2' } })));
  page.type('textarea', 'pierwsze');
  await vi.waitFor(() => expect(page.find('[data-autosave-state]').textContent).toMatch(/^Zapisano o \d\d:\d\d$/), soon);
  expect(page.sent).toEqual([{ address: '/zapisz/w-trakcie', body: '_version=1&kto=Halina&notatka=pierwsze' }]);
  expect(page.find<HTMLInputElement>('[name=_version]').value).toBe('2');
  expect(page.window.localStorage.length).toBe(0);
  page.window.close();
});

test('text that could not be sent is kept, comes back, is sent, and is then forgotten', async () => {
  const broken = open(note, () => Promise.reject(new Error('no connection')));
  broken.type('textarea', 'ważne');
  await vi.waitFor(() => expect(broken.window.localStorage.length).toBe(1), soon);
  expect(broken.find('[data-autosave-state]').textContent).toContain('bezpieczny w tej przeglądarce');
  const [key = '', kept = ''] = Object.entries({ ...broken.window.localStorage })[0] ?? [];
  expect(kept).toBe('notatka=wa%C5%BCne');
  broken.window.close();

  const blank = open(<p>inna strona</p>);
  blank.window.localStorage.setItem(key, kept);
  blank.window.document.body.innerHTML = String(note);
  expect(blank.find<HTMLTextAreaElement>('textarea').value).toBe('ważne');
  await vi.waitFor(() => expect(blank.sent.map((each) => each.body)).toEqual(['_version=1&kto=Halina&notatka=wa%C5%BCne']), soon);
  await vi.waitFor(() => expect(blank.window.localStorage.length).toBe(0), soon);
  blank.window.close();
}, 15_000);

test('what was kept before a sending never comes back over what was sent', () => {
  const key = 'okienko:/zapisz/w-trakcie';
  const underway = JSON.stringify({ key, texts: 'notatka=nowe' });
  const page = open(note, undefined, { local: [key, 'notatka=stare'], session: ['okienko-underway', underway] });
  expect(page.find<HTMLTextAreaElement>('textarea').value).toBe('');
  expect(page.window.localStorage.length).toBe(0);
  page.window.close();
});

test('keeping that a sending breaks off leaves no copy behind', async () => {
  let breakOff = (): void => undefined;
  const page = open(note, () => new Promise((_, reject) => (breakOff = () => reject(new Error('left')))));
  page.type('textarea', 'ważne');
  await vi.waitFor(() => expect(page.sent).toHaveLength(1), soon);
  page.find('form').dispatchEvent(new page.window.SubmitEvent('submit', { bubbles: true, cancelable: true }));
  breakOff();
  await new Promise((done) => setTimeout(done, 20));
  expect(page.window.localStorage.length).toBe(0);
  page.window.close();
});

test('text that came back with a mistake is kept without being touched again', async () => {
  const page = open(
    <Form action="/zapisz" autosave="/zapisz/szkic">
      <TextArea name="notatka" label="Notatka" value="długi tekst" error="Za długi tekst" />
    </Form>,
  );
  await vi.waitFor(() => expect(page.sent).toEqual([{ address: '/zapisz/szkic', body: 'notatka=d%C5%82ugi+tekst' }]), soon);
  page.window.close();
});

test('a form is sent once, however often the button is pressed', () => {
  const page = open(
    <Form action="/wyslij">
      <Button>Wyślij</Button>
    </Form>,
  );
  const submit = () =>
    page
      .find('form')
      .dispatchEvent(new page.window.SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: page.find('button') }));
  expect([submit(), submit(), submit()]).toEqual([true, false, false]);
  expect(page.find('button').textContent).toBe('Wysyłam…');
  page.window.dispatchEvent(new page.window.Event('pageshow'));
  expect(page.find('button').textContent).toBe('Wyślij');
  expect(submit()).toBe(true);
  page.window.close();
});

test('characters are counted as people count them', () => {
  const page = open(note);
  expect(page.find('.ok-count').textContent).toBe('Najwyżej 10 znaków.');
  page.type('textarea', 'ąę🙂');
  expect(page.find('.ok-count').textContent).toBe('Pozostało znaków: 7');
  page.type('textarea', 'za długi tekst');
  expect(page.find('.ok-count').textContent).toBe('Za dużo znaków o: 4');
  page.window.close();
});

test('the list of mistakes is focused first, and leads into the field', () => {
  const page = open(
    <>
      {<ErrorSummary errors={[{ field: 'imie', message: 'Wpisz imię' }]} />}
      <TextField name="imie" label="Imię" error="Wpisz imię" />
    </>,
  );
  expect(page.window.document.activeElement).toBe(page.find('.ok-error-summary'));
  page.find('.ok-error-summary a').dispatchEvent(new page.window.MouseEvent('click', { bubbles: true, cancelable: true }));
  expect(page.window.document.activeElement).toBe(page.find('#f-imie'));
  page.window.close();
});

test('what has just happened takes the focus, unless the address leads elsewhere or something has to be decided first', () => {
  const flash = <Flash messages={[{ tone: 'success', text: 'Zapisano.' }]} />;
  const page = open(<main>{flash}</main>);
  expect(page.window.document.activeElement?.textContent).toContain('Zapisano.');
  expect(page.find('[role=status]').getAttribute('aria-labelledby')).toBe(page.window.document.activeElement?.id);
  const conflict = open(
    <main>
      {flash}
      <div role="alert">Najpierw to.</div>
    </main>,
  );
  expect(conflict.window.document.activeElement?.tagName).toBe('BODY');
});

test('a file field speaks the language of the page and tells what was chosen', () => {
  const page = open(
    <form>
      <FileField name="plik" label="Plik" kinds="PDF" maxSize="10 MB" />
    </form>,
  );
  const input = page.find<HTMLInputElement>('input');
  expect(page.find('[role=status]').textContent).toBe('Nie wybrano pliku');
  expect(input.getAttribute('aria-describedby')).toBe('f-plik-hint f-plik-chosen');
  Object.defineProperty(input, 'files', { value: [{ name: 'zaświadczenie.pdf' }, { name: 'opinia.pdf' }] });
  input.dispatchEvent(new page.window.Event('change'));
  expect(page.find('[role=status]').textContent).toBe('Wybrano: zaświadczenie.pdf, opinia.pdf');
});
