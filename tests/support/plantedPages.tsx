import { raw } from 'hono/html';
import { auditsNothing, centreDoor, page, publicDoor, redirect } from '#platform/http/index.ts';
import type { Module } from '#platform/module.ts';

// Pages with one fault each, so that the checks of pages can be seen to fail.

const faults = {
  dobra: <p>Wszystko w porządku.</p>,
  obraz: <img src="/favicon.svg" />,
  szeroka: <pre>{'bardzo'.repeat(400)}</pre>,
  skrypt: raw('<script>document.title = "przejęta";</script>'),
  styl: raw('<p style="color: red">czerwony</p>'),
};

const show = (content: unknown) =>
  page(
    <html lang="pl">
      <head>
        <title>Strona próbna</title>
      </head>
      <body>
        <main>
          <h1>Strona próbna</h1>
          {content}
        </main>
      </body>
    </html>,
  );
const open = { may: publicDoor('no personal data'), audit: auditsNothing('no personal data') } as const;

export const plantedModule: Module = {
  name: 'planted',
  doors: [
    ...Object.entries(faults).map(([name, content]) =>
      centreDoor({ ...open, method: 'GET', path: `/proba/${name}`, handle: () => show(content) }),
    ),
    centreDoor({
      ...open,
      method: 'GET',
      path: '/proba/formularz',
      handle: (c) =>
        show(
          <form method="post" action={c.at('/proba/formularz')}>
            <input type="hidden" name="_key" value={c.submissionKey()} />
            <label>
              Imię <input name="firstName" value="Anna" />
            </label>
            <fieldset>
              <legend>Pora</legend>
              <label>
                <input type="radio" name="time" value="rano" checked /> rano
              </label>
              <label>
                <input type="radio" name="time" value="wieczorem" /> wieczorem
              </label>
            </fieldset>
            <label>
              <input type="checkbox" name="days" value="pon" /> poniedziałek
            </label>
            <label>
              <input type="checkbox" name="days" value="wt" checked /> wtorek
            </label>
            <button name="do" value="save">
              Zapisz
            </button>
            <button name="do" value="send">
              Wyślij
            </button>
          </form>,
        ),
    }),
    centreDoor({
      ...open,
      method: 'POST',
      path: '/proba/formularz',
      handle: (c) =>
        redirect(
          `${c.at('/proba/wynik')}?${new URLSearchParams(
            c.fields
              .names()
              .filter((name) => name !== '_key')
              .map((name) => [name, c.fields.all(name).join('+')]),
          ).toString()}`,
        ),
    }),
    centreDoor({ ...open, method: 'GET', path: '/proba/wynik', handle: (c) => show(<p>{c.query.toString()}</p>) }),
    centreDoor({
      ...open,
      method: 'GET',
      path: '/proba/awaria',
      handle: () => {
        throw new Error('planted');
      },
    }),
  ],
};
