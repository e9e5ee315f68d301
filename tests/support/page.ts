import { checkAccessibility } from './axe.ts';
import { fillForm, findForm } from './forms.ts';
import { parseHtml } from './parse.ts';
import { matches, readable, type Typed } from './reading.ts';

export type { Typed } from './reading.ts';

/** What a visitor does with a page; the page itself only reads. */
export interface Navigator {
  get(path: string): Promise<Page>;
  post(path: string, body: URLSearchParams | FormData): Promise<Page>;
}

export interface SubmitOptions {
  /** Text of the button that is pressed; the first submit button unless told. */
  readonly button?: string | RegExp;
  /** Which form, by its action or a selector; the only form with the typed fields unless told. */
  readonly form?: string | RegExp;
}

/** One answer of the product as a browser without scripts sees it. */
export class Page {
  readonly response: Response;
  readonly url: URL;
  /** The body as text; empty for files. */
  readonly body: string;
  /** Addresses that sent us on before this answer, in order. */
  readonly redirects: readonly string[];
  readonly #navigator: Navigator;
  readonly #document: Document | undefined;

  private constructor(response: Response, url: URL, body: string, redirects: readonly string[], navigator: Navigator) {
    this.response = response;
    this.url = url;
    this.body = body;
    this.redirects = redirects;
    this.#navigator = navigator;
    if (isHtml(response)) this.#document = parseHtml(body);
  }

  /** Parses an answer; every HTML page is checked for accessibility before anybody sees it. */
  static async read(response: Response, url: URL, redirects: readonly string[], navigator: Navigator): Promise<Page> {
    const page = new Page(response, url, isText(response) ? await response.text() : '', redirects, navigator);
    if (page.#document) await checkAccessibility(page.#document, `${response.status} ${url.pathname}${url.search}`);
    return page;
  }

  get status(): number {
    return this.response.status;
  }
  /** Path and query of the page we ended at. */
  get path(): string {
    return this.url.pathname + this.url.search;
  }
  get document(): Document {
    if (!this.#document) throw new Error(`${this.path} answered ${this.status} without HTML: ${this.body.slice(0, 200)}`);
    return this.#document;
  }
  get isHtml(): boolean {
    return this.#document !== undefined;
  }
  /** All that can be read in the main part, with single spaces. */
  get text(): string {
    return readable(this.document.querySelector('main') ?? this.document.body);
  }
  get heading(): string {
    return readable(this.document.querySelector('h1'));
  }
  json<T>(): T {
    return JSON.parse(this.body) as T;
  }

  /** The only element of a selector. */
  find(selector: string): Element {
    const found = this.document.querySelectorAll(selector);
    if (found.length !== 1 || !found[0]) throw new Error(`${this.path}: ${found.length} elements match ${selector}`);
    return found[0];
  }
  findAll(selector: string): Element[] {
    return [...this.document.querySelectorAll(selector)];
  }
  has(selector: string): boolean {
    return this.document.querySelector(selector) !== null;
  }
  /** Links by what they say, as [text, address]. */
  links(): [string, string][] {
    return this.findAll('a[href]').map((link) => [readable(link), link.getAttribute('href') ?? '']);
  }

  /** Follows the first link that says this. */
  follow(name: string | RegExp): Promise<Page> {
    const link = this.links().find(([text]) => matches(text, name));
    if (!link)
      throw new Error(
        `${this.path}: no link says ${String(name)}; there are: ${this.links()
          .map(([text]) => text)
          .join(' | ')}`,
      );
    return this.#navigator.get(new URL(link[1], this.url).href);
  }

  /**
   * Types into a form of the page and sends it, hidden fields included, as a browser without scripts would.
   * @throws Error when a typed name has no field, an option is not offered, or no button says that.
   */
  submit(typed: Typed = {}, options: SubmitOptions = {}): Promise<Page> {
    const form = findForm(this.document, this.path, typed, options.form);
    const sent = fillForm(form, typed, options.button);
    if (sent.method === 'GET') {
      const target = new URL(sent.action, this.url);
      target.search = sent.toSearch().toString();
      return this.#navigator.get(target.href);
    }
    return this.#navigator.post(new URL(sent.action, this.url).href, sent.toBody());
  }
}

const contentType = (response: Response) => response.headers.get('content-type') ?? '';
const isHtml = (response: Response) => contentType(response).startsWith('text/html');
const isText = (response: Response) => /^(text\/|application\/(problem\+)?json|application\/xml)/.test(contentType(response));
