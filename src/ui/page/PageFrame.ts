import type { Lang } from '#ui/texts/texts.ts';

/** What the person chose to see: as the device says, always light, always dark. */
export type Scheme = 'auto' | 'light' | 'dark';

/** Addresses of the served assets; made once at start. */
export type AssetLinks = {
  readonly css: string;
  readonly js: string;
  /** Fonts worth fetching before the stylesheet is read. */
  readonly preloadFonts: readonly string[];
};

/** What every page needs to know about the request it answers; one object a request, handed to a layout as `frame`. */
export type PageFrame = {
  readonly lang: Lang;
  readonly scheme: Scheme;
  readonly assets: AssetLinks;
  /** Local address of this page with its query; the language and appearance switches come back to it. */
  readonly path: string;
  /** Shows the banner that this is a demonstration. */
  readonly demo: boolean;
};

/** The centre as a page shows it. */
export type CentreOnPage = {
  readonly slug: string;
  readonly name: string;
  /** For narrow bars and window titles: "CUS Solec Kujawski". */
  readonly shortName?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly address?: string | undefined;
  readonly hours?: string | undefined;
  /** The centre's own site. */
  readonly website?: string | undefined;
  /** Where one writes to the centre. */
  readonly helpHref?: string | undefined;
};

/** Where the form of language and appearance is sent. */
export const preferencesAddress = '/ustawienia';
