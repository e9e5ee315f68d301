import type { Child } from 'hono/jsx';
import { rolesOf } from '#shared/actor.ts';
import { staffRoles, type Role } from '#shared/roles.ts';
import { PortalLayout, ProviderLayout, StaffLayout, type Crumb, type NavItem, type PageFrame } from '#ui/index.ts';
import type { FieldError } from '#platform/http/form.ts';
import type { PageContext } from '#platform/http/context.ts';
import type { Language } from '#platform/i18n/index.ts';
import { frameTexts, isKnownFieldError } from './texts.ts';

// Layouts bound to a request: a page names its title and content, the rest follows from who asks.

export interface PageParts {
  readonly title: string;
  readonly description?: string;
  readonly crumbs?: readonly Crumb[];
  readonly hero?: Child;
  readonly width?: 'narrow' | 'wide';
  /** The page came back with mistakes: the window's title says so first. */
  readonly hasErrors?: boolean;
  readonly children?: Child;
}

function frameOf(c: PageContext): PageFrame {
  const query = c.query.size > 0 ? `?${c.query.toString()}` : '';
  return { lang: c.lang, scheme: c.scheme, assets: c.world.assets, path: c.path + query, demo: c.world.isDemo };
}
const flashOf = (c: PageContext) => (c.notice ? [{ tone: 'success' as const, text: c.notice }] : []);
function centreOf(c: PageContext) {
  if (!c.centre) return undefined;
  const { slug, displayName, phone, email, address, hours, website } = c.centre;
  return {
    slug,
    name: displayName,
    ...(phone && { phone }),
    ...(email && { email }),
    ...(address && { address }),
    ...(hours && { hours }),
    ...(website && { website }),
    helpHref: c.at('/pomoc'),
  };
}

/**
 * The first page of those who work in this centre or for it, or undefined for somebody signed in who does neither:
 * no link may lead people to a door closed to them. A stranger is taken for staff about to sign in.
 */
export function workplaceOf(c: Pick<PageContext, 'centre' | 'actor' | 'at'>): string | undefined {
  if (!c.centre) return undefined;
  if (c.actor.kind !== 'user') return c.at('/praca');
  const isOneOf = (wanted: readonly Role[]) => rolesOf(c.actor).some((role) => wanted.includes(role));
  if (isOneOf(staffRoles)) return c.at('/praca');
  return isOneOf(['providerManager', 'providerWorker']) ? c.at('/wykonawca') : undefined;
}

/** A page for residents, with or without a centre. */
export function PortalPage({ c, ...parts }: PageParts & { readonly c: PageContext }) {
  const t = frameTexts.in(c.lang);
  const item = (path: string, label: string): NavItem => ({
    label,
    href: c.at(path),
    current: c.path === c.at(path) || c.path.startsWith(`${c.at(path)}/`),
  });
  const navigation = c.centre
    ? [item('/uslugi', t('nav.services')), item('/zgloszenie', t('nav.ask')), item('/moja-sprawa', t('nav.myCase'))]
    : [];
  const centre = centreOf(c);
  return (
    <PortalLayout
      frame={frameOf(c)}
      title={parts.title}
      {...(parts.description && { description: parts.description })}
      {...(centre && { centre })}
      navigation={navigation}
      staffHref={workplaceOf(c)}
      {...(parts.crumbs && { crumbs: parts.crumbs })}
      flash={flashOf(c)}
      {...(parts.hero !== undefined && { hero: parts.hero })}
      width={parts.width ?? 'wide'}
      hasErrors={parts.hasErrors ?? false}
    >
      {parts.children}
    </PortalLayout>
  );
}

function work(c: PageContext, area: 'staff' | 'provider') {
  const t = frameTexts.in(c.lang);
  const items = c.world.modules
    .flatMap((module) => module.navigation ?? [])
    .filter((item) => item.area === area && item.may.allows(c.actor).allowed)
    .toSorted((a, b) => a.order - b.order);
  const best = items
    .filter((item) => c.path === c.at(item.path) || c.path.startsWith(`${c.at(item.path)}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
  const navigation: NavItem[] = items.map((item) => ({
    label: item.label(c.lang),
    href: c.at(item.path),
    current: item === best,
    count: c.waiting.get(item.path),
  }));
  const user =
    c.actor.kind === 'user'
      ? {
          name: c.actor.name,
          role: rolesOf(c.actor)
            .map((role) => t(`role.${role}`))
            .join(', '),
          links: [
            { label: t('nav.account'), href: c.at('/konto') },
            { label: t('nav.portal'), href: c.at('/') },
          ],
          signOut: c.at('/wyloguj'),
          idempotencyKey: c.submissionKey(),
        }
      : undefined;
  return { frame: frameOf(c), navigation, flash: flashOf(c), ...(user && { user }) };
}

/** A page for the centre's staff. */
export function StaffPage({ c, ...parts }: PageParts & { readonly c: PageContext }) {
  return (
    <StaffLayout
      {...work(c, 'staff')}
      title={parts.title}
      centre={{ name: c.centre?.displayName ?? '' }}
      home={c.at('/praca')}
      width={parts.width ?? 'wide'}
      hasErrors={parts.hasErrors ?? false}
      {...(parts.crumbs && { crumbs: parts.crumbs })}
    >
      {parts.children}
    </StaffLayout>
  );
}

/** A page for providers and their workers, with an account or by a link. */
export function ProviderPage({ c, ...parts }: PageParts & { readonly c: PageContext }) {
  return (
    <ProviderLayout
      {...work(c, 'provider')}
      title={parts.title}
      centre={{ name: c.centre?.displayName ?? '' }}
      home={c.at('/wykonawca')}
      width={parts.width ?? 'wide'}
      hasErrors={parts.hasErrors ?? false}
      {...(parts.crumbs && { crumbs: parts.crumbs })}
    >
      {parts.children}
    </ProviderLayout>
  );
}

/**
 * Mistakes in words, for `ErrorSummary` and the fields. A form may word its own codes or say a common
 * one better ("Wpisz imię" rather than "Uzupełnij to pole") through `say`; the summary names the fields of all others.
 */
export function inWords(
  lang: Language,
  errors: readonly FieldError[],
  say?: (field: string, code: string) => string | undefined,
): { field: string; message: string; isGeneral: boolean }[] {
  const t = frameTexts.in(lang);
  return errors.map(({ field, code, values }) => {
    const own = say?.(field, code);
    const common = t(`error.${isKnownFieldError(code) ? (code as 'required') : 'wrong'}`, values);
    // A limit that nobody told has no place in a sentence.
    const message = own ?? (common.includes('{{') ? t('error.wrong') : common);
    return { field, message, isGeneral: own === undefined };
  });
}
