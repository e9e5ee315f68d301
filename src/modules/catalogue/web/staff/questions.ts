import type { FormFields } from '#platform/http/index.ts';

/** Something that can be meant but seldom is: asked about once, before it is saved. */
export interface Question {
  /** What is asked about, with what was typed: another slip of the same kind is asked about again. */
  readonly key: string;
  readonly field: string;
  readonly message: string;
  /** Where to look before answering. */
  readonly link?: { readonly href: string; readonly label: string };
}
/** Hidden field of a form that was drawn with questions: a key of each. Saving the form again answers them. */
export const ASKED = 'zapytano';

/** Questions that the author of a form has not seen yet. */
export function unanswered(questions: readonly Question[], fields: FormFields): readonly Question[] {
  const asked = fields.all(ASKED);
  return questions.filter(({ key }) => !asked.includes(key));
}
