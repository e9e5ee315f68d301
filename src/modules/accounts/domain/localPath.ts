/**
 * The address to come back to after signing in, if it is a plain path of this product; otherwise the
 * fallback. A link must not be able to send people to somebody else's site through our page.
 */
export function localPath(wanted: string, fallback: string): string {
  if (!/^\/[^/\\]/.test(wanted) || wanted.length > 500 || /[\s\\]/.test(wanted)) return fallback;
  const base = 'http://okienko.invalid';
  const parsed = URL.parse(wanted, base);
  return parsed && parsed.origin === base && !parsed.pathname.startsWith('//') ? parsed.pathname + parsed.search : fallback;
}
