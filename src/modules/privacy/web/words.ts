import { roles, type Role } from '#shared/roles.ts';
import { frameTexts } from '#platform/html/index.ts';
import type { Language } from '#platform/i18n/index.ts';
import type { World } from '#platform/world.ts';
import type { LogRow } from '../store/logStore.ts';
import { staffTexts, texts } from '../texts/texts.ts';

/** What happened, in words of the module that wrote it. */
export function eventInWords(world: World, event: string, lang: Language): string {
  for (const module of world.modules) {
    const words = module.auditEvents?.[event];
    if (words) return words[lang];
  }
  return texts.in(lang)('other');
}
/** Everybody who can stand in the log as a role, in words; the text as it is for anything else. */
export function roleInWords(role: string | null, lang: Language): string {
  const known = roles.find((each) => each === role) as Role | undefined;
  return known ? frameTexts.in(lang)(`role.${known}`) : (role ?? '');
}
/** Who did it, for the person concerned. */
export function actorInWords(row: LogRow, lang: Language): string {
  const t = texts.in(lang);
  switch (row.actorKind) {
    case 'user':
      return row.actorRole ? t('withRole', { name: row.actorLabel, role: roleInWords(row.actorRole, lang) }) : row.actorLabel;
    case 'caseHolder':
      return t('you');
    case 'orderLink':
      return t('byLink');
    case 'system':
      return t('program');
    default:
      return t('visitor');
  }
}
/** Why a role looks into cases, for the person concerned. */
export function reasonInWords({ actorKind, actorRole }: LogRow, lang: Language): string | null {
  const known = actorKind === 'user' ? lookingRoles.find((each) => each === actorRole) : undefined;
  return known ? texts.in(lang)(`why.${known}`) : null;
}
const lookingRoles = [
  'frontDesk',
  'planCoordinator',
  'serviceOrganiser',
  'communityOrganiser',
  'director',
  'providerManager',
  'providerWorker',
  'accountant',
  'dataProtectionOfficer',
] as const satisfies readonly Role[];

/** Who did it, for the officer: by name where there is one, and otherwise by how they came in. */
export function actorForOfficer(row: Pick<LogRow, 'actorKind' | 'actorLabel'>): string {
  const t = texts.in('pl');
  switch (row.actorKind) {
    case 'user':
      return row.actorLabel;
    case 'caseHolder':
      return staffTexts.in('pl')('byCode');
    case 'orderLink':
      return t('byLink');
    case 'system':
      return t('program');
    default:
      return t('visitor');
  }
}
