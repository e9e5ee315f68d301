/** Lets the form inside be sent once: a second press while the first is under way does nothing. */
class SubmitOnceElement extends HTMLElement {
  #sending = false;

  connectedCallback(): void {
    this.addEventListener('submit', (event) => {
      if (this.#sending) {
        event.preventDefault();
        return;
      }
      if (event.defaultPrevented) return;
      this.#sending = true;
      const pressed = event instanceof SubmitEvent ? event.submitter : null;
      pressed?.setAttribute('aria-busy', 'true');
      const label = pressed?.querySelector('span');
      const words = label?.textContent ?? '';
      if (label) label.textContent = this.getAttribute('sending');
      const again = () => {
        this.#sending = false;
        pressed?.removeAttribute('aria-busy');
        if (label) label.textContent = words;
      };
      // Coming "back" shows the page as it was left; a lost connection must not lock the form for ever.
      window.addEventListener('pageshow', again, { once: true });
      setTimeout(again, 15_000);
    });
  }
}

customElements.define('ok-submit-once', SubmitOnceElement);
