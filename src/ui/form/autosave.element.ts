const pause = 2000;

/**
 * Sends the form's fields to `address` two seconds after the last change and when the page is left, and says when it was saved.
 * Only while sending fails are the long texts kept in this browser, without names or numbers from other fields; they are taken out as
 * soon as they have been sent.
 */
class AutosaveElement extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sent = '';
  #submitted = false;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    this.#sent = this.#fields(form).toString();
    // A form that came back with mistakes holds text that nothing keeps yet.
    if (form.querySelector('[aria-invalid="true"]')) {
      this.#sent = '';
      this.#timer = setTimeout(() => void this.#save(form), pause);
    }
    this.#restore(form);
    form.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#save(form), pause);
    });
    form.addEventListener('submit', (event) => {
      if (event.defaultPrevented) return;
      this.#submitted = true;
      clearTimeout(this.#timer);
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
    const texts = new URLSearchParams();
    for (const area of form.querySelectorAll('textarea')) texts.append(area.name, area.value);
    try {
      localStorage.setItem(this.#key, texts.toString());
    } catch {
      // Storage is full or forbidden: the text is still in the form.
    }
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

customElements.define('ok-autosave', AutosaveElement);
