import type { Module } from '#platform/module.ts';
import { listProvidersWithMembers } from './store/memberStore.ts';
import { changePassword, endAllOwnSessions, endOwnSession, showAccount } from './web/account/doors.tsx';
import { acceptFromProvider, refusedByProvider, returnFromProvider, startAtProvider } from './web/identityProvider/doors.ts';
import { requestPassword, setPassword, showPasswordRequest, showSetPassword } from './web/newPassword/doors.tsx';
import { beginEnrol, finishEnrol, giveOneTimeCode, showEnrol, showOneTimeCode } from './web/oneTimeCode/doors.tsx';
import { showSignIn, signIn } from './web/signIn/door.tsx';
import { signOut } from './web/signIn/signOut.ts';
import { mayManageUsers } from './policy.ts';
import { staffTexts } from './texts/staff.ts';
import {
  endUserRole,
  giveUserRole,
  listUsers,
  sendInvite,
  showInvite,
  showUser,
  signOutUser,
  turnUserCodesOff,
} from './web/users/doors.tsx';
import { enterByLink, requestLink, showEnterByLink, showLinkRequest } from './web/signInLink/doors.tsx';

export const accountsModule: Module = {
  name: 'accounts',
  doors: [
    showSignIn,
    signIn,
    signOut,
    showLinkRequest,
    requestLink,
    showEnterByLink,
    enterByLink,
    showOneTimeCode,
    giveOneTimeCode,
    showEnrol,
    beginEnrol,
    finishEnrol,
    showPasswordRequest,
    requestPassword,
    showSetPassword,
    setPassword,
    startAtProvider,
    returnFromProvider,
    acceptFromProvider,
    refusedByProvider,
    showAccount,
    endOwnSession,
    endAllOwnSessions,
    changePassword,
    listUsers,
    showInvite,
    sendInvite,
    showUser,
    giveUserRole,
    endUserRole,
    signOutUser,
    turnUserCodesOff,
  ],
  navigation: [{ area: 'staff', path: '/praca/uzytkownicy', order: 85, may: mayManageUsers, label: () => staffTexts.in('pl')('nav') }],
  auditEvents: {
    'accounts.session.started': { pl: 'Zalogowanie', en: 'Signing in', uk: 'Вхід' },
    'accounts.session.refused': { pl: 'Nieudane logowanie', en: 'A failed sign-in', uk: 'Невдалий вхід' },
    'accounts.session.ended': { pl: 'Wylogowanie', en: 'Signing out', uk: 'Вихід' },
    'accounts.sessions.ended': {
      pl: 'Wylogowanie ze wszystkich urządzeń',
      en: 'Signing out on all devices',
      uk: 'Вихід на всіх пристроях',
    },
    'accounts.link.sent': { pl: 'Wysłanie linku do logowania', en: 'A sign-in link was sent', uk: 'Надіслано посилання для входу' },
    'accounts.code.refused': { pl: 'Błędny kod jednorazowy', en: 'A wrong one-time code', uk: 'Неправильний одноразовий код' },
    'accounts.codes.on': { pl: 'Włączenie kodów jednorazowych', en: 'One-time codes were turned on', uk: 'Увімкнено одноразові коди' },
    'accounts.password.asked': { pl: 'Prośba o nowe hasło', en: 'A new password was asked for', uk: 'Запит на новий пароль' },
    'accounts.password.set': {
      pl: 'Ustawienie hasła linkiem z listu',
      en: 'A password was set by a link',
      uk: 'Пароль встановлено за посиланням',
    },
    'accounts.password.changed': { pl: 'Zmiana hasła', en: 'The password was changed', uk: 'Пароль змінено' },
    'accounts.users.read': {
      pl: 'Przejrzenie listy użytkowników',
      en: 'The list of users was seen',
      uk: 'Переглянуто список користувачів',
    },
    'accounts.user.read': { pl: 'Obejrzenie konta użytkownika', en: "A user's account was seen", uk: 'Переглянуто обліковий запис' },
    'accounts.user.invited': { pl: 'Zaproszenie użytkownika', en: 'A user was invited', uk: 'Запрошено користувача' },
    'accounts.user.signedOut': {
      pl: 'Wylogowanie użytkownika przez administratora',
      en: 'A user was signed out by the administrator',
      uk: 'Адміністратор завершив сеанси користувача',
    },
    'accounts.codes.off': {
      pl: 'Wyłączenie kodów jednorazowych przez administratora',
      en: 'One-time codes were turned off by the administrator',
      uk: 'Адміністратор вимкнув одноразові коди',
    },
    'accounts.role.ended': { pl: 'Odebranie roli w centrum', en: 'A role in the centre was ended', uk: 'Роль у центрі припинено' },
    'accounts.role.given': { pl: 'Nadanie roli w centrum', en: 'A role in the centre was given', uk: 'Надано роль у центрі' },
  },
  listUsed: async ({ tx }, kind, ids) => (kind === 'provider' ? listProvidersWithMembers(tx, ids) : []),
};
