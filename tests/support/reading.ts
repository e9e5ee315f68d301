/** What to type: a text, several texts for repeated names, ticked or not, files; by field name. */
export type Typed = Readonly<Record<string, string | readonly string[] | boolean | File | readonly File[]>>;

const inline = new Set(['A', 'ABBR', 'B', 'BDI', 'CODE', 'EM', 'I', 'MARK', 'S', 'SMALL', 'SPAN', 'STRONG', 'SUB', 'SUP', 'TIME', 'U']);

/** The text of an element as it is read: blocks apart, single spaces. */
export const readable = (node: Node | null | undefined): string => (node ? collect(node) : '').replace(/\s+/g, ' ').trim();
function collect(node: Node): string {
  if (node.nodeType === node.TEXT_NODE) return node.textContent ?? '';
  const inside = [...node.childNodes].map(collect).join('');
  return inline.has(node.nodeName) ? inside : ` ${inside} `;
}

/** Whether a text is the wanted one, or fits a pattern. */
export const matches = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? text === wanted : wanted.test(text);
