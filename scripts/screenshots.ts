// Takes the pictures of the README from a running demonstration: npm run screenshots -- http://localhost:3000
// Three pages, each as its reader sees it, written to docs/images.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as browserType, type Page } from 'playwright-core';
import { demoCentres, demoPassword } from '#modules/demo/scenarios/people.ts';

const address = (process.argv[2] ?? 'http://localhost:3000').replace(/\/+$/, '');
const folder = join(import.meta.dirname, '../docs/images');
const centre = demoCentres[0];
if (!centre) throw new Error('there is no demonstration centre');

const browser = await browserType.launch({
  executablePath: await chromium.executablePath(),
  args: [...chromium.args.filter((each) => each !== '--single-process' && each !== '--no-zygote'), '--no-sandbox'],
});
try {
  await mkdir(folder, { recursive: true });
  await take('portal', 'light', async (page) => {
    await page.goto(`${address}/${centre.slug}`);
  });
  await take('sprawa', 'light', async (page) => {
    await signIn(page, 'planCoordinator');
    await page.goto(`${address}/${centre.slug}/praca/sprawy?stan=ACTIVE`);
    await page.locator('tbody a').first().click();
  });
  await take('pulpit', 'light', async (page) => {
    await signIn(page, 'director');
    await page.goto(`${address}/${centre.slug}/praca/pulpit`);
  });
} finally {
  await browser.close();
}

async function take(name: string, colorScheme: 'light' | 'dark', go: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1120, height: 760 },
    colorScheme,
    locale: 'pl-PL',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await go(page);
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  process.stdout.write(`${path}  ${await page.title()}\n`);
  await context.close();
}

async function signIn(page: Page, role: 'planCoordinator' | 'director'): Promise<void> {
  const member = centre?.staff.find((each) => each.role === role);
  await page.goto(`${address}/${centre?.slug}/logowanie`);
  await page.locator('input[name="email"]').fill(member?.email ?? '');
  await page.locator('input[name="password"]').fill(demoPassword);
  await Promise.all([
    page.waitForURL((url) => !url.pathname.endsWith('/logowanie')),
    page.locator('input[name="password"]').press('Enter'),
  ]);
}
