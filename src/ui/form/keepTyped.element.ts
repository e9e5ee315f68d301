/**
 * Keeps what is typed into its form in this tab of the browser alone, so that a reload or the way back loses nothing. Without a form,
 * as on the page that thanks, it forgets it. A form that came back with mistakes holds the newest words, so nothing is put over them.
 */
class KeepTypedElement extends HTMLElement {
  connectedCallback(): void {
    const key = `okienko-typed:${this.getAttribute('name') ?? ''}`;
    const form = this.querySelector('form');
    try {
      if (!form) return sessionStorage.removeItem(key);
      if (!form.querySelector('[aria-invalid="true"]')) putBack(form, new URLSearchParams(sessionStorage.getItem(key) ?? ''));
    } catch {
      // Storage is forbidden: the form works without it.
      return;
    }
    form.addEventListener('input', () => {
      try {
        sessionStorage.setItem(key, typedIn(form).toString());
      } catch {
        // Storage is full: the text is still in the form.
      }
    });
  }
}

function typedIn(form: HTMLFormElement): URLSearchParams {
  const typed = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && !name.startsWith('_')) typed.append(name, value);
  return typed;
}

function putBack(form: HTMLFormElement, typed: URLSearchParams): void {
  for (const [name, value] of typed) {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList) field.value = value;
    else if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = true;
    // Words that came with the address stay, unless more was written after them.
    else if ((field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && value.startsWith(field.value))
      field.value = value;
  }
}

customElements.define('ok-keep-typed', KeepTypedElement);
