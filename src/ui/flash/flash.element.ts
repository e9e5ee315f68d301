/** Leads the reader to what has just happened: a message that stands on the page from its beginning is not read out by itself. */
class FlashElement extends HTMLElement {
  connectedCallback(): void {
    // The address may lead to a place of the page, and an open conflict or list of mistakes is read first.
    if (location.hash !== '' || document.querySelector('main [autofocus], main [role=alert]')) return;
    this.querySelector<HTMLElement>('[role=status]')?.focus();
  }
}

customElements.define('ok-flash', FlashElement);
