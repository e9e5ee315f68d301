import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildAssets } from '#platform/html/assets.ts';
import { assetSources } from './assetSources.ts';
import { AreaIcon, CardGrid, CardLink, Heading, Lead, PortalLayout, SearchForm, Tags } from './index.ts';
import type { PageFrame } from './index.ts';

const assets = buildAssets(assetSources);
const limit = 60_000;

/** Bytes of an answer as it goes over the wire. */
const wire = (address: string) => {
  const asset = assets.files.get(address);
  if (!asset) throw new Error(`nothing is served at ${address}`);
  return (asset.brotli ?? asset.plain).length;
};

const frame: PageFrame = { lang: 'pl', scheme: 'auto', assets: assets.links, path: '/wzorowo', demo: true };

/** A list of services as full as a portal page gets. */
const page = String(
  <PortalLayout
    frame={frame}
    title="Usługi"
    centre={{
      slug: 'wzorowo',
      name: 'Centrum Usług Społecznych we Wzorowie',
      phone: '+48 00 000 00 00',
      email: 'cus@example.org',
      address: 'ul. Wzorowa 1',
    }}
    hero={
      <>
        <Heading level={1}>W czym możemy pomóc?</Heading>
        <Lead>Jedno miejsce na wszystkie usługi.</Lead>
        <SearchForm action="/wzorowo/szukaj" look="large" />
      </>
    }
  >
    <CardGrid>
      {Array.from({ length: 60 }, (_, index) => (
        <CardLink
          href={`/wzorowo/uslugi/${index}`}
          title={`Usługa numer ${index * 7919}`}
          text={`Opis usługi o numerze ${index * 104729}, dla osób od ${index} roku życia, w tygodniu ${index % 52}.`}
          meta={<Tags items={[{ label: 'bezpłatna' }, { label: `od ${index} lat`, tone: 'accent' }]} />}
          icon={<AreaIcon code="DISABILITY" />}
        />
      ))}
    </CardGrid>
  </PortalLayout>,
);

test('the first visit to a portal page takes at most 60 kB over the wire', () => {
  const parts = {
    // Counted even if the page itself is sent plain by a server before us.
    html: gzipSync(page).length,
    css: wire(assets.links.css),
    js: wire(assets.links.js),
    fonts: assets.links.preloadFonts.map(wire).reduce((sum, bytes) => sum + bytes, 0),
    favicon: wire('/favicon.svg'),
  };
  const total = Object.values(parts).reduce((sum, bytes) => sum + bytes, 0);
  expect(parts.css).toBeGreaterThan(5000);
  expect(parts.fonts).toBeGreaterThan(10_000);
  if (total > limit) throw new Error(`${total} bytes: ${JSON.stringify(parts)}`);
});

test('Polish pages do not ask for the Cyrillic font', () => {
  expect(assets.links.preloadFonts.map((address) => address.split('.')[0])).toEqual([
    '/assets/nunito-sans-latin',
    '/assets/nunito-sans-polski',
  ]);
  expect([...assets.files.keys()].some((address) => address.includes('cyrylica'))).toBe(true);
});
