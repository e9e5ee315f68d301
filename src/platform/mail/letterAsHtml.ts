const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const linkPattern = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/g;

/** The parts of a plain text: words and the addresses in them. */
export function splitLinks(text: string): readonly ({ readonly link: string } | { readonly words: string })[] {
  const parts: ({ link: string } | { words: string })[] = [];
  let from = 0;
  for (const match of text.matchAll(linkPattern)) {
    if (match.index > from) parts.push({ words: text.slice(from, match.index) });
    parts.push({ link: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ words: text.slice(from) });
  return parts;
}

/** The same letter as a plain HTML page: paragraphs and links that can be pressed, nothing fetched from anywhere. */
export function letterAsHtml(subject: string, text: string): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) =>
      splitLinks(paragraph)
        .map((part) =>
          'link' in part ? `<a href="${escape(part.link)}">${escape(part.link)}</a>` : escape(part.words).replaceAll('\n', '<br>'),
        )
        .join(''),
    )
    .map((html) => `<p>${html}</p>`);
  return `<!doctype html><html lang="pl"><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body>${paragraphs.join('\n')}</body></html>`;
}
