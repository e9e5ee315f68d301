/** Copies its `text`; hidden where the browser cannot. */
class CopyElement extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button || !navigator.clipboard) return;
    this.hidden = false;
    button.addEventListener('click', () => void this.#copy());
  }

  async #copy(): Promise<void> {
    const state = this.querySelector('[role=status]');
    try {
      await navigator.clipboard.writeText(this.getAttribute('text') ?? '');
      if (state) state.textContent = this.getAttribute('copied');
    } catch {
      // The browser refused; the code is on the screen and can be marked and copied by hand.
      this.hidden = true;
    }
  }
}

customElements.define('ok-copy', CopyElement);
