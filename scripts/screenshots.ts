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
  await take('portal', async (page) => {
    await page.goto(`${address}/${centre.slug}`);
  });
  let code = '';
  let birthDate = '';
  await take('case', async (page) => {
    await signIn(page, 'planCoordinator');
    await page.goto(`${address}/${centre.slug}/praca/sprawy?stan=ACTIVE`);
    await page.locator('tbody a').first().click();
    code = await textBeside(page, 'Kod sprawy');
    birthDate = await textBeside(page, 'Data urodzenia');
  });
  await take(
    'my-case',
    async (page) => {
      await page.goto(`${address}/${centre.slug}/moja-sprawa`);
      await page.locator('input[name="kod"]').fill(code);
      await page.locator('input[name="data"]').fill(birthDate);
      await Promise.all([page.waitForURL(/moja-sprawa\/./), page.locator('input[name="data"]').press('Enter')]);
    },
    { width: 390, height: 760 },
  );
} finally {
  await browser.close();
}

async function take(name: string, go: (page: Page) => Promise<void>, viewport = { width: 1120, height: 760 }): Promise<void> {
  const context = await browser.newContext({ viewport, colorScheme: 'light', locale: 'pl-PL', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await go(page);
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  process.stdout.write(`${path}  ${await page.title()}\n`);
  await context.close();
}

/** What a list of facts on the page says about something. */
async function textBeside(page: Page, term: string): Promise<string> {
  return (await page.locator('dt', { hasText: term }).first().locator('xpath=following-sibling::dd[1]').innerText()).trim();
}

async function signIn(page: Page, role: 'planCoordinator'): Promise<void> {
  const member = centre?.staff.find((each) => each.role === role);
  await page.goto(`${address}/${centre?.slug}/logowanie`);
  await page.locator('input[name="email"]').fill(member?.email ?? '');
  await page.locator('input[name="password"]').fill(demoPassword);
  await Promise.all([
    page.waitForURL((url) => !url.pathname.endsWith('/logowanie')),
    page.locator('input[name="password"]').press('Enter'),
  ]);
}
