/** What the reader chose, kept in two cookies without any identifier. */
export type Preferences = {
  readonly lang: 'pl' | 'en' | 'uk';
  readonly scheme: 'auto' | 'light' | 'dark';
};

const langs = ['pl', 'en', 'uk'] as const;
const schemes = ['auto', 'light', 'dark'] as const;
const year = 365 * 24 * 60 * 60;

function oneOf<T extends string>(allowed: readonly T[], value: string | undefined): T | undefined {
  return allowed.find((candidate) => candidate === value);
}

function cookieValue(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/** Reads the preferences of a request from its Cookie header; what is missing or strange is Polish and "as the device says". */
export function readPreferences(cookieHeader: string | undefined): Preferences {
  return {
    lang: oneOf(langs, cookieValue(cookieHeader, 'okienko_jezyk')) ?? 'pl',
    scheme: oneOf(schemes, cookieValue(cookieHeader, 'okienko_wyglad')) ?? 'auto',
  };
}

/** A place on this server to go back to; anything else becomes "/". */
export function localAddress(wanted: string | undefined): string {
  if (wanted === undefined || !/^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/.test(wanted)) return '/';
  const base = 'http://local.invalid';
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : undefined;
  return url?.origin === base ? `${url.pathname}${url.search}` : '/';
}

/**
 * Answers the form of language and appearance: keeps the choice and goes back to the page it came from.
 * Fields: `jezyk` or `wyglad`, and `wroc` with the local address. `secure`: the site is served over https.
 */
export function keepPreferences(form: URLSearchParams, secure: boolean): Response {
  const lang = oneOf(langs, form.get('jezyk') ?? undefined);
  const scheme = oneOf(schemes, form.get('wyglad') ?? undefined);
  const headers = new Headers({ location: localAddress(form.get('wroc') ?? undefined), 'cache-control': 'no-store' });
  const attributes = `Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`;
  if (lang) headers.append('set-cookie', `okienko_jezyk=${lang}; ${attributes}`);
  if (scheme) headers.append('set-cookie', `okienko_wyglad=${scheme}; ${attributes}`);
  return new Response(null, { status: 303, headers });
}
