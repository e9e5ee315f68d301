/** Counts down under a text; tells screen readers only after a pause in writing. */
class CharacterCountElement extends HTMLElement {
  connectedCallback(): void {
    const area = this.querySelector('textarea');
    const line = this.querySelector('.ok-count');
    const limit = Number(this.getAttribute('limit'));
    if (!area || !line || !(limit > 0)) return;
    const spoken = document.createElement('span');
    spoken.className = 'ds-sr-only';
    spoken.setAttribute('role', 'status');
    this.append(spoken);
    const rule = line.textContent;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = () => {
      // Characters as people count them, lines as the server receives them.
      const left = limit - [...area.value].length;
      const words = left < 0 ? `${this.getAttribute('over') ?? ''} ${-left}` : `${this.getAttribute('left') ?? ''} ${left}`;
      line.textContent = area.value === '' ? rule : words;
      line.toggleAttribute('data-over', left < 0);
      return words;
    };
    area.addEventListener('input', () => {
      const words = count();
      clearTimeout(timer);
      timer = setTimeout(() => (spoken.textContent = words), 1000);
    });
    count();
  }
}

customElements.define('ok-character-count', CharacterCountElement);
