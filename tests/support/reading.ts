/** What to type: a text, several texts for repeated names, ticked or not, files; by field name. */
export type Typed = Readonly<Record<string, string | readonly string[] | boolean | File | readonly File[]>>;

/** The text of an element as it is read, with single spaces. */
export const readable = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
/** Whether a text is the wanted one, or fits a pattern. */
export const matches = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? text === wanted : wanted.test(text);
