import { z } from 'zod';
import type { Role } from '#shared/roles.ts';
import {
  audits,
  auditsNothing,
  centreDoor,
  NotFound,
  page,
  readForm,
  redirect,
  type CentreContext,
  type FieldError,
} from '#platform/http/index.ts';
import { text } from '#platform/http/fields.ts';
import { mayManageUsers, rolesToGive } from '../../policy.ts';
import { findMember, listMembers, listMemberships } from '../../store/memberStore.ts';
import { staffTexts } from '../../texts/staff.ts';
import { endRole } from '../../usecases/endRole.ts';
import { endAllOf, turnCodesOff } from '../../usecases/sessions.ts';
import { giveRole } from '../../usecases/giveRole.ts';
import { inviteUser } from '../../usecases/inviteUser.ts';
import { email } from '../fields.ts';
import { InvitePage } from './InvitePage.tsx';
import { UserPage } from './UserPage.tsx';
import { UsersPage } from './UsersPage.tsx';

const t = staffTexts.in('pl');
const roleIn = ({ centre }: CentreContext<object>) =>
  z.string().refine((given): given is Role => (rolesToGive(centre.kind) as readonly string[]).includes(given), 'choose-one');

export const listUsers = centreDoor({
  method: 'GET',
  path: '/praca/uzytkownicy',
  may: mayManageUsers,
  audit: audits('accounts.users.read'),
  handle: async (c) => page(<UsersPage c={c} members={await listMembers(c.scope.tx)} />),
});

export const showInvite = centreDoor({
  method: 'GET',
  path: '/praca/uzytkownicy/zapros',
  may: mayManageUsers,
  audit: auditsNothing('no personal data'),
  handle: (c) => page(<InvitePage c={c} errors={[]} />),
});

const inviteForm = (c: CentreContext) => z.object({ name: text(120), email: email(), role: roleIn(c) });
export const sendInvite = centreDoor({
  method: 'POST',
  path: '/praca/uzytkownicy/zapros',
  may: mayManageUsers,
  audit: audits('accounts.user.invited'),
  handle: async (c) => {
    const read = readForm(inviteForm(c), c.fields);
    if (!read.ok) return page(<InvitePage c={c} errors={read.errors} />, 422);
    const invited = await inviteUser(c.scope, read.value);
    if (!invited.ok) return page(<InvitePage c={c} errors={[{ field: 'role', code: 'choose-one' }]} />, 422);
    c.concerns({ detail: { userId: invited.value.userId } });
    return redirect(c.at(`/praca/uzytkownicy/${invited.value.userId}`), t('invited'));
  },
});

type WithUser = CentreContext<{ readonly userId: string }>;
async function draw(c: WithUser, errors: readonly FieldError[] = []) {
  const member = await findMember(c.scope.tx, c.params.userId);
  if (!member) throw new NotFound('user');
  c.concerns({ detail: { userId: member.userId } });
  return <UserPage c={c} member={member} memberships={await listMemberships(c.scope.tx, member.userId)} errors={errors} />;
}
/** Another centre's person is a 404. */
async function requireMember(c: WithUser): Promise<string> {
  if (!(await findMember(c.scope.tx, c.params.userId))) throw new NotFound('user');
  c.concerns({ detail: { userId: c.params.userId } });
  return c.params.userId;
}
const backTo = (c: WithUser, notice: string) => redirect(c.at(`/praca/uzytkownicy/${c.params.userId}`), notice);

export const showUser = centreDoor({
  method: 'GET',
  path: '/praca/uzytkownicy/:userId',
  may: mayManageUsers,
  audit: audits('accounts.user.read'),
  handle: async (c) => page(await draw(c)),
});

export const giveUserRole = centreDoor({
  method: 'POST',
  path: '/praca/uzytkownicy/:userId/rola',
  may: mayManageUsers,
  audit: auditsNothing('the use case writes it'),
  handle: async (c) => {
    const userId = await requireMember(c);
    const read = readForm(z.object({ role: roleIn(c) }), c.fields);
    if (!read.ok) return page(await draw(c, read.errors), 422);
    const given = await giveRole(c.scope, { userId, role: read.value.role });
    return backTo(c, t(given.ok && given.value.isNew ? 'given' : 'already'));
  },
});

export const endUserRole = centreDoor({
  method: 'POST',
  path: '/praca/uzytkownicy/:userId/rola/:membershipId/odbierz',
  may: mayManageUsers,
  audit: audits('accounts.role.ended'),
  handle: async (c) => {
    const userId = await requireMember(c);
    const ended = await endRole(c.scope, { userId, membershipId: c.params.membershipId });
    if (!ended.ok) return page(await draw(c, [{ field: '', code: ended.refusal }]), 409);
    return backTo(c, t('ended'));
  },
});

export const signOutUser = centreDoor({
  method: 'POST',
  path: '/praca/uzytkownicy/:userId/wyloguj',
  may: mayManageUsers,
  audit: audits('accounts.user.signedOut'),
  handle: async (c) => {
    await endAllOf(c.scope, await requireMember(c));
    return backTo(c, t('signedOut'));
  },
});

export const turnUserCodesOff = centreDoor({
  method: 'POST',
  path: '/praca/uzytkownicy/:userId/kody/wylacz',
  may: mayManageUsers,
  audit: audits('accounts.codes.off'),
  handle: async (c) => {
    const member = await findMember(c.scope.tx, await requireMember(c));
    if (!member) throw new NotFound('user');
    await turnCodesOff(c.scope, member);
    return backTo(c, t('codesAreOff'));
  },
});
