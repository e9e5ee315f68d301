import { preferencesAddress } from '#ui/page/PageFrame.ts';
import type { PageFrame, Scheme } from '#ui/page/PageFrame.ts';
import { languages, useTexts } from '#ui/texts/texts.ts';

/** Switch of the screen's language; a form, because the choice is kept in a cookie by the server. */
export function LanguageSwitch({ frame }: { readonly frame: PageFrame }) {
  const t = useTexts();
  return (
    <form action={preferencesAddress} method="post">
      <input type="hidden" name="wroc" value={frame.path} />
      <div class="ok-switch" role="group" aria-label={t.languageSwitch}>
        {languages.map(({ lang, name }) => (
          <button type="submit" name="jezyk" value={lang} lang={lang} aria-pressed={lang === frame.lang ? 'true' : 'false'}>
            {name}
          </button>
        ))}
      </div>
    </form>
  );
}

/** Switch of light and dark; kept in a cookie by the server. */
export function SchemeSwitch({ frame }: { readonly frame: PageFrame }) {
  const t = useTexts();
  const choices: readonly { readonly scheme: Scheme; readonly label: string }[] = [
    { scheme: 'light', label: t.schemeLight },
    { scheme: 'dark', label: t.schemeDark },
    { scheme: 'auto', label: t.schemeAuto },
  ];
  return (
    <form class="ok-switch-scheme" action={preferencesAddress} method="post">
      <input type="hidden" name="wroc" value={frame.path} />
      <div class="ok-switch" role="group" aria-label={t.schemeSwitch}>
        {choices.map(({ scheme, label }) => (
          <button type="submit" name="wyglad" value={scheme} aria-pressed={scheme === frame.scheme ? 'true' : 'false'}>
            {label}
          </button>
        ))}
      </div>
    </form>
  );
}

/** Says that this is a demonstration. */
export function DemoBanner() {
  const t = useTexts();
  return (
    <aside class="ok-demo" aria-label={t.demoLabel}>
      <p class="ok-when-wide">{t.demo}</p>
      <p class="ok-when-narrow">{t.demoShort}</p>
    </aside>
  );
}
