import { fileURLToPath } from 'node:url';

const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect x="2" y="2" width="36" height="36" rx="9" fill="#12665C"/><path fill="#FFD98A" d="M11 19v-3.5a9 9 0 0 1 7.8-8.9V19zM21.2 6.6A9 9 0 0 1 29 15.5V19h-7.8zM11 21.4h7.8V30H11zM21.2 21.4H29V30h-7.8z"/><path stroke="#FFD98A" stroke-width="2.4" stroke-linecap="round" d="M8 33h24"/></svg>`;

/** What the server builds its one stylesheet, one script and fonts from; for `buildAssets` of the platform. */
export const assetSources = {
  styles: fileURLToPath(new URL('./styles.css', import.meta.url)),
  script: fileURLToPath(new URL('./elements.ts', import.meta.url)),
  favicon: mark,
  preloadFonts: ['nunito-sans-latin', 'nunito-sans-polski'],
};
