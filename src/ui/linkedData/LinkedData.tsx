export type LinkedDataProps = {
  /** A document of JSON-LD. */
  readonly data: object;
};

/**
 * What a page says, for search engines. Browsers take it for data and run nothing of it, so the content policy, which
 * allows no script written in a page, lets it be.
 */
export function LinkedData({ data }: LinkedDataProps) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: asText(data) }} />;
}

/** JSON in which nothing can end the element or begin a comment, whatever texts it holds. */
function asText(data: object): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
