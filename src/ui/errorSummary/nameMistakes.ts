/** Longer questions are cut: the link leads to the whole of them. */
const longestName = 90;
const parts =
  /<(fieldset)\b([^>]*)>|<(\/fieldset)>|<(legend|h[1-6])\b[^>]*>([\s\S]*?)<\/\4>|<label\b[^>]*\bfor="([^"]+)"[^>]*>([\s\S]*?)<\/label>|<(?:input|select|textarea)\b[^>]*\bid="([^"]+)"/g;
const mistakes = /(<a class="ds-link" href="#([^"]+)") data-mistake="(general)?">([^<]*)<\/a>/g;

/** What a field is called on the page, and what stands around it. */
interface Named {
  label: string;
  /** The group that it is in, or else the question or heading before it. */
  readonly near: string;
}

/**
 * Says in each line of an error summary which field it is about, where its words alone do not: "Uzupełnij to pole." becomes
 * "Kod sprawy: uzupełnij to pole.", and lines that would be alike carry the name of their group as well. The summary is drawn before
 * the fields, so their names are read from the finished page.
 * @param html a page as it was drawn; one without an error summary comes back as it is
 */
export function nameMistakes(html: string): string {
  if (!html.includes(' data-mistake="')) return html;
  const named = namesOn(html);
  const found = [...html.matchAll(mistakes)].map(([, , id = '', kind, message = '']) => ({ id, message, isGeneral: kind === 'general' }));
  const says = (message: string) => found.filter((each) => each.message === message).length;
  const once = found.map(({ id, message, isGeneral }) => {
    const name = isGeneral || says(message) > 1 ? named.get(id) : undefined;
    return { id, message, name, words: name ? joined(name.label, message) : message };
  });
  let at = 0;
  return html.replace(mistakes, (_, start: string) => {
    const { name, message, words } = once[at++] ?? { name: undefined, message: '', words: '' };
    const isAlone = once.filter((each) => each.words === words).length < 2;
    const said = isAlone || !name?.near ? words : `${name.near} – ${joined(name.label, message)}`;
    return `${start}>${said}</a>`;
  });
}

function namesOn(html: string): Map<string, Named> {
  const named = new Map<string, Named>();
  const groups: { isQuestion: boolean; legend: string }[] = [];
  let before = '';
  for (const [, opening, attributes = '', closing, heading, headingText = '', labelled, labelText = '', field] of html.matchAll(parts)) {
    if (opening) groups.push({ isQuestion: attributes.includes('ok-choices'), legend: '' });
    else if (closing) groups.pop();
    else if (heading) {
      before = textOf(headingText);
      const group = groups.at(-1);
      if (heading === 'legend' && group) group.legend = before;
    } else {
      const id = labelled ?? field ?? '';
      const question = groups.at(-1)?.isQuestion ? groups.at(-1) : undefined;
      const around = groups.findLast((group) => group !== question && group.legend !== '')?.legend;
      const label = question ? question.legend : textOf(labelText);
      const known = named.get(id);
      if (!known) named.set(id, { label, near: around ?? (question ? '' : before) });
      else known.label ||= label;
    }
  }
  for (const [id, { label }] of named) if (label === '') named.delete(id);
  return named;
}

/** The words of a label without its marks; they stay escaped as they were. */
const textOf = (markup: string): string => {
  const words = markup
    .replace(/<span class="ok-optional">[\s\S]*?<\/span>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  // Cut between words, so that no escaped sign is broken.
  return words.length > longestName ? `${words.slice(0, longestName).replace(/\s\S*$/, '')}…` : words;
};

const joined = (label: string, message: string): string =>
  /[?!.…]$/.test(label) ? `${label} ${message}` : `${label.replace(/:$/, '')}: ${message.slice(0, 1).toLowerCase()}${message.slice(1)}`;
