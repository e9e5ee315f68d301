/** What the reader chose; kept in cookies that hold the choice and nothing else. */
const langs = ['pl', 'en', 'uk'] as const;
const schemes = ['auto', 'light', 'dark'] as const;

/** A choice read from the form of language and appearance, and where the reader came from. */
export type ChosenPreferences = {
  readonly lang?: (typeof langs)[number];
  readonly scheme?: (typeof schemes)[number];
  /** A local address. */
  readonly back: string;
};

/** A place on this server to go back to; anything else becomes "/". */
export function localAddress(wanted: string | null | undefined): string {
  // One slash at the beginning, no backslash, no control character: browsers read "//host" and "/\host" as other sites.
  if (!wanted || !/^\/(?![/\\])[^\\\p{Cc}\s]*$/u.test(wanted)) return '/';
  const base = 'http://local.invalid';
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : undefined;
  // The parser folds "/./" and "/../", so what it made is looked at once more.
  return url?.origin === base && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/';
}

/** Reads the form of the two switches: `jezyk` or `wyglad`, and `wroc`. Unknown values are left out. */
export function readPreferences(form: URLSearchParams): ChosenPreferences {
  const lang = langs.find((known) => known === form.get('jezyk'));
  const scheme = schemes.find((known) => known === form.get('wyglad'));
  return { back: localAddress(form.get('wroc')), ...(lang && { lang }), ...(scheme && { scheme }) };
}
