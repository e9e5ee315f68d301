import type { CentreScope } from '#platform/http/index.ts';
import { texts } from '../texts/texts.ts';

const link = (scope: CentreScope, path: string) => `${scope.world.publicUrl}/${scope.centre.slug}${path}`;

/** A letter with a link that signs in once. */
export async function mailSignInLink(scope: CentreScope, email: string, token: string, back: string): Promise<void> {
  // The letter goes out only where the account exists; the page says the same in both cases.
  const t = texts.in(scope.lang);
  const address = link(scope, `/logowanie/wejscie?kod=${encodeURIComponent(token)}${back ? `&powrot=${encodeURIComponent(back)}` : ''}`);
  await scope.mail({
    to: email,
    subject: t('mail.link.subject', { centre: scope.centre.displayName }),
    text: t('mail.link.text', { address, centre: scope.centre.displayName }),
  });
}

/** A letter with a link that sets a new password. */
export async function mailNewPassword(
  scope: CentreScope,
  user: { readonly email: string; readonly name: string },
  token: string,
): Promise<void> {
  const t = texts.in(scope.lang);
  const address = link(scope, `/logowanie/ustaw-haslo?kod=${encodeURIComponent(token)}`);
  await scope.mail({
    to: user.email,
    subject: t('mail.password.subject', { centre: scope.centre.displayName }),
    text: t('mail.password.text', { address, name: user.name, centre: scope.centre.displayName }),
  });
}

/** A letter that invites a new worker to set a password. */
export async function mailInvitation(
  scope: CentreScope,
  user: { readonly email: string; readonly name: string },
  token: string,
  role: string,
): Promise<void> {
  const t = texts.in('pl');
  const address = link(scope, `/logowanie/ustaw-haslo?kod=${encodeURIComponent(token)}`);
  await scope.mail({
    to: user.email,
    subject: t('mail.invitation.subject', { centre: scope.centre.displayName }),
    text: t('mail.invitation.text', { address, name: user.name, centre: scope.centre.displayName, role }),
  });
}
/** A letter to somebody who has an account already and got a role in this centre. */
export async function mailNewRole(
  scope: CentreScope,
  user: { readonly email: string; readonly name: string },
  role: string,
): Promise<void> {
  const t = texts.in('pl');
  await scope.mail({
    to: user.email,
    subject: t('mail.role.subject', { centre: scope.centre.displayName }),
    text: t('mail.role.text', { address: link(scope, '/logowanie'), name: user.name, centre: scope.centre.displayName, role }),
  });
}
/** A letter to somebody whose one-time codes an administrator turned off. */
export async function mailCodesOff(scope: CentreScope, user: { readonly email: string; readonly name: string }): Promise<void> {
  const t = texts.in('pl');
  const values = { address: link(scope, '/logowanie'), name: user.name, centre: scope.centre.displayName };
  await scope.mail({ to: user.email, subject: t('mail.codesOff.subject', values), text: t('mail.codesOff.text', values) });
}
