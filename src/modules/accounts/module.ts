import type { Module } from '#platform/module.ts';
import { showSignIn, signIn } from './web/signIn/door.tsx';
import { signOut } from './web/signIn/signOut.ts';

export const accountsModule: Module = {
  name: 'accounts',
  doors: [showSignIn, signIn, signOut],
  auditEvents: {
    'accounts.session.started': { pl: 'Zalogowanie', en: 'Signing in', uk: 'Вхід' },
    'accounts.session.refused': { pl: 'Nieudane logowanie', en: 'A failed sign-in', uk: 'Невдалий вхід' },
    'accounts.session.ended': { pl: 'Wylogowanie', en: 'Signing out', uk: 'Вихід' },
    'accounts.role.given': { pl: 'Nadanie roli w centrum', en: 'A role in the centre was given', uk: 'Надано роль у центрі' },
  },
};
