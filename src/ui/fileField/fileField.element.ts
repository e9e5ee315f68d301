/**
 * Shows the choice of a file in the words of the page. The control itself stays where it is, with its keyboard, focus and dropping of files;
 * only the browser's own words on it give way.
 */
class FileFieldElement extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    const shown = this.querySelector<HTMLElement>('.ok-file-shown');
    const chosen = this.querySelector<HTMLElement>('[role=status]');
    if (!input || !shown || !chosen) return;
    shown.hidden = false;
    this.dataset['ready'] = 'true';
    input.setAttribute('aria-describedby', [input.getAttribute('aria-describedby') ?? '', chosen.id].join(' ').trim());
    const tell = (): void => {
      const names = [...(input.files ?? [])].map(({ name }) => name);
      chosen.textContent = names.length === 0 ? this.getAttribute('none') : `${this.getAttribute('chosen')} ${names.join(', ')}`;
    };
    input.addEventListener('change', tell);
    // A page that was left and come back to keeps its files.
    addEventListener('pageshow', tell);
    tell();
  }
}

customElements.define('ok-file-field', FileFieldElement);
