import { areas, targetGroups } from '#modules/catalogue/index.ts';
import { isUuid } from '#shared/uuid.ts';

/** What the address of the list asks for. */
export interface ListQuestion {
  readonly words: string;
  readonly area: number | undefined;
  readonly group: string | undefined;
  readonly after: { readonly name: string; readonly id: string } | undefined;
  /** Something in the address is not known here; the page says so. */
  readonly hasUnknown: boolean;
}

const longestWords = 200;

/** Reads the address of the list: `q`, `sprawa` (1–14), `dla` (code of a group), `po` (the last service of the page before). */
export function readListQuestion(query: URLSearchParams): ListQuestion {
  const words = (query.get('q') ?? '')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, longestWords)
    .toWellFormed();
  const typedArea = query.get('sprawa') ?? '';
  const typedGroup = query.get('dla') ?? '';
  const typedAfter = query.get('po') ?? '';
  const area = areas.find(({ number }) => String(number) === typedArea)?.number;
  const group = targetGroups.find(({ code }) => code === typedGroup)?.code;
  const after = readAfter(typedAfter);
  const hasUnknown = (typedArea !== '' && !area) || (typedGroup !== '' && !group) || (typedAfter !== '' && !after);
  return { words, area, group, after, hasUnknown };
}

function readAfter(text: string): ListQuestion['after'] {
  const id = text.slice(0, 36);
  const name = text.slice(37);
  return isUuid(id) && text[36] === '~' && name !== '' && name.length <= 300 && !/\p{Cc}/u.test(name) ? { name, id } : undefined;
}

/** The query of the address that asks this question; empty for the whole list. */
export function listAddress(question: Partial<Omit<ListQuestion, 'hasUnknown'>>): string {
  const query = new URLSearchParams();
  if (question.words) query.set('q', question.words);
  if (question.area !== undefined) query.set('sprawa', String(question.area));
  if (question.group !== undefined) query.set('dla', question.group);
  if (question.after) query.set('po', `${question.after.id}~${question.after.name}`);
  return query.size > 0 ? `?${query.toString()}` : '';
}
