import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { raw } from 'hono/html';
import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { Gallery } from '#ui/gallery.tsx';
import { ErrorLayout } from '#ui/layouts/ErrorLayout.tsx';
import { PortalLayout } from '#ui/layouts/PortalLayout.tsx';
import { ProviderLayout, StaffLayout } from '#ui/layouts/StaffLayout.tsx';
import type { PageFrame } from '#ui/page/PageFrame.ts';
import { Heading } from '#ui/text/Text.tsx';
import { catalogue } from './catalogue.ts';

const ui = join(import.meta.dirname, '..');
const frame: PageFrame = {
  lang: 'pl',
  scheme: 'auto',
  assets: { css: '/assets/a.css', js: '/assets/a.js', preloadFonts: ['/assets/a.woff2'] },
  path: '/x?y=1',
  demo: true,
};
const centre = { slug: 'wzorowo', name: 'Centrum Usług Społecznych we Wzorowie', phone: '+48 00 000 00 00', email: 'cus@example.org' };
const components = catalogue.flatMap((group) => group.components);

/** What a strict content policy would refuse, and what breaks accessibility. Colours need a browser. */
async function faultsOf(html: string): Promise<string[]> {
  // The icon rule asks for a canvas, which is not here; it is told so quietly.
  const { window } = new JSDOM(html, { virtualConsole: new VirtualConsole() });
  const { document } = window;
  const refused = [...document.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes]
      .filter(({ name }) => name === 'style' || name.startsWith('on'))
      .map(({ name }) => `${element.tagName} has ${name}`),
  );
  const inline = [...document.querySelectorAll('script:not([src], [type="application/ld+json"]), style')].map(
    (element) => `inline ${element.tagName}`,
  );
  const { violations } = await axe.run(document.documentElement, {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    rules: { 'color-contrast': { enabled: false } },
    elementRef: false,
    resultTypes: ['violations'],
  });
  window.close();
  return [
    ...refused,
    ...inline,
    ...violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`),
  ];
}

function pageWith(content: string, ownHeading: boolean): string {
  return `<!DOCTYPE html><html lang="pl"><head><title>Przykład</title></head><body><main>${ownHeading ? '' : '<h1>Przykład</h1><h2>Część</h2>'}${content}</main></body></html>`;
}

describe.each(components)('$folder', ({ examples }) => {
  test.each(examples)('$name', async ({ show }) => {
    const html = String(<>{show()}</>);
    expect(html.length).toBeGreaterThan(10);
    expect(await faultsOf(pageWith(html, html.includes('<h1')))).toEqual([]);
  });
});

test('the check refuses a page with faults', async () => {
  const faults = await faultsOf(pageWith('<input><p style="color:red" onclick="x()">a</p><script>1</script>', false));
  expect(faults.join('\n')).toMatch(/P has style[^]*P has onclick[^]*inline SCRIPT[^]*label/);
});

test('every folder with a component has examples in the gallery', () => {
  const withComponent = globSync('*/[A-Z]*.tsx', { cwd: ui }).map((file) => file.split('/')[0] ?? '');
  const shown = new Set([...components.map((component) => component.folder), 'layouts']);
  expect(withComponent.length).toBeGreaterThan(30);
  expect([...new Set(withComponent)].filter((folder) => !shown.has(folder))).toEqual([]);
});

test('every stylesheet and every element is taken into what is served', () => {
  const styles = readFileSync(join(ui, 'styles.css'), 'utf8');
  const script = readFileSync(join(ui, 'elements.ts'), 'utf8');
  expect(globSync('*/*.css', { cwd: ui }).filter((file) => !styles.includes(`'./${file}'`))).toEqual([]);
  expect(globSync('*/*.element.ts', { cwd: ui }).filter((file) => !script.includes(`'./${file}'`))).toEqual([]);
});

const navigation = [
  { label: 'Sprawy', href: '/sprawy', current: true, count: 3 },
  { label: 'Osoby', href: '/osoby' },
];
const user = { name: 'Maria Przykładowa', role: 'koordynacja IPUS', links: [{ label: 'Moje konto', href: '/konto' }] };
const crumbs = [{ label: 'Start', href: '/' }, { label: 'Tu' }];
const body = <Heading level={1}>Strona</Heading>;
const layouts = [
  {
    name: 'portal',
    page: (
      <PortalLayout
        frame={frame}
        title="Strona"
        centre={centre}
        navigation={navigation}
        search="/szukaj"
        crumbs={crumbs}
        staffHref="/praca"
        flash={[{ tone: 'success', text: 'Zapisano' }]}
      >
        {body}
      </PortalLayout>
    ),
  },
  { name: 'portal without a centre', page: <PortalLayout frame={{ ...frame, lang: 'uk', demo: false }} title="Strona" hero={body} /> },
  {
    name: 'staff',
    page: (
      <StaffLayout frame={frame} title="Strona" centre={centre} home="/praca" user={user} navigation={navigation} crumbs={crumbs}>
        {body}
      </StaffLayout>
    ),
  },
  {
    name: 'provider',
    page: (
      <ProviderLayout frame={{ ...frame, lang: 'en', scheme: 'dark' }} title="Strona" centre={centre} home="/w" navigation={[]}>
        {body}
      </ProviderLayout>
    ),
  },
  {
    name: 'error',
    page: (
      <ErrorLayout frame={frame} title="Nie ma takiej strony" status={404} correlationId="0198">
        <p>Sprawdź adres.</p>
      </ErrorLayout>
    ),
  },
];

test.each(layouts)('layout: $name', async ({ page }) => {
  const html = String(page);
  expect(html).toMatch(/^<!DOCTYPE html><html lang="(pl|uk|en)" data-color-scheme="(auto|dark)"/);
  expect(html).toContain('href="#tresc"');
  expect(html).toContain('id="tresc"');
  expect(await faultsOf(html)).toEqual([]);
});

test('the gallery shows each example twice without repeating an id', async () => {
  const { window } = new JSDOM(String(<Gallery frame={frame} />));
  const ids = [...window.document.querySelectorAll('[id]')].map((element) => element.id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(window.document.querySelectorAll('.ok-example').length).toBe(components.flatMap((component) => component.examples).length);
  for (const label of window.document.querySelectorAll('label[for]')) expect(ids).toContain(label.getAttribute('for'));
});

test('what people typed is never markup', () => {
  const page = String(
    <PortalLayout frame={frame} title={'<script>alert(1)</script>'} centre={{ slug: 'a', name: '"><img src=x onerror=1>' }}>
      {'<b>'}
      {raw('')}
    </PortalLayout>,
  );
  expect(page).not.toContain('<script>alert');
  expect(page).not.toContain('<img');
  expect(page).not.toContain('<b>');
});
