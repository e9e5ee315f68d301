/** What is wrong with a password someone wants to have. */
export type PasswordFault = 'too-short' | 'too-long' | 'has-own-name' | 'too-common';

export const shortestPassword = 12;
export const longestPassword = 128;

// What people write first when asked for something longer: stems, without digits and signs around them.
const commonStems = new Set(
  `haslo hasło mojehaslo mojehasło tajnehaslo tajnehasło dobrehaslo hasłohasło haslohaslo password passwordpassword passw0rd mypassword admin administrator
  adminadmin qwerty qwertyuiop qwertyqwerty qwertyuiopasdfghjkl asdfghjkl asdfasdf zxcvbnm zaqwsx zaqwsxcde qazwsx qazwsxedc zaq1@wsx zaq12wsx letmein
  welcome witaj witajcie polska polskapolska warszawa kochamcie kochamciebie misiek monika bartek mateusz okienko centrum centrumuslug
  centrumusługspołecznych centrumuslugspolecznych mops gops cus urzad urząd urzadgminy dragon football iloveyou abcdefghijkl abcdefghijklm abc`.split(
    /\s+/,
  ),
);
const sequences = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', '98765432109876543210', 'qwertyuiopasdfghjklzxcvbnm'];

/**
 * Length counts for more than kinds of characters: a sentence is a good password. Refused are short ones, one's own
 * name or address, and what is guessed first.
 * @returns the first fault, or null when the password may be used
 */
export function passwordFault(password: string, owner: { readonly email: string; readonly name?: string }): PasswordFault | null {
  const length = [...password].length;
  if (length < shortestPassword) return 'too-short';
  if (length > longestPassword) return 'too-long';
  const folded = password.normalize('NFKC').toLowerCase();
  const email = owner.email.toLowerCase();
  const own = [email, email.split('@')[0] ?? '', ...(owner.name ?? '').toLowerCase().split(/\s+/)].filter((part) => part.length >= 4);
  const left = own.reduce((rest, part) => rest.replaceAll(part, ''), folded);
  if ([...left].length < 6 && left !== folded) return 'has-own-name';
  if (new Set(folded).size < 5) return 'too-common';
  if (sequences.some((sequence) => sequence.includes(folded) || folded.includes(sequence.slice(0, 12)))) return 'too-common';
  const stem = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return commonStems.has(stem) || commonStems.has(folded) ? 'too-common' : null;
}
