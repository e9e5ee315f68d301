const pause = 2000;
const longest = 10_000;
/** Long texts of the form that was sent last from this window, until its answer has come. */
const underway = 'okienko-underway';

/**
 * Sends the form's fields to `address` two seconds after the last change (ten at most after the first), and when the page is left, and
 * says when it was saved. Texts sent with a session that had ended are there again after signing in.
 * Only while sending fails are the long texts kept in this browser, without names or numbers from other fields; they are taken out as
 * soon as they have been sent.
 */
class AutosaveElement extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  #sent = '';
  #submitted = false;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    this.#sent = this.#fields(form).toString();
    // A form that came back with mistakes, or beside what somebody else saved, holds text that nothing keeps yet.
    if (form.querySelector('[aria-invalid="true"]') || document.querySelector('.ok-conflict')) {
      this.#sent = '';
      this.#timer = setTimeout(() => void this.#save(form), pause);
    }
    this.#restore(form);
    form.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#since ||= Date.now();
      const waited = Date.now() - this.#since;
      this.#timer = setTimeout(() => void this.#save(form), Math.max(0, Math.min(pause, longest - waited)));
    });
    form.addEventListener('submit', (event) => {
      if (event.defaultPrevented) return;
      this.#submitted = true;
      clearTimeout(this.#timer);
      remember(sessionStorage, underway, JSON.stringify({ key: this.#key, texts: longTexts(form) }));
    });
    addEventListener('pagehide', () => this.#leave(form));
  }

  get #address(): string {
    return this.getAttribute('address') ?? '';
  }

  get #key(): string {
    return `okienko:${this.#address}`;
  }

  #fields(form: HTMLFormElement): URLSearchParams {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
    return fields;
  }

  #say(attribute: string, more = ''): void {
    const state = this.querySelector('[data-autosave-state]');
    if (state) state.textContent = `${this.getAttribute(attribute) ?? ''}${more}`;
  }

  async #save(form: HTMLFormElement): Promise<void> {
    this.#since = 0;
    const fields = this.#fields(form);
    const text = fields.toString();
    if (text === this.#sent || this.#submitted) return;
    this.#say('saving');
    try {
      const answer = await fetch(this.#address, {
        method: 'POST',
        body: fields,
        headers: { accept: 'application/json' },
        credentials: 'same-origin',
        redirect: 'error',
      });
      if (!answer.ok) throw new Error(String(answer.status));
      this.#sent = text;
      localStorage.removeItem(this.#key);
      const version = answer.headers.get('okienko-version');
      const held = form.elements.namedItem('_version');
      if (version !== null && held instanceof HTMLInputElement) {
        held.value = version;
        this.#sent = this.#fields(form).toString();
      }
      this.#say('saved', ` ${new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })}`);
    } catch {
      // Sending the form breaks off what was underway: its text is on the way already, and a copy would come back over later words.
      if (this.#submitted) return;
      this.#keep(form);
      this.#say('failed');
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#save(form), pause * 10);
    }
  }

  #leave(form: HTMLFormElement): void {
    const fields = this.#fields(form);
    const text = fields.toString();
    if (this.#submitted || text === this.#sent) return;
    if (navigator.sendBeacon(this.#address, fields)) this.#sent = text;
    else this.#keep(form);
  }

  #keep(form: HTMLFormElement): void {
    remember(localStorage, this.#key, longTexts(form));
  }

  #restore(form: HTMLFormElement): void {
    let kept: string | null = null;
    try {
      kept = localStorage.getItem(this.#key);
    } catch {
      return;
    }
    if (kept === null) return;
    for (const [name, value] of new URLSearchParams(kept)) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLTextAreaElement) field.value = value;
    }
    this.#say('restored');
    this.#timer = setTimeout(() => void this.#save(form), pause);
  }
}

/** Names and numbers from other fields stay out. */
function longTexts(form: HTMLFormElement): string {
  const texts = new URLSearchParams();
  for (const area of form.querySelectorAll('textarea')) texts.append(area.name, area.value);
  return texts.toString();
}

function remember(storage: Storage, key: string, text: string): void {
  try {
    storage.setItem(key, text);
  } catch {
    // Storage is full or forbidden: the text is still in the form.
  }
}

/** A page that answers shows that the sending arrived, with everything kept before it; the sign-in page shows that it did not. */
function settleUnderway(): void {
  try {
    const { key, texts } = JSON.parse(sessionStorage.getItem(underway) ?? '{}') as { key?: string; texts?: string };
    sessionStorage.removeItem(underway);
    if (!key) return;
    if (texts && location.pathname.endsWith('/logowanie')) remember(localStorage, key, texts);
    // What had been kept here is older than what was sent, and was answered.
    else localStorage.removeItem(key);
  } catch {
    // Nothing was underway, or storage is forbidden.
  }
}

settleUnderway();
customElements.define('ok-autosave', AutosaveElement);
