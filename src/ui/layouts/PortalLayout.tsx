import type { Child } from 'hono/jsx';
import { Breadcrumbs } from '#ui/breadcrumbs/Breadcrumbs.tsx';
import type { Crumb } from '#ui/breadcrumbs/Breadcrumbs.tsx';
import { CentreContact } from '#ui/centreContact/CentreContact.tsx';
import { Flash } from '#ui/flash/Flash.tsx';
import type { FlashMessage } from '#ui/flash/Flash.tsx';
import { SearchIcon, WindowMark } from '#ui/icons/icons.tsx';
import type { CentreOnPage, PageFrame } from '#ui/page/PageFrame.ts';
import type { NavItem } from '#ui/sectionNav/SectionNav.tsx';
import { textsIn, useTexts } from '#ui/texts/texts.ts';
import { Document } from './Document.tsx';
import { DemoBanner, LanguageSwitch, SchemeSwitch } from './Preferences.tsx';

export type PortalLayoutProps = {
  readonly frame: PageFrame;
  /** The page's own name; it leads the window's title. */
  readonly title: string;
  readonly description?: string | undefined;
  /** Absent on the page where a centre is chosen. */
  readonly centre?: CentreOnPage | undefined;
  /** Links beside the centre's name, such as "Usługi", "Moja sprawa". */
  readonly navigation?: readonly NavItem[] | undefined;
  /** Where "Szukaj usługi" leads; absent hides it. */
  readonly search?: string | undefined;
  readonly crumbs?: readonly Crumb[] | undefined;
  readonly flash?: readonly FlashMessage[] | undefined;
  /** Links of the footer; the accessibility statement and privacy are required by law on every page. */
  readonly accessibilityHref?: string | undefined;
  readonly privacyHref?: string | undefined;
  readonly staffHref?: string | undefined;
  /** A band of the full width above the content: the greeting and search of the home page. */
  readonly hero?: Child;
  /** narrow: one question or text at a comfortable width. */
  readonly width?: 'narrow' | 'wide' | undefined;
  readonly noIndex?: boolean | undefined;
  readonly hasErrors?: boolean | undefined;
  readonly children?: Child;
};

function Contact({ centre, demo }: { readonly centre: CentreOnPage; readonly demo: boolean }) {
  const t = useTexts();
  return (
    <section class="ok-footer-part">
      <h2 class="ok-footer-heading">{t.contact}</h2>
      <CentreContact centre={centre} />
      {demo ? <p>{t.contactInDemo}</p> : null}
      {centre.helpHref ? (
        <p>
          <a href={centre.helpHref}>{t.writeToUs}</a>
        </p>
      ) : null}
    </section>
  );
}

/** Pages for residents. */
export function PortalLayout(props: PortalLayoutProps) {
  const { frame, title, centre, width = 'wide' } = props;
  const t = textsIn(frame.lang);
  const home = centre ? `/${centre.slug}` : '/';
  const page = width === 'narrow' ? 'ok-frame ok-page ok-page-narrow' : 'ok-frame ok-page';
  const crumbs = props.crumbs ? <Breadcrumbs items={props.crumbs} /> : null;
  const content = (
    <>
      {props.flash ? <Flash messages={props.flash} /> : null}
      {props.children}
    </>
  );
  return (
    <Document
      frame={frame}
      title={[title, centre?.shortName ?? centre?.name ?? '']}
      description={props.description}
      place="portal"
      noIndex={props.noIndex ?? false}
      hasErrors={props.hasErrors}
    >
      <header class="ok-header">
        {frame.demo ? <DemoBanner /> : null}
        <div class="ok-tools ok-frame">
          <LanguageSwitch frame={frame} />
          <SchemeSwitch frame={frame} />
        </div>
        <div class="ok-header-bar ok-frame">
          <a class="ok-brand" href={home}>
            <WindowMark />
            <span>
              <strong>{centre?.name ?? t.product}</strong>
              <small>{centre ? t.product : t.productClaim}</small>
            </span>
          </a>
          {props.navigation?.length || props.search ? (
            <nav class="ok-header-nav" aria-label={t.mainNavigation}>
              <ul>
                {props.navigation?.map((item) => (
                  <li>
                    <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                      {item.label}
                    </a>
                  </li>
                ))}
                {props.search ? (
                  <li>
                    <a class="ok-header-search" href={props.search}>
                      <SearchIcon />
                      {t.searchEntry}
                    </a>
                  </li>
                ) : null}
              </ul>
            </nav>
          ) : null}
        </div>
      </header>
      {props.hero ? (
        <main id="tresc" tabindex={-1}>
          <div class="ok-hero">
            <div class="ok-frame">{props.hero}</div>
          </div>
          <div class={page}>
            {crumbs}
            <div class="ok-content">{content}</div>
          </div>
        </main>
      ) : (
        <div class={page}>
          {crumbs}
          <main class="ok-content" id="tresc" tabindex={-1}>
            {content}
          </main>
        </div>
      )}
      <footer class="ok-footer">
        <div class="ok-frame ok-footer-columns">
          {centre ? <Contact centre={centre} demo={frame.demo} /> : null}
          <nav class="ok-footer-part" aria-label={t.footerNavigation}>
            <h2 class="ok-footer-heading">{t.footerNavigation}</h2>
            <ul>
              <li>
                <a href={props.accessibilityHref ?? `${home === '/' ? '' : home}/dostepnosc`}>{t.accessibility}</a>
              </li>
              <li>
                <a href={props.privacyHref ?? `${home === '/' ? '' : home}/prywatnosc`}>{t.privacy}</a>
              </li>
              <li>
                <a href="/zgodnosc">{t.openData}</a>
              </li>
              {props.staffHref ? (
                <li>
                  <a href={props.staffHref}>{t.staffSignIn}</a>
                </li>
              ) : null}
            </ul>
          </nav>
          <div class="ok-footer-part">
            <h2 class="ok-footer-heading">{t.schemeSwitch}</h2>
            <SchemeSwitch frame={frame} />
          </div>
        </div>
      </footer>
    </Document>
  );
}
