import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { JSDOM, VirtualConsole, type DOMWindow } from 'jsdom';
import { inject } from 'vitest';
import { markupShape } from './markupShape.ts';

/** Levels A and AA up to WCAG 2.2: what the law asks of a public body, and a little more. */
export const wcagTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let queue: Promise<unknown> = Promise.resolve();

/**
 * Checks a parsed page for accessibility, once a run for each shape of markup. Colours need a real browser, so contrast
 * is left to the journeys.
 * @throws Error naming each broken rule, the elements that break it and the page.
 */
export function checkAccessibility(document: Document, page: string): Promise<void> {
  // The checker keeps its state in the module: one page at a time.
  const check = queue.then(async () => {
    const mark = join(inject('soundPages'), createHash('sha256').update(markupShape(document)).digest('hex'));
    if (existsSync(mark)) return;
    // The checker wants a window of its own. Style sheets of the product are not loaded; those written in a page are refused elsewhere.
    const { window } = new JSDOM(`<!DOCTYPE html>${document.documentElement.outerHTML}`, { virtualConsole: new VirtualConsole() });
    rememberStyles(window);
    const { violations } = await axe.run(window.document.documentElement, {
      runOnly: { type: 'tag', values: wcagTags },
      rules: { 'color-contrast': { enabled: false } },
      elementRef: false,
      preload: false,
      resultTypes: ['violations'],
    });
    if (violations.length > 0) throw new Error(describeViolations(violations, page));
    writeFileSync(mark, '');
  });
  queue = check.catch(() => undefined);
  return check;
}

/** Computed styles by what they depend on in a page without style sheets and inline styles. */
const styles = new Map<string, CSSStyleDeclaration>();
/** The parsed window reads hundreds of rules of a browser's own sheet for each element anew: half the time of a check. */
function rememberStyles(window: DOMWindow): void {
  if (window.document.querySelector('[style]')) return;
  const compute = window.getComputedStyle.bind(window);
  window.getComputedStyle = (element, pseudo) => {
    if (pseudo) return compute(element, pseudo);
    const { localName, parentElement, previousElementSibling } = element;
    const has = ['hidden', 'open', 'type'].map((name) => element.getAttribute(name) ?? '-');
    const key = [localName, ...has, parentElement?.localName, parentElement?.hasAttribute('open'), previousElementSibling === null].join(
      ' ',
    );
    const style = styles.get(key) ?? compute(element);
    styles.set(key, style);
    return style;
  };
}

export interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly html: string; readonly failureSummary?: string | undefined }[];
}

export function describeViolations(violations: readonly Violation[], page: string): string {
  const lines = violations.flatMap((violation) => [
    `  ${violation.id}: ${violation.help}`,
    ...violation.nodes.slice(0, 5).map((node) => `    at ${node.target.join(' ')}\n       ${node.html.slice(0, 200)}`),
  ]);
  return `${page} breaks accessibility rules:\n${lines.join('\n')}`;
}
