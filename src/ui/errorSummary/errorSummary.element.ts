/** Moves the focus to the list of mistakes once the page is there, and from each of its links into the field. */
class ErrorSummaryElement extends HTMLElement {
  connectedCallback(): void {
    this.querySelector<HTMLElement>('[role=alert]')?.focus();
    // "Back" would ask to send the form again. Where the form is sent to its own page, that page can simply be opened.
    const isOwnPage = [...document.forms].some((form) => form.method === 'post' && new URL(form.action).pathname === location.pathname);
    if (isOwnPage) history.replaceState(history.state, '', location.href);
    this.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
      const field = link ? document.getElementById(decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '')) : null;
      if (!field) return;
      event.preventDefault();
      // The label has to be seen too, so it is what is scrolled to.
      (field.closest('.ok-field') ?? field).scrollIntoView();
      field.focus({ preventScroll: true });
    });
  }
}

customElements.define('ok-error-summary', ErrorSummaryElement);
