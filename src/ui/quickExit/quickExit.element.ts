/** Replaces the page instead of adding to the tab's history, so that "back" does not return here. */
class QuickExitElement extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    link?.addEventListener('click', (event) => {
      event.preventDefault();
      location.replace(link.href);
    });
  }
}

customElements.define('ok-quick-exit', QuickExitElement);
