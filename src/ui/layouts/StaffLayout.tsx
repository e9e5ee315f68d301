import type { Child } from 'hono/jsx';
import { Breadcrumbs } from '#ui/breadcrumbs/Breadcrumbs.tsx';
import type { Crumb } from '#ui/breadcrumbs/Breadcrumbs.tsx';
import { Flash } from '#ui/flash/Flash.tsx';
import type { FlashMessage } from '#ui/flash/Flash.tsx';
import { WindowMark } from '#ui/icons/icons.tsx';
import type { CentreOnPage, PageFrame } from '#ui/page/PageFrame.ts';
import type { NavItem } from '#ui/sectionNav/SectionNav.tsx';
import { textsIn } from '#ui/texts/texts.ts';
import { Document } from './Document.tsx';
import { DemoBanner, LanguageSwitch, SchemeSwitch } from './Preferences.tsx';

/** Who is signed in, as the bar shows it. */
export type UserOnPage = {
  readonly name: string;
  /** As people say it: "koordynatorka IPUS". */
  readonly role: string;
  /** Further links of the user's menu: account, change of role. */
  readonly links?: readonly { readonly label: string; readonly href: string }[] | undefined;
  /** Where the signing-out form is sent; `/wyloguj` unless told. */
  readonly signOut?: string | undefined;
  readonly idempotencyKey?: string | undefined;
};

export type WorkLayoutProps = {
  readonly frame: PageFrame;
  readonly title: string;
  readonly centre: Pick<CentreOnPage, 'name' | 'shortName'>;
  readonly home: string;
  readonly user?: UserOnPage | undefined;
  readonly navigation: readonly NavItem[];
  readonly crumbs?: readonly Crumb[] | undefined;
  readonly flash?: readonly FlashMessage[] | undefined;
  readonly width?: 'narrow' | 'wide' | undefined;
  readonly hasErrors?: boolean | undefined;
  readonly children?: Child;
};

function UserMenu({ user, frame }: { readonly user: UserOnPage; readonly frame: PageFrame }) {
  const t = textsIn(frame.lang);
  return (
    <details class="ok-user">
      <summary>
        <span class="ok-user-initials" aria-hidden="true">
          {user.name.trim().slice(0, 1).toLocaleUpperCase(frame.lang)}
        </span>
        <span>
          <strong>{user.name}</strong>
          <small>{user.role}</small>
        </span>
      </summary>
      <div class="ok-user-menu">
        {user.links?.length ? (
          <ul>
            {user.links.map((link) => (
              <li>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        ) : null}
        <p class="ok-user-heading">{t.languageSwitch}</p>
        <LanguageSwitch frame={frame} />
        <p class="ok-user-heading">{t.schemeSwitch}</p>
        <SchemeSwitch frame={frame} />
        <form action={user.signOut ?? '/wyloguj'} method="post">
          {user.idempotencyKey ? <input type="hidden" name="_key" value={user.idempotencyKey} /> : null}
          <button class="ds-button ok-button-wide" data-variant="secondary" type="submit">
            {t.signOut}
          </button>
        </form>
      </div>
    </details>
  );
}

/** So many entries fit above a page on a phone. */
const fewItems = 4;

function WorkLayout({ place, ...props }: WorkLayoutProps & { readonly place: 'staff' | 'provider' }) {
  const { frame, centre } = props;
  const t = textsIn(frame.lang);
  return (
    <Document frame={frame} title={[props.title, centre.shortName ?? centre.name]} place={place} hasErrors={props.hasErrors}>
      <header class="ok-bar">
        {frame.demo ? <DemoBanner /> : null}
        <div class="ok-bar-row">
          <a class="ok-brand" href={props.home}>
            <WindowMark />
            <span>
              <strong>{centre.shortName ?? centre.name}</strong>
              <small>{t.product}</small>
            </span>
          </a>
          {props.user ? <UserMenu user={props.user} frame={frame} /> : null}
        </div>
      </header>
      <div class="ok-work" data-navigation={props.navigation.length > 0 ? 'side' : 'none'}>
        {props.navigation.length > 0 ? (
          <nav class="ok-side" aria-label={t.mainNavigation}>
            {props.navigation.length > fewItems ? (
              // Unfolds on small screens without scripts; where there is room it is not shown and the list always is.
              <label class="ok-side-fold">
                <input type="checkbox" autocomplete="off" />
                {t.menu}
              </label>
            ) : null}
            <ul>
              {props.navigation.map((item) => (
                <li>
                  <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                    {item.icon}
                    <span>{item.label}</span>
                    {item.count ? <span class="ok-nav-count">{item.count}</span> : null}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <div class={props.width === 'narrow' ? 'ok-work-page ok-page-narrow' : 'ok-work-page'}>
          {props.crumbs ? <Breadcrumbs items={props.crumbs} /> : null}
          <main class="ok-content" id="tresc" tabindex={-1}>
            {props.flash ? <Flash messages={props.flash} /> : null}
            {props.children}
          </main>
        </div>
      </div>
    </Document>
  );
}

/** Pages for the centre's workers. */
export function StaffLayout(props: WorkLayoutProps) {
  return <WorkLayout {...props} place="staff" />;
}

/** Pages for providers: the same frame, with the provider's own name in place of the centre's. */
export function ProviderLayout(props: WorkLayoutProps) {
  return <WorkLayout {...props} place="provider" />;
}
