import type { CentreContext } from './context.ts';
import { auditsNothing, centreDoor, type CentreDoor } from './door.ts';
import { dropDraft, saveDraft } from './drafts.ts';
import { nothing, redirect } from './reply.ts';

const ending = '/szkic';

/** Where the unsent text of a form goes: below the address the form is sent to. */
export const draftAddress = (action: string): string => `${action}${ending}`;

/** The field by which a page gives unsent text up; it holds the names of the drafts. */
export const givenUp = '_porzuc';

export interface DraftDoorOptions<Params> {
  /** Whether the record is there for this actor; throws NotFound or Forbidden. */
  check?(c: CentreContext<Params>): Promise<unknown>;
  /** The page of the form, below the centre's address; the address of the form unless told. */
  page?(c: CentreContext<Params>): string;
}

/**
 * The door that keeps what is being typed into the form of `form`, for its author alone, and forgets it when the author
 * gives it up. Open to whom the form is open. The form's own door says `keepsDraft`, and drops the text when it was sent.
 */
export function draftDoor<Params = Readonly<Record<string, string>>>(
  form: CentreDoor,
  { check, page }: DraftDoorOptions<Params> = {},
): CentreDoor {
  if (form.method !== 'POST' || !form.keepsDraft) throw new Error(`POST ${form.path}: a form whose text is kept says so by keepsDraft`);
  return centreDoor({
    method: 'POST',
    path: draftAddress(form.path),
    may: form.may,
    audit: auditsNothing('unsent text of its own author'),
    repeatable: 'the last text wins',
    async handle(c) {
      await check?.(c as unknown as CentreContext<Params>);
      const address = c.path.slice(0, -ending.length);
      if (!c.fields.has(givenUp)) {
        await saveDraft(c.scope, address, c.fields);
        return nothing;
      }
      await dropDraft(c.scope, address, ...c.fields.all(givenUp).slice(0, 20));
      return redirect(page ? c.at(page(c as unknown as CentreContext<Params>)) : address);
    },
  } as Parameters<typeof centreDoor>[0]);
}
