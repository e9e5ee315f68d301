/** Keeps its part of the page as new as the server's, see LivePart. */
class LiveElement extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const here = new URL(location.href);
    if (!here.searchParams.has('na-zywo')) {
      // The header that moves the page on without scripts cannot be called off, so the page is asked for without it.
      here.searchParams.set('na-zywo', '1');
      location.replace(here);
      return;
    }
    this.#wait();
  }
  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  #wait(): void {
    this.#timer = setTimeout(() => void this.#look(), 1000);
  }
  async #look(): Promise<void> {
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
      const there = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const part = there.querySelector('ok-live');
      if (!answer.ok || !part) {
        const plain = new URL(location.href);
        plain.searchParams.delete('na-zywo');
        location.replace(plain);
        return;
      }
      // Whoever is about to press a button inside keeps it.
      if (!this.contains(document.activeElement)) this.replaceChildren(...[...part.childNodes].map((node) => document.adoptNode(node)));
    } catch {
      // Without a connection the bar stands still and is looked at again.
    }
    this.#wait();
  }
}

customElements.define('ok-live', LiveElement);
