/**
 * What the rules of accessibility see of a page, without what they do not weigh: words stand for words, addresses for
 * addresses, and ids only for what they lead to. Rows of a list that are built alike count once.
 *
 * Two pages of one shape have the same faults, so one of them needs checking. Colours are not told apart.
 */
export function markupShape(document: Document): string {
  const ids = new Map<string, Element>();
  let repeated = 0;
  for (const element of document.querySelectorAll('[id]')) {
    if (ids.has(element.id)) repeated += 1;
    else ids.set(element.id, element);
  }
  const kindOf = (id: string): string => {
    const target = ids.get(id);
    return target ? `${target.localName}:${target.getAttribute('type') ?? ''}:${isBlank(target.textContent) ? 'empty' : ''}` : 'nothing';
  };

  function attribute({ name, value, ownerElement }: Attr): string {
    // Only a few contents of the head are rules for the browser.
    if (name === 'content') return ownerElement?.matches('[http-equiv], [name=viewport]') ? `${name}=${value}` : '';
    if (leading.has(name)) return `${name}=>${value.split(/\s+/).map(kindOf).join(',')}`;
    if (name === 'href' && value.startsWith('#')) return `href=>${kindOf(decodeURIComponent(value.slice(1)))}`;
    return wordy.has(name) || name.startsWith('data-') ? `${name}=${isBlank(value) ? '' : '·'}` : `${name}=${value}`;
  }
  function shape(node: Node): string {
    if (node.nodeType === node.TEXT_NODE) return isBlank(node.nodeValue) ? '' : '·';
    if (node.nodeType !== node.ELEMENT_NODE) return '';
    const element = node as Element;
    const attributes = Array.from(element.attributes, attribute).join(' ');
    return `<${element.localName} ${attributes}>${inside(element)}</>`;
  }
  function inside(element: Element): string {
    const shapes: string[] = [];
    for (const child of element.childNodes) {
      const next = shape(child);
      if (next !== '' && next !== shapes.at(-1)) shapes.push(next);
    }
    return shapes.join('');
  }
  return `${repeated} repeated ids ${shape(document.documentElement)}`;
}

/** Attributes that name other elements. */
const leading = new Set(['for', 'form', 'list', 'headers', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns']);
/** Attributes of which only matters whether they say anything. */
const wordy = new Set([
  'id',
  'name',
  'value',
  'href',
  'src',
  'action',
  'formaction',
  'datetime',
  'title',
  'alt',
  'placeholder',
  'aria-label',
  'class',
]);
const isBlank = (text: string | null): boolean => (text ?? '').trim() === '';
