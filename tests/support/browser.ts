import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';
import type { Centre } from '#platform/http/index.ts';
import { actorOf, type Who, type WhoOptions } from './actors.ts';
import { centreA } from './centres.ts';
import { launchChromium } from './chromium.ts';
import { PageWatch } from './pageWatch.ts';
import { closeAtTheEnd, oncePerFile } from './perFile.ts';
import type { RunningServer } from './server.ts';

export { startServer, type RunningServer } from './server.ts';

export interface PersonOptions extends WhoOptions {
  readonly as?: Who;
  readonly centre?: Centre;
  /** Width and height of the window in CSS pixels; 1280 × 900 unless told. */
  readonly width?: number;
  readonly height?: number;
  /** A telephone 320 px wide with touch. */
  readonly phone?: boolean;
  /** 4: a window of 1280 px enlarged to 400 %, which leaves 320 CSS pixels. */
  readonly zoom?: number;
  readonly javaScript?: boolean;
  readonly dark?: boolean;
  /** Language the browser asks for; Polish unless told. */
  readonly locale?: string;
}

const theBrowser = oncePerFile(async (): Promise<Browser> => {
  const browser = await launchChromium(inject('chromium'));
  closeAtTheEnd(() => browser.close());
  return browser;
});

/** Opens a browser of one person. It closes with the running test. */
export async function openBrowser(server: RunningServer, options: PersonOptions = {}): Promise<Person> {
  const { as = 'anonymous', centre = centreA, zoom = 1, phone = false, dark = false, javaScript = true, locale = 'pl-PL' } = options;
  const width = options.width ?? (phone ? 320 : 1280);
  const credentials = server.credentialsOf(actorOf(as, options), centre);
  const settings: BrowserContextOptions = {
    baseURL: server.url,
    viewport: { width: Math.round(width / zoom), height: Math.round((options.height ?? 900) / zoom) },
    deviceScaleFactor: zoom,
    hasTouch: phone,
    isMobile: phone,
    javaScriptEnabled: javaScript,
    colorScheme: dark ? 'dark' : 'light',
    locale,
    extraHTTPHeaders: credentials.headers,
    // Written to and read back within a test; a real transition would only make it wait.
    reducedMotion: 'reduce',
  };
  const context = await (await theBrowser()).newContext(settings);
  context.setDefaultTimeout(15_000);
  for (const cookie of credentials.cookies) {
    const pair = cookie.split(';')[0] ?? '';
    const at = pair.indexOf('=');
    await context.addCookies([{ name: pair.slice(0, at), value: pair.slice(at + 1), url: server.url, httpOnly: true, sameSite: 'Lax' }]);
  }
  const person = new Person(context, await context.newPage(), javaScript);
  onTestFinished(async ({ task }) => {
    try {
      await person.finish();
      if (task.result?.state === 'fail') await takePicture(person.page, task.name);
    } catch (thrown) {
      await takePicture(person.page, task.name);
      throw thrown;
    } finally {
      await context.close();
    }
  });
  return person;
}

/** What the person saw when the test failed. */
async function takePicture(page: Page, name: string): Promise<void> {
  const folder = join(import.meta.dirname, '../../build/journeys');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replace(/[^\p{L}\d]+/gu, '-').slice(0, 80)}.png`), fullPage: true });
}

type Name = string | RegExp;

/**
 * Somebody at a browser. Every page they come to is checked before they do anything there: accessibility,
 * nothing wider than the window, nothing in the console, no content refused by the security policy.
 */
export class Person {
  /** For what the actions below cannot say; pages reached through it are checked by the next action. */
  readonly page: Page;
  readonly context: BrowserContext;
  readonly #watch: PageWatch;

  constructor(context: BrowserContext, page: Page, javaScript: boolean) {
    this.context = context;
    this.page = page;
    this.#watch = new PageWatch(page, javaScript);
  }

  /** Goes to an address of the server. @returns the status of the answer */
  async open(path: string): Promise<number> {
    const response = await this.page.goto(path, { waitUntil: 'load' });
    await this.#watch.check();
    return response?.status() ?? 0;
  }
  /** Follows a link. */
  follow(name: Name): Promise<void> {
    return this.#navigate(() => this.page.getByRole('link', exactly(name)).first().click());
  }
  /** Presses a button that leads to another page. */
  press(name: Name): Promise<void> {
    return this.#navigate(() => this.page.getByRole('button', exactly(name)).first().click());
  }
  /** Presses a button that changes this page only. */
  async pressHere(name: Name): Promise<void> {
    await this.page.getByRole('button', exactly(name)).first().click();
    await this.#watch.check({ again: true });
  }
  async type(label: Name, text: string): Promise<void> {
    await this.page.getByLabel(label, { exact: typeof label === 'string' }).fill(text);
  }
  /** Chooses a radio button or ticks a box. */
  async choose(label: Name): Promise<void> {
    const input = this.page.getByLabel(label, { exact: typeof label === 'string' }).first();
    // The label covers the whole line of a choice and is what people press.
    await this.page.locator(`label[for="${await input.getAttribute('id')}"]`).click();
    if (!(await input.isChecked())) throw new Error(`${this.path()}: ${String(label)} was pressed and is not chosen`);
  }
  async select(label: Name, option: string): Promise<void> {
    await this.page.getByLabel(label, { exact: typeof label === 'string' }).selectOption({ label: option });
  }
  heading(): Promise<string> {
    return this.page.locator('h1').first().innerText();
  }
  /** All that the main part says. */
  text(): Promise<string> {
    return this.page.locator('main').innerText();
  }
  path(): string {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  /**
   * Presses Tab until the named control has the focus, and sees that the focus shows.
   * @throws Error listing what was passed on the way, when it cannot be reached.
   */
  async tabTo(name: Name): Promise<void> {
    const passed: string[] = [];
    for (let presses = 0; presses < 150; presses++) {
      await this.page.keyboard.press('Tab');
      const focused = this.page.locator(':focus');
      if ((await focused.count()) === 0) continue;
      const label = await nameOf(focused);
      if (typeof name === 'string' ? label === name : name.test(label)) {
        if (!(await showsFocus(focused))) throw new Error(`${this.path()}: the focus on "${label}" cannot be seen`);
        return;
      }
      passed.push(label);
    }
    throw new Error(`${this.path()}: Tab never comes to ${String(name)}; it passes ${[...new Set(passed)].join(' | ')}`);
  }
  /** Presses keys that stay on the page: letters, Space, arrows. */
  async keys(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }
  /** Types letters into whatever has the focus. */
  write(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }
  /** Presses a key that leads to another page, Enter unless told. */
  keyAway(key = 'Enter'): Promise<void> {
    return this.#navigate(() => this.page.keyboard.press(key));
  }

  async #navigate(action: () => Promise<unknown>): Promise<void> {
    await this.#watch.check();
    const next = this.#watch.nextLoad();
    await Promise.all([action(), next]);
    await this.#watch.check();
  }

  /** Checks what the last action led to; called at the end of the test. */
  finish(): Promise<void> {
    return this.#watch.check();
  }
}

const exactly = (name: Name) => ({ name, exact: typeof name === 'string' });

/** The accessible name of the focused element, as the browser computes it. */
async function nameOf(element: Locator): Promise<string> {
  const snapshot = await element.ariaSnapshot();
  return /"((?:[^"\\]|\\.)*)"/.exec(snapshot)?.[1]?.replaceAll(String.raw`\"`, '"') ?? snapshot.trim();
}

function showsFocus(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    const seen = (each: Element | null) => {
      if (!each) return false;
      const style = getComputedStyle(each);
      return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    };
    // Boxes and buttons of choice are often drawn by the label beside them.
    return seen(node) || seen(node.closest('label')) || seen(node.nextElementSibling);
  });
}
