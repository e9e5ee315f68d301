/** Shows its button, which opens the browser's printing. */
class PrintElement extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    this.querySelector('button')?.addEventListener('click', () => window.print());
  }
}

customElements.define('ok-print', PrintElement);
