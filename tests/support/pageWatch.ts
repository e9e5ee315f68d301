import { AxeBuilder } from '@axe-core/playwright';
import type { ConsoleMessage, Page } from 'playwright-core';
import { checkAccessibility, describeViolations, wcagTags } from './axe.ts';
import { parseHtml } from './parse.ts';

/** Watches one tab: collects what goes wrong on its pages and checks each page it comes to. */
export class PageWatch {
  readonly #page: Page;
  readonly #javaScript: boolean;
  readonly #faults: string[] = [];
  /** Statuses of the documents that were opened, by address: a refused form is a 422 and rightly so. */
  readonly #documents = new Map<string, number>();
  /** The accessibility checker tries things in the page that the page itself would never do. */
  #isChecking = false;
  #loads = 0;
  #checked = 0;

  constructor(page: Page, javaScript: boolean) {
    this.#page = page;
    this.#javaScript = javaScript;
    page.on('load', () => void this.#loads++);
    page.on('pageerror', (error) => void this.#faults.push(`script error: ${error.stack ?? error.message}`));
    page.on('console', (message) => this.#hear(message));
    page.on('requestfailed', (request) => {
      // Leaving a page stops what it was still fetching.
      const reason = request.failure()?.errorText ?? '';
      if (reason !== 'net::ERR_ABORTED') this.#faults.push(`${request.method()} ${request.url()} failed: ${reason}`);
    });
    page.on('response', (response) => {
      if (response.request().isNavigationRequest()) this.#documents.set(response.url(), response.status());
      if (response.status() >= 500) this.#faults.push(`${response.status()} ${response.request().method()} ${response.url()}`);
      else if (response.status() >= 400 && !response.request().isNavigationRequest())
        this.#faults.push(`${response.status()} ${response.url()}`);
    });
  }

  /** Resolves when the tab has come to another page. */
  async nextLoad(): Promise<void> {
    await this.#page.waitForEvent('load', { timeout: 20_000 });
  }

  /** Checks the page unless it was checked already. @throws Error with everything wrong with it. */
  async check({ again = false } = {}): Promise<void> {
    if (this.#loads === 0 || (this.#checked === this.#loads && !again)) return this.#throwFaults();
    await this.#page.waitForLoadState('load');
    this.#checked = this.#loads;
    const address = new URL(this.#page.url());
    const where = `${address.pathname}${address.search} at ${this.#page.viewportSize()?.width ?? 0} px`;
    const wide = await this.#page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) this.#faults.push(`${where} scrolls sideways by ${wide} px because of ${(await this.#widest()).join(', ')}`);
    const accessibility = await this.#accessibility(where);
    if (accessibility) this.#faults.push(accessibility);
    this.#throwFaults();
  }

  async #accessibility(where: string): Promise<string | undefined> {
    if (this.#javaScript) {
      this.#isChecking = true;
      const { violations } = await new AxeBuilder({ page: this.#page })
        .withTags(wcagTags)
        .options({ preload: false })
        .analyze()
        .finally(() => (this.#isChecking = false));
      return violations.length > 0 ? describeViolations(violations, where) : undefined;
    }
    // Without scripts the checker cannot run in the page itself: it reads the same markup elsewhere.
    return checkAccessibility(parseHtml(await this.#page.content()), where).then(
      () => undefined,
      (thrown: unknown) => String(thrown),
    );
  }

  /** The elements that stick out, deepest first. */
  #widest(): Promise<string[]> {
    return this.#page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((each) => each.scrollWidth > window.innerWidth || each.getBoundingClientRect().right > window.innerWidth + 1)
        .slice(-3)
        .map((each) => `<${each.tagName.toLowerCase()} class="${each.getAttribute('class') ?? ''}">`),
    );
  }

  #hear(message: ConsoleMessage): void {
    if (this.#isChecking) return;
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const status = this.#documents.get(message.location().url) ?? 0;
    if (message.text().startsWith('Failed to load resource') && status >= 400 && status < 500) return;
    this.#faults.push(`console ${message.type()}: ${message.text()}`);
  }

  #throwFaults(): void {
    const faults = this.#faults.splice(0);
    if (faults.length > 0) throw new Error(faults.join('\n'));
  }
}
