import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { PageFrame } from '#ui/page/PageFrame.ts';
import { LanguageContext, textsIn } from '#ui/texts/texts.ts';

export type DocumentProps = {
  readonly frame: PageFrame;
  /** Parts of the window's title, the page first: ["Sprawdź odpowiedzi", "CUS Solec Kujawski"]; the product's name is added. */
  readonly title: readonly string[];
  readonly description?: string | undefined;
  /** Class of the body: which of the four places this is. */
  readonly place: 'portal' | 'staff' | 'provider' | 'plain';
  /** Keeps the page out of search engines; true for everything but public pages. */
  readonly noIndex?: boolean | undefined;
  /** The page came back with mistakes: said first in the title. */
  readonly hasErrors?: boolean | undefined;
  readonly children?: Child;
};

/** The whole HTML document, doctype included. */
export function Document({ frame, title, description, place, noIndex = true, hasErrors, children }: DocumentProps) {
  const t = textsIn(frame.lang);
  const words = [...title.filter(Boolean), t.product].join(' – ');
  return (
    <LanguageContext.Provider value={frame.lang}>
      {raw('<!DOCTYPE html>')}
      <html lang={frame.lang} data-color-scheme={frame.scheme} data-color="accent">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{hasErrors ? `${t.errorTitlePrefix}: ${words}` : words}</title>
          {description ? <meta name="description" content={description} /> : null}
          {noIndex ? <meta name="robots" content="noindex" /> : null}
          <meta name="color-scheme" content={frame.scheme === 'auto' ? 'light dark' : frame.scheme} />
          <meta name="format-detection" content="telephone=no" />
          {frame.assets.preloadFonts.map((font) => (
            <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
          ))}
          <link rel="stylesheet" href={frame.assets.css} />
          <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
          <script src={frame.assets.js} type="module" />
        </head>
        <body class={`ok-body ok-${place}`} data-size="md">
          <a class="ds-skip-link ok-skip" href="#tresc">
            {t.skipToContent}
          </a>
          {children}
        </body>
      </html>
    </LanguageContext.Provider>
  );
}
